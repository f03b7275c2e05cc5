package dev.longshore.watch;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Secret;
import dev.longshore.secret.StoreResult;
import dev.longshore.secret.StoreState;
import dev.longshore.secret.TokenStore;

/** A computer without a keystore. */
final class NoTokens implements TokenStore {
    private static final StoreState NONE = new StoreState.Missing("There is no keystore here.");

    @Override
    public StoreResult keep(Connection connection, Secret token) {
        return new StoreResult.SessionOnly(token, NONE);
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
    public StoreState state() {
        return NONE;
    }
}
