package dev.longshore.watch.engine;

import dev.longshore.model.Connection;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.secret.FindResult;
import dev.longshore.watch.TokenLocation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps tokens, and looks after those that the keystore does not take or give: whatever waits for it goes on as soon as
 * it is unlocked. Every method blocks and is meant for a worker thread.
 */
final class UnsavedTokens {
    private final WatchState state;
    private final WatchDependencies dependencies;
    private final Consumer<Connection> restore;

    /** @param restore looks for the token of a connection again, and watches it */
    UnsavedTokens(WatchState state, WatchDependencies dependencies, Consumer<Connection> restore) {
        this.state = state;
        this.dependencies = dependencies;
        this.restore = restore;
        dependencies.tokens().onLateAnswer(() -> dependencies.workers().execute(this::answeredLate));
    }

    /** Keeps a token where it belongs by its origin, and says where it is then. */
    TokenLocation save(Connection connection, Secret token) {
        return switch (connection.origin()) {
            case ENVIRONMENT_VARIABLE -> new TokenLocation.GivenAtStart(
                    Fact.of(WatchFact.TOKEN_FROM_VARIABLE));
            case SIMULATOR ->
                new TokenLocation.GivenAtStart(Fact.of(WatchFact.TOKEN_FROM_SIMULATOR));
            case KEYSTORE -> location(dependencies.tokens().save(connection, token));
        };
    }

    /**
     * Where a token of the {@link dev.longshore.secret.TokenStore} is.
     *
     * @param memoryOnly why it is in memory only, or empty where the keystore has it
     */
    static TokenLocation location(Optional<KeystoreState> memoryOnly) {
        return memoryOnly.<TokenLocation>map(TokenLocation.SessionOnly::new).orElseGet(TokenLocation.InKeystore::new);
    }

    /** Has the user asked to unlock the keystore, and goes on with what waited for it. */
    KeystoreState unlock() {
        var now = dependencies.tokens().unlock();
        if (now instanceof KeystoreState.Available) {
            unsaved().forEach(this::retry);
        }
        return now;
    }

    /**
     * A call ended that nobody waited for any more: the user was slow to unlock the keystore, or its program died. A
     * locked one is not asked again, for that would ask the user.
     */
    private void answeredLate() {
        if (!unsaved().isEmpty() && !(dependencies.tokens().state() instanceof KeystoreState.Locked)) {
            unsaved().forEach(this::retry);
        }
    }

    /** A connection whose token the keystore did not give, or did not take. */
    private record UnsavedToken(ConnectionState connectionState, Connection connection, TokenLocation token) {
        boolean isWaiting() {
            return token instanceof TokenLocation.SessionOnly
                    || (token instanceof TokenLocation.NoToken noToken && noToken.why().isPresent());
        }
    }

    private List<UnsavedToken> unsaved() {
        return state.with(s -> s.connections().stream()
                .filter(connectionState -> !connectionState.forgotten)
                .map(connectionState -> new UnsavedToken(
                        connectionState, connectionState.connection, connectionState.token))
                .filter(UnsavedToken::isWaiting)
                .toList());
    }

    private void retry(UnsavedToken unsavedToken) {
        if (unsavedToken.token() instanceof TokenLocation.NoToken) {
            restore.accept(unsavedToken.connection());
        } else if (dependencies.tokens()
                .find(unsavedToken.connection()) instanceof FindResult.TokenFound(var token, var memoryOnly)
                && memoryOnly.isPresent()) {
            var where = save(unsavedToken.connection(), token);
            if (!state.with(s -> setLocation(s, unsavedToken.connectionState(), where))) {
                dependencies.tokens().forget(unsavedToken.connection().id());
            }
        }
    }

    /** False when the connection was forgotten meanwhile. */
    private static boolean setLocation(WatchState s, ConnectionState connectionState, TokenLocation where) {
        var isStill = s.isStill(connectionState.connection.id(), connectionState);
        if (isStill) {
            connectionState.token = where;
            s.markChanged(connectionState);
        }
        return isStill;
    }
}
