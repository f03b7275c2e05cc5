package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Gives a token of the keystore out for the address that it was kept for, and for no other: the address of a connection
 * may change while there is no keystore to forget its token in, or by a colleague. A token of which nothing is known yet
 * is for the address that its connection has when it is found.
 */
public final class AddressedTokenStore implements TokenStore {
    private static final String KEY = "token.kept.";
    /** No address: the token that may be in the keystore is for none any more. */
    private static final String NONE = "";

    private final TokenStore tokens;
    private final Function<String, Optional<String>> find;
    private final BiConsumer<String, String> save;

    /**
     * Over kept texts.
     *
     * @param tokens where the tokens are
     * @param find the text that is kept under a key
     * @param save keeps a text under a key
     */
    public AddressedTokenStore(TokenStore tokens, Function<String, Optional<String>> find,
            BiConsumer<String, String> save) {
        this.tokens = tokens;
        this.find = find;
        this.save = save;
    }

    @Override
    public Optional<KeystoreState> save(Connection connection, Secret token) {
        var memoryOnly = tokens.save(connection, token);
        if (memoryOnly.isEmpty()) {
            save.accept(key(connection.id()), Connection.address(connection.endpoint()));
        }
        return memoryOnly;
    }

    @Override
    public FindResult find(Connection connection) {
        var result = tokens.find(connection);
        if (!(result instanceof FindResult.TokenFound(var token, var memoryOnly)) || memoryOnly.isPresent()) {
            return result;
        }
        var address = Connection.address(connection.endpoint());
        var kept = find.apply(key(connection.id()));
        if (kept.isEmpty()) {
            save.accept(key(connection.id()), address);
        }
        if (kept.isEmpty() || kept.get().equals(address)) {
            return result;
        }
        token.close();
        return new FindResult.TokenAbsent();
    }

    @Override
    public Optional<KeystoreState> forget(ConnectionId connection) {
        var why = tokens.forget(connection);
        if (why.filter(KeystoreState.Missing.class::isInstance).isPresent()) {
            save.accept(key(connection), NONE);
        }
        return why;
    }

    @Override
    public KeystoreState state() {
        return tokens.state();
    }

    @Override
    public KeystoreState unlock() {
        return tokens.unlock();
    }

    @Override
    public void onLateAnswer(Runnable listener) {
        tokens.onLateAnswer(listener);
    }

    private static String key(ConnectionId connection) {
        return KEY + connection.value();
    }
}
