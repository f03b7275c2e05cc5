package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;

/** What became of a call to the {@link TokenStore}. */
public sealed interface StoreResult {
    /** The token is in the OS keystore (or was found there). */
    record StoredInKeystore(Secret token) implements StoreResult {}

    /**
     * The token is in this session's memory only.
     *
     * @param why the state of the keystore that made it so
     */
    record StoredForSession(Secret token, KeystoreState why) implements StoreResult {}

    /** There is no token for that connection, neither in the keystore nor in memory. */
    record Absent() implements StoreResult {}

    /** The keystore could not say. */
    record Unavailable(KeystoreState why) implements StoreResult {}
}
