package dev.longshore.watch.engine;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.secret.FindResult;
import dev.longshore.secret.TokenStore;
import java.util.Optional;

/** A computer without a keystore. */
public final class NoTokenStore implements TokenStore {
    private static final KeystoreState NONE = new KeystoreState.Missing(Fact.recorded("There is no keystore here."));

    @Override
    public Optional<KeystoreState> save(Connection connection, Secret token) {
        return Optional.of(NONE);
    }

    @Override
    public FindResult find(Connection connection) {
        return new FindResult.TokenAbsent();
    }

    @Override
    public Optional<KeystoreState> forget(ConnectionId connection) {
        return Optional.empty();
    }

    @Override
    public KeystoreState state() {
        return NONE;
    }
}
