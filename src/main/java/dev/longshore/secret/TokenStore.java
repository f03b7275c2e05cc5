package dev.longshore.secret;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Secret;

/**
 * Keeps one application token per connection. Every method blocks, at most for the store's deadline, does not throw,
 * and must not be called on the FX thread.
 */
public interface TokenStore {
    /** Keeps the token, replacing an older one; where there is no keystore, for this session only. */
    StoreResult keep(Connection connection, Secret token);

    /** The token of that connection. */
    StoreResult find(ConnectionId connection);

    /** Forgets the token of that connection, in the keystore and in memory. */
    StoreResult forget(ConnectionId connection);

    /** Tries the keystore and says what there is. */
    StoreState state();
}
