package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.util.Optional;

/**
 * Keeps one application token per connection. Every method blocks, at most for the store's deadline, does not throw,
 * and must not be called on the FX thread.
 */
public interface TokenStore {
    /**
     * Keeps the token, replacing an older one.
     *
     * @return why it is kept in this session's memory only, or empty where the OS keystore has it
     */
    Optional<KeystoreState> save(Connection connection, Secret token);

    /** The token of that connection; the caller wipes it. */
    FindResult find(Connection connection);

    /**
     * Forgets the token of that connection, in the keystore and in memory.
     *
     * @return why it may still be in the keystore, or empty where it is not
     */
    Optional<KeystoreState> forget(ConnectionId connection);

    /** Tries the keystore and says what there is; asks the user for nothing. */
    KeystoreState state();

    /**
     * Has the system ask the user to unlock the keystore, where it is locked, and says what there is then: the
     * answer to <em>try again</em>. Other calls have the system ask only until the user has once declined. Alone of
     * all methods it waits for the user, a few minutes at most.
     */
    default KeystoreState unlock() {
        return state();
    }

    /**
     * Calls {@code listener} on a thread of the store when a call ends that nobody waited for any more: the user may
     * have unlocked the keystore meanwhile.
     */
    default void onLateAnswer(Runnable listener) {}
}
