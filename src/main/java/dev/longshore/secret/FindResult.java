package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.util.Optional;

/** What the {@link TokenStore} has for a connection. */
public sealed interface FindResult {
    /**
     * Its token.
     *
     * @param memoryOnly why the token is in this session's memory only; empty where the OS keystore has it
     */
    record Found(Secret token, Optional<KeystoreState> memoryOnly) implements FindResult {
        Found copy() {
            return new Found(token.copy(), memoryOnly);
        }
    }

    /** There is no token for that connection, neither in the keystore nor in memory. */
    record Absent() implements FindResult {}

    /** The keystore could not say. */
    record Unavailable(KeystoreState why) implements FindResult {}
}
