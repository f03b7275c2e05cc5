package dev.longshore.watch.engine;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.secret.StoreResult;
import dev.longshore.secret.TokenStore;

/** A computer without a keystore. */
final class NoTokenStore implements TokenStore {
    private static final KeystoreState NONE = new KeystoreState.Missing(Fact.recorded("There is no keystore here."));

    @Override
    public StoreResult save(Connection connection, Secret token) {
        return new StoreResult.StoredForSession(token, NONE);
    }

    @Override
    public StoreResult find(ConnectionId connection) {
        return new StoreResult.Absent();
    }

    @Override
    public StoreResult forget(ConnectionId connection) {
        return new StoreResult.Absent();
    }

    @Override
    public KeystoreState state() {
        return NONE;
    }
}
