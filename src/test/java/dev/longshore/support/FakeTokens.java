package dev.longshore.support;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.KeystoreFact;
import dev.longshore.secret.FindResult;
import dev.longshore.secret.TokenStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A keystore in the state that the test says, and the memory of a session beside it. */
public final class FakeTokens implements TokenStore {
    public static final KeystoreState THERE = KeystoreState.Available.of("a keystore");
    public static final KeystoreState LOCKED = KeystoreState.Locked.of(KeystoreFact.LOCKED);
    public static final KeystoreState MISSING = KeystoreState.Missing.of(KeystoreFact.NO_KEYRING);

    /** What lies in the keystore. */
    public final Map<ConnectionId, String> inKeystore = new ConcurrentHashMap<>();
    /** What lies in memory only. */
    public final Map<ConnectionId, String> inMemory = new ConcurrentHashMap<>();
    public volatile KeystoreState state = THERE;
    /** What becomes of the state when the person is asked. */
    public volatile KeystoreState afterUnlock = THERE;
    /** Runs when a token is looked for, before there is an answer. */
    public volatile Runnable duringFind = () -> {};
    /** Runs when a token is kept, before that happens. */
    public volatile Runnable beforeSave = () -> {};
    private volatile Runnable late = () -> {};

    @Override
    public Optional<KeystoreState> save(Connection connection, Secret token) {
        beforeSave.run();
        var there = state instanceof KeystoreState.Available;
        inMemory.remove(connection.id());
        (there ? inKeystore : inMemory).put(connection.id(), new String(token.reveal()));
        return there ? Optional.empty() : Optional.of(state);
    }

    @Override
    public FindResult find(Connection sought) {
        var connection = sought.id();
        duringFind.run();
        if (inMemory.containsKey(connection)) {
            return new FindResult.TokenFound(Secret.of(inMemory.get(connection)), Optional.of(state));
        }
        if (!(state instanceof KeystoreState.Available)) {
            return new FindResult.KeystoreUnavailable(state);
        }
        return inKeystore.containsKey(connection)
                ? new FindResult.TokenFound(Secret.of(inKeystore.get(connection)), Optional.empty())
                : new FindResult.TokenAbsent();
    }

    @Override
    public Optional<KeystoreState> forget(ConnectionId connection) {
        inMemory.remove(connection);
        if (!(state instanceof KeystoreState.Available)) {
            return Optional.of(state);
        }
        inKeystore.remove(connection);
        return Optional.empty();
    }

    @Override
    public KeystoreState state() {
        return state;
    }

    @Override
    public KeystoreState unlock() {
        state = afterUnlock;
        return state;
    }

    @Override
    public void onLateAnswer(Runnable listener) {
        late = listener;
    }

    /** The person has unlocked it, long after anybody waited. */
    public void unlockedLate() {
        state = THERE;
        late.run();
    }
}
