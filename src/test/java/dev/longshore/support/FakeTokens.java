package dev.longshore.support;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Secret;
import dev.longshore.secret.StoreResult;
import dev.longshore.secret.StoreState;
import dev.longshore.secret.TokenStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A keystore in the state that the test says, and the memory of a session beside it. */
public final class FakeTokens implements TokenStore {
    public static final StoreState THERE = new StoreState.Available("a keystore", "Tokens are kept in a keystore.");
    public static final StoreState LOCKED = new StoreState.Locked("The keyring is locked.");
    public static final StoreState MISSING = new StoreState.Missing("No keyring is running: install gnome-keyring.");

    /** What lies in the keystore. */
    public final Map<ConnectionId, String> kept = new ConcurrentHashMap<>();
    /** What lies in memory only. */
    public final Map<ConnectionId, String> held = new ConcurrentHashMap<>();
    public volatile StoreState state = THERE;
    /** What becomes of the state when the person is asked. */
    public volatile StoreState afterUnlock = THERE;
    private volatile Runnable late = () -> {};

    @Override
    public StoreResult keep(Connection connection, Secret token) {
        var there = state instanceof StoreState.Available;
        held.remove(connection.id());
        (there ? kept : held).put(connection.id(), new String(token.reveal()));
        return find(connection.id());
    }

    @Override
    public StoreResult find(ConnectionId connection) {
        if (held.containsKey(connection)) {
            return new StoreResult.SessionOnly(Secret.of(held.get(connection)), state);
        }
        if (!(state instanceof StoreState.Available)) {
            return new StoreResult.Unavailable(state);
        }
        return kept.containsKey(connection)
                ? new StoreResult.InKeystore(Secret.of(kept.get(connection)))
                : new StoreResult.Absent();
    }

    @Override
    public StoreResult forget(ConnectionId connection) {
        held.remove(connection);
        if (!(state instanceof StoreState.Available)) {
            return new StoreResult.Unavailable(state);
        }
        kept.remove(connection);
        return new StoreResult.Absent();
    }

    @Override
    public StoreState state() {
        return state;
    }

    @Override
    public StoreState unlock() {
        state = afterUnlock;
        return state;
    }

    @Override
    public void whenAnsweredLate(Runnable listener) {
        late = listener;
    }

    /** The person has unlocked it, long after anybody waited. */
    public void unlockedLate() {
        state = THERE;
        late.run();
    }
}
