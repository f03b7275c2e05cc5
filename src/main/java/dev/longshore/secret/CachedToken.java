package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import java.util.Optional;

/**
 * A token in this session's memory.
 *
 * @param token the store's own copy
 * @param memoryOnly why it is in memory only, or nothing when the keystore has it too
 */
record CachedToken(Secret token, Optional<KeystoreState> memoryOnly) {

    static CachedToken inKeystore(Secret token) {
        return new CachedToken(token.copy(), Optional.empty());
    }

    static CachedToken inMemoryOnly(Secret token, KeystoreState why) {
        return new CachedToken(token.copy(), Optional.of(why));
    }

    /** What a caller is told, with a copy of the token. */
    StoreResult result() {
        return memoryOnly
                .<StoreResult>map(why -> new StoreResult.StoredForSession(token.copy(), why))
                .orElseGet(() -> new StoreResult.StoredInKeystore(token.copy()));
    }
}
