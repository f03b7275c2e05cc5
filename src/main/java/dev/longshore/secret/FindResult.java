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
    record TokenFound(Secret token, Optional<KeystoreState> memoryOnly) implements FindResult {
        TokenFound copy() {
            return new TokenFound(token.copy(), memoryOnly);
        }
    }

    /** There is no token for that connection, neither in the keystore nor in memory. */
    record TokenAbsent() implements FindResult {}

    /** The keystore could not say. */
    record KeystoreUnavailable(KeystoreState why) implements FindResult {}
}
