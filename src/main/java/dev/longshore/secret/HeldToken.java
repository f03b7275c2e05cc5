package dev.longshore.secret;

import dev.longshore.model.Secret;
import java.util.Optional;

/**
 * A token in this session's memory.
 *
 * @param token the store's own copy
 * @param memoryOnly why it is in memory only, or nothing when the keystore has it too
 */
record HeldToken(Secret token, Optional<StoreState> memoryOnly) {

    static HeldToken inKeystore(Secret token) {
        return new HeldToken(token.copy(), Optional.empty());
    }

    static HeldToken inMemoryOnly(Secret token, StoreState why) {
        return new HeldToken(token.copy(), Optional.of(why));
    }

    /** What a caller is told, with a copy of the token. */
    StoreResult result() {
        return memoryOnly
                .<StoreResult>map(why -> new StoreResult.SessionOnly(token.copy(), why))
                .orElseGet(() -> new StoreResult.InKeystore(token.copy()));
    }
}
