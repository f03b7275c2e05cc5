package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.secret.StoreResult;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, checks and forgets connections; every method blocks and is meant for a worker thread. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration LIST_AGAIN = Duration.ofHours(1);
    private static final Duration LIST_AFTER_FAILURE = Duration.ofMinutes(5);
    private static final TokenLocation NO_TOKEN = new TokenLocation.NoToken(Optional.empty());

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final WatchSettings settings;
    private final ConnectionHealthRules healthRules;
    private final UnsavedTokens unsavedTokens;

    Connections(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter, WatchSettings settings,
            ConnectionHealthRules healthRules) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.settings = settings;
        this.healthRules = healthRules;
        this.unsavedTokens = new UnsavedTokens(state, dependencies, this::restore);
    }

    /** Tries the token; a connection that works is kept and watched from now on. */
    ConnectionCheck connect(Connection connection, @Nullable Secret token) {
        if (token == null && connection.origin() != Connection.TokenOrigin.KEYSTORE) {
            return checkAgain(connection);
        }
        if (token == null) {
            return switch (dependencies.tokens().find(connection.id())) {
                case StoreResult.StoredInKeystore(var found) -> tryToken(connection, found);
                case StoreResult.StoredForSession(var found, _) -> tryToken(connection, found);
                case StoreResult.Absent _ -> new ConnectionCheck.Failed(
                        Fact.recorded("There is no token for \"" + connection.name() + "\" yet; enter one."));
                case StoreResult.Unavailable(var why) -> new ConnectionCheck.Failed(why.fact());
            };
        }
        return tryToken(connection, token);
    }

    /** The token of such a connection is held by its calls alone, so its address and its way stay as they are. */
    private ConnectionCheck checkAgain(Connection connection) {
        var connectionState = state.with(s -> s.connection(connection.id()));
        var api = connectionState == null ? null : state.with(_ -> connectionState.api);
        if (connectionState == null || api == null
                || !isSameRoute(state.with(_ -> connectionState.connection), connection)) {
            return new ConnectionCheck.Failed(
                    Fact.recorded("Longshore keeps no token for \"" + connection.name() + "\"; enter one."));
        }
        return switch (api.databases()) {
            case ApiResult.Success<List<Database>> good -> {
                journalWriter.write(journal -> journal.save(connection));
                state.change(s -> applyDatabases(s, findOrAdd(s, connection), good));
                yield accepted(good.value(), state.with(_ -> connectionState.token));
            }
            case ApiResult.Failure<List<Database>> bad -> new ConnectionCheck.Failed(bad.error().fact());
        };
    }

    private static boolean isSameRoute(Connection one, Connection other) {
        return one.endpoint().equals(other.endpoint()) && one.proxy().equals(other.proxy());
    }

    private ConnectionCheck tryToken(Connection connection, Secret token) {
        DevOpsApi api;
        try {
            api = dependencies.connector().connect(connection, token);
        } catch (IllegalArgumentException unfit) {
            return new ConnectionCheck.Failed(Fact.recorded(String.valueOf(unfit.getMessage())));
        }
        try {
            return switch (api.databases()) {
                case ApiResult.Success<List<Database>> good -> accept(connection, token, api, good);
                case ApiResult.Failure<List<Database>> bad -> failed(api, bad.error().fact());
            };
        } catch (RuntimeException unexpected) {
            LOG.error("A connection could not be tried", unexpected);
            return failed(api,
                    Fact.recorded("Longshore stumbled over the answer (" + unexpected.getClass().getSimpleName()
                            + "); nothing was changed."));
        }
    }

    private static ConnectionCheck failed(DevOpsApi api, Fact why) {
        api.close();
        return new ConnectionCheck.Failed(why);
    }

    private ConnectionCheck accept(
            Connection connection, Secret token, DevOpsApi api, ApiResult.Success<List<Database>> good) {
        var where = unsavedTokens.save(connection, token);
        journalWriter.write(journal -> journal.save(connection));
        activate(connection, api, where);
        state.change(s -> applyDatabases(s, findOrAdd(s, connection), good));
        journalWriter.write(journal -> journal.saveDatabases(connection.id(), good.value()));
        return accepted(good.value(), where);
    }

    private static ConnectionCheck accepted(List<Database> databases, TokenLocation where) {
        var count = databases.size();
        return new ConnectionCheck.Passed(
                databases,
                Fact.sentences(Fact.recorded("The service accepts the token; it lets you see " + count
                        + (count == 1 ? " database" : " databases")
                        + ". Whether it may also pause, launch and clean up shows with the first such call. The token is"),
                        where.description()));
    }

    /** Keeps and watches a connection without trying it first: at the start of the program. */
    void open(Connection connection, Secret token) {
        var where = unsavedTokens.save(connection, token);
        journalWriter.write(journal -> journal.save(connection));
        watch(connection, token, where);
    }

    private void watch(Connection connection, Secret token, TokenLocation where) {
        try {
            activate(connection, dependencies.connector().connect(connection, token), where);
        } catch (IllegalArgumentException unfit) {
            stopped(connection, Fact.recorded(String.valueOf(unfit.getMessage())), where);
        }
    }

    /** Has the person asked to unlock the keystore, and goes on with what waited for it. */
    KeystoreState unlock() {
        return unsavedTokens.unlock();
    }

    /** Watches a connection that was kept, with the token that was kept for it. */
    void restore(Connection connection) {
        switch (connection.origin()) {
            case KEYSTORE -> fromKeystore(connection);
            case ENVIRONMENT_VARIABLE ->
                stopped(
                        connection,
                        Fact.recorded("The token of \"" + connection.name()
                                + "\" was taken from the environment variable"
                                + " ASTRA_DB_APPLICATION_TOKEN and is kept nowhere. Enter a token in the settings, or"
                                + " start Longshore with --connect " + connection.endpoint() + " again."),
                        NO_TOKEN);
            case SIMULATOR ->
                stopped(connection, Fact.recorded("The simulator of an earlier start no longer runs."), NO_TOKEN);
        }
    }

    private void fromKeystore(Connection connection) {
        switch (dependencies.tokens().find(connection.id())) {
            case StoreResult.StoredInKeystore(var token) -> watch(connection, token, new TokenLocation.InKeystore());
            case StoreResult.StoredForSession(var token, var why) ->
                watch(connection, token, new TokenLocation.SessionOnly(why));
            case StoreResult.Absent _ -> stopped(
                    connection, Fact.recorded("There is no token for \"" + connection.name() + "\"; enter one."),
                    NO_TOKEN);
            case StoreResult.Unavailable(var why) ->
                stopped(connection, why.fact(), new TokenLocation.NoToken(Optional.of(why)));
        }
    }

    private void activate(Connection connection, DevOpsApi api, TokenLocation where) {
        var now = dependencies.clock().instant();
        state.change(s -> {
            var connectionState = findOrAdd(s, connection);
            s.connect(connectionState, api);
            connectionState.token = where;
            connectionState.health = new WatchedConnection.Health.Watching();
            connectionState.heldUntil = null;
            connectionState.listDue = now;
            s.migrationsOf(connection.id()).forEach(migrationState -> migrationState.requestNow(now));
            s.markChanged(connectionState);
        });
    }

    private void stopped(Connection connection, Fact reason, TokenLocation where) {
        state.change(s -> {
            var connectionState = findOrAdd(s, connection);
            connectionState.token = where;
            ConnectionHealthRules.stop(s, connectionState, reason);
        });
    }

    private ConnectionState findOrAdd(WatchState s, Connection connection) {
        var connectionState = s.connection(connection.id());
        if (connectionState == null) {
            connectionState = ConnectionHealthRules.of(connection, settings, dependencies.clock().instant());
            s.put(connectionState);
        }
        connectionState.connection = connection;
        return connectionState;
    }

    /** Lists the databases of every connection for which it is time. */
    void listWhatIsDue() {
        for (var listingRequest : state.with(this::takeDue)) {
            dependencies.workers().execute(() -> list(listingRequest));
        }
    }

    private record ListingRequest(ConnectionState connectionState, DevOpsApi api) {
        ConnectionId id() {
            return connectionState.connection.id();
        }

        /** True while the answer is about a connection that is still there and still asks through the same API. */
        @SuppressWarnings("ReferenceEquality")
        boolean isWanted(WatchState s) {
            return s.connection(id()) == connectionState && connectionState.api == api;
        }
    }

    private List<ListingRequest> takeDue(WatchState s) {
        var now = dependencies.clock().instant();
        var due = new ArrayList<ListingRequest>();
        for (var connectionState : s.connections()) {
            if (connectionState.api != null
                    && connectionState.listDue != null
                    && !connectionState.listDue.isAfter(now)
                    && connectionState.takePermit(now, settings.inFlight())) {
                connectionState.listDue = now.plus(LIST_AFTER_FAILURE);
                due.add(new ListingRequest(connectionState, connectionState.api));
            }
        }
        return due;
    }

    private void list(ListingRequest listingRequest) {
        try {
            switch (listingRequest.api().databases()) {
                case ApiResult.Success<List<Database>> good -> listed(listingRequest, good);
                case ApiResult.Failure<List<Database>> bad ->
                    state.change(s -> {
                        if (listingRequest.isWanted(s)) {
                            healthRules.failed(s, listingRequest.connectionState(), bad.error(), bad.receipt());
                        }
                    });
            }
        } catch (RuntimeException unexpected) {
            LOG.error("The databases of {} could not be listed", listingRequest.id(), unexpected);
        } finally {
            state.change(_ -> listingRequest.connectionState().openRequests--);
        }
    }

    private void listed(ListingRequest listingRequest, ApiResult.Success<List<Database>> good) {
        var wanted = state.with(s -> {
            if (listingRequest.isWanted(s)) {
                healthRules.succeeded(s, listingRequest.connectionState(), good.receipt());
                applyDatabases(s, listingRequest.connectionState(), good);
                return true;
            }
            return false;
        });
        if (wanted) {
            journalWriter.write(journal -> journal.saveDatabases(listingRequest.id(), good.value()));
        }
    }

    private static void applyDatabases(WatchState s, ConnectionState connectionState,
            ApiResult.Success<List<Database>> good) {
        connectionState.databases = good.value();
        connectionState.listDue = good.receipt().receivedAt().plus(LIST_AGAIN);
        s.markChanged(connectionState);
    }

    /** Takes a connection, its migrations and its token off this computer, and says what it could not. */
    Optional<Fact> forget(ConnectionId id) {
        var trouble = journalWriter.write(journal -> journal.forget(id));
        var token = dependencies.tokens().forget(id);
        state.change(s -> trouble.ifPresentOrElse(why -> stop(s, id, why), () -> s.remove(id)));
        return token instanceof StoreResult.Unavailable(var why) && !(why instanceof KeystoreState.Missing)
                ? Optional.of(Fact.sentences(Fact
                        .recorded("Its token may still be in the keystore: look for Longshore in your system's list of"
                                + " passwords and delete it there."),
                        why.fact()))
                : Optional.empty();
    }

    /** It would be back at the next start, so it stays on the list, without its token. */
    private static void stop(WatchState s, ConnectionId id, Fact why) {
        var connectionState = s.connection(id);
        if (connectionState != null) {
            connectionState.token = NO_TOKEN;
            ConnectionHealthRules.stop(s, connectionState,
                    Fact.sentences(Fact.recorded("It could not be taken off the list:"), why));
        }
    }
}
