package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.FreeText;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.secret.FindResult;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.ConnectionCheck.CheckFailureCause;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, checks and forgets connections; every method blocks and is meant for a worker thread. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Fact NOT_WANTED = Fact.of(WatchFact.NOTHING_CHANGED);
    private static final TokenLocation NO_TOKEN = new TokenLocation.NoToken(Optional.empty());

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final WatchSettings settings;
    private final UnsavedTokens unsavedTokens;

    Connections(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter, WatchSettings settings) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.settings = settings;
        this.unsavedTokens = new UnsavedTokens(state, dependencies, this::restore);
    }

    /** Tries the token; a connection that works, if it is still wanted then, is kept and watched from now on. */
    ConnectionCheck connect(Connection connection, @Nullable Secret token, BooleanSupplier isWanted) {
        var refused = FreeText.refusal(connection.name());
        if (refused.isPresent()) {
            return new ConnectionCheck.Failed(refused.get());
        }
        var before = state.with(s -> s.connection(connection.id()));
        if (token == null && connection.origin() != Connection.TokenOrigin.KEYSTORE) {
            return checkAgain(connection, isWanted);
        }
        if (token == null && before != null && !isOriginOf(before, connection)) {
            return noToken(connection);
        }
        if (token == null) {
            return switch (dependencies.tokens().find(connection)) {
                case FindResult.TokenFound(var found, _) -> tryToken(connection, found, before, isWanted);
                case FindResult.TokenAbsent _ -> noToken(connection);
                case FindResult.KeystoreUnavailable(var why) -> new ConnectionCheck.Failed(why.fact());
            };
        }
        return tryToken(connection, token, before, isWanted);
    }

    private static ConnectionCheck noToken(Connection connection) {
        return new ConnectionCheck.Failed(
                Fact.of(WatchFact.TOKEN_NEEDED, connection.name()), CheckFailureCause.TOKEN);
    }

    /** The token that is kept was given for the address that is known now, whatever the user saw when they began. */
    private boolean isOriginOf(ConnectionState before, Connection connection) {
        return Connection.isSameOrigin(state.with(_ -> before.connection.endpoint()), connection.endpoint());
    }

    /** The token of such a connection is held by its calls alone, so its address and its way stay as they are. */
    private ConnectionCheck checkAgain(Connection connection, BooleanSupplier isWanted) {
        var connectionState = state.with(s -> s.connection(connection.id()));
        var api = connectionState == null ? null : state.with(_ -> connectionState.api);
        if (connectionState == null || api == null
                || !isSameRoute(state.with(_ -> connectionState.connection), connection)) {
            return noToken(connection);
        }
        return switch (api.databases()) {
            case ApiResult.Success<List<Database>> _ when !isWanted.getAsBoolean() ->
                new ConnectionCheck.Failed(NOT_WANTED);
            case ApiResult.Success<List<Database>> good -> saveChecked(connection, connectionState, good);
            case ApiResult.Failure<List<Database>> bad -> failed(bad.error());
        };
    }

    private ConnectionCheck saveChecked(Connection connection, ConnectionState before,
            ApiResult.Success<List<Database>> good) {
        if (!isStill(connection, before)) {
            return new ConnectionCheck.Failed(forgotten(connection));
        }
        var trouble = journalWriter.write(journal -> journal.save(connection));
        if (trouble.isPresent()) {
            return new ConnectionCheck.Failed(trouble.get());
        }
        var isStill = changeIfStill(connection, before,
                s -> DatabaseListing.apply(s, findOrAdd(s, connection), good));
        return isStill ? accepted(good, state.with(_ -> before.token)) : takeBack(connection);
    }

    private static boolean isSameRoute(Connection one, Connection other) {
        return one.endpoint().equals(other.endpoint()) && one.proxy().equals(other.proxy());
    }

    private ConnectionCheck tryToken(
            Connection connection, Secret token, @Nullable ConnectionState before, BooleanSupplier isWanted) {
        DevOpsApi api;
        try {
            api = dependencies.connector().connect(connection, token);
        } catch (FactException unfit) {
            return new ConnectionCheck.Failed(unfit.fact());
        }
        try {
            return switch (api.databases()) {
                case ApiResult.Success<List<Database>> _ when !isWanted.getAsBoolean() -> failed(api, NOT_WANTED);
                case ApiResult.Success<List<Database>> good when isStill(connection, before) ->
                    accept(connection, token, api, good, before);
                case ApiResult.Success<List<Database>> _ -> failed(api, forgotten(connection));
                case ApiResult.Failure<List<Database>> bad -> {
                    api.close();
                    yield failed(bad.error());
                }
            };
        } catch (RuntimeException unexpected) {
            LOG.error("A connection could not be tried", unexpected);
            return failed(api,
                    Fact.sentences(
                            Fact.of(WatchFact.REPLY_UNREADABLE, unexpected.getClass().getSimpleName()),
                            Fact.of(WatchFact.NOTHING_CHANGED)));
        }
    }

    private static ConnectionCheck failed(ApiError why) {
        return new ConnectionCheck.Failed(why.fact(), cause(why));
    }

    /** A proxy that fails, a limit and an error of the service say nothing of what was entered. */
    private static CheckFailureCause cause(ApiError why) {
        return switch (why) {
            case ApiError.Unauthorized _,ApiError.Forbidden _ -> CheckFailureCause.TOKEN;
            case ApiError.Network _ when why.fact().says(ServiceFact.CHECK_PROXY) -> CheckFailureCause.OTHER;
            case ApiError.Network _,ApiError.Tls _,ApiError.Redirected _,ApiError.NotFound _,ApiError.Malformed _ ->
                CheckFailureCause.ENDPOINT;
            case ApiError.Server _ when why.fact().says(ServiceFact.GATEWAY_REFUSED) -> CheckFailureCause.ENDPOINT;
            case ApiError.Server _,ApiError.RateLimited _,ApiError.BadRequest _,ApiError.Conflict _ ->
                CheckFailureCause.OTHER;
        };
    }

    private static ConnectionCheck failed(DevOpsApi api, Fact why) {
        api.close();
        return new ConnectionCheck.Failed(why);
    }

    private ConnectionCheck accept(Connection connection, Secret token, DevOpsApi api,
            ApiResult.Success<List<Database>> good, @Nullable ConnectionState before) {
        var trouble = keep(connection, before);
        if (trouble.isPresent()) {
            // The next start would not know of it, or have its settings of before, with which it may send again.
            return failed(api, trouble.get());
        }
        var where = unsavedTokens.save(connection, token);
        journalWriter.write(journal -> DatabaseListing.save(journal, connection.id(), good));
        var isStill = activate(connection, api, where, before,
                (s, connectionState) -> DatabaseListing.apply(s, connectionState, good));
        return isStill ? accepted(good, where) : takeBack(connection);
    }

    /**
     * Address and token lie in two places. Whatever comes between, at the next start no token may stand beside an address
     * that it was not given for: the one before is gone, and the address is on disk, before the new token is kept.
     *
     * @return why that cannot be
     */
    private Optional<Fact> keep(Connection connection, @Nullable ConnectionState before) {
        var isMoved = before != null && !isOriginOf(before, connection);
        var locked = isMoved ? dependencies.tokens().forget(connection.id()) : Optional.<KeystoreState>empty();
        return locked.filter(why -> !(why instanceof KeystoreState.Missing)).map(KeystoreState::fact)
                .or(() -> journalWriter.write(journal -> journal.save(connection)));
    }

    private boolean isStill(Connection connection, @Nullable ConnectionState before) {
        return state.with(s -> s.isStill(connection.id(), before));
    }

    /** Does {@code work} under the lock; false, and nothing is done, when the connection was forgotten meanwhile. */
    private boolean changeIfStill(Connection connection, @Nullable ConnectionState before, Consumer<WatchState> work) {
        return state.with(s -> {
            var isStill = s.isStill(connection.id(), before);
            if (isStill) {
                work.accept(s);
            }
            return isStill;
        });
    }

    /** Whoever forgets a connection says so before anything is taken away: what was written since is taken back. */
    private ConnectionCheck takeBack(Connection connection) {
        journalWriter.write(journal -> journal.forget(connection.id()));
        dependencies.tokens().forget(connection.id());
        return new ConnectionCheck.Failed(forgotten(connection));
    }

    private static Fact forgotten(Connection connection) {
        return Fact.of(WatchFact.REMOVED_MEANWHILE, connection.name());
    }

    private static ConnectionCheck accepted(ApiResult.Success<List<Database>> good, TokenLocation where) {
        var accepted = Fact.of(WatchFact.TOKEN_ACCEPTED, good.value().size(), where.description());
        return new ConnectionCheck.Passed(good.value(), good.oddities().isEmpty() ? accepted
                : Fact.sentences(accepted, Fact.sentences(good.oddities().toArray(Fact[]::new))));
    }

    /** Keeps and watches a connection without trying it first: at the start of the program. */
    void open(Connection connection, Secret token) {
        var before = state.with(s -> s.connection(connection.id()));
        var where = unsavedTokens.save(connection, token);
        journalWriter.write(journal -> journal.save(connection));
        if (!watch(connection, token, where, before)) {
            takeBack(connection);
        }
    }

    /** False when it was forgotten meanwhile. */
    private boolean watch(Connection connection, Secret token, TokenLocation where, @Nullable ConnectionState before) {
        try {
            var api = dependencies.connector().connect(connection, token);
            return activate(connection, api, where, before, (_, _) -> {});
        } catch (FactException unfit) {
            return stopped(connection, unfit.fact(), where, before);
        }
    }

    /** Has the user asked to unlock the keystore, and goes on with what waited for it. */
    KeystoreState unlock() {
        return unsavedTokens.unlock();
    }

    /** Watches a connection that was kept, with the token that was kept for it. */
    void restore(Connection connection) {
        var before = state.with(s -> s.connection(connection.id()));
        // Whoever may not record what is answered does not ask.
        if (before != null && !dependencies.journal().isForReading()) {
            restore(connection, before);
        }
    }

    private void restore(Connection connection, ConnectionState before) {
        switch (connection.origin()) {
            case KEYSTORE -> fromKeystore(connection, before);
            case ENVIRONMENT_VARIABLE ->
                stopped(
                        connection,
                        Fact.of(WatchFact.TOKEN_NOT_KEPT, connection.name(), connection.endpoint().toString()),
                        NO_TOKEN, before);
            case SIMULATOR ->
                stopped(connection, Fact.of(WatchFact.SIMULATOR_ENDED), NO_TOKEN, before);
        }
    }

    private void fromKeystore(Connection connection, ConnectionState before) {
        switch (dependencies.tokens().find(connection)) {
            case FindResult.TokenFound(var token, var memoryOnly) ->
                watch(connection, token, UnsavedTokens.location(memoryOnly), before);
            case FindResult.TokenAbsent _ -> stopped(
                    connection, Fact.of(WatchFact.TOKEN_NEEDED, connection.name()),
                    NO_TOKEN, before);
            case FindResult.KeystoreUnavailable(var why) ->
                stopped(connection, why.fact(), new TokenLocation.NoToken(Optional.of(why)), before);
        }
    }

    /** Asks through {@code api} from now on; false, and it is closed, when the connection was forgotten meanwhile. */
    private boolean activate(Connection connection, DevOpsApi api, TokenLocation where,
            @Nullable ConnectionState before, BiConsumer<WatchState, ConnectionState> next) {
        var now = dependencies.clock().instant();
        var isStill = changeIfStill(connection, before, s -> {
            var connectionState = findOrAdd(s, connection);
            s.connect(connectionState, api);
            connectionState.token = where;
            connectionState.health = new WatchedConnection.Health.Watching();
            connectionState.heldUntil = null;
            connectionState.accepted();
            connectionState.listDue = now;
            s.migrationsOf(connection.id()).forEach(migrationState -> migrationState.connected(now));
            s.markChanged(connectionState);
            next.accept(s, connectionState);
        });
        if (!isStill) {
            api.close();
        }
        return isStill;
    }

    private boolean stopped(Connection connection, Fact reason, TokenLocation where,
            @Nullable ConnectionState before) {
        return changeIfStill(connection, before, s -> {
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

    /** Takes a connection, its migrations and its token off this computer, and says what it could not. */
    Optional<Fact> forget(ConnectionId id) {
        // Said first: whatever is under way for it reads this after it has written, and takes that back.
        state.change(s -> Optional.ofNullable(s.connection(id)).ifPresent(each -> each.forgotten = true));
        var trouble = journalWriter.write(journal -> journal.forget(id));
        var token = dependencies.tokens().forget(id);
        state.change(s -> trouble.ifPresentOrElse(why -> stop(s, id, why), () -> s.remove(id)));
        return token.filter(why -> !(why instanceof KeystoreState.Missing))
                .map(why -> Fact.of(WatchFact.TOKEN_MAY_REMAIN, why.fact()));
    }

    /**
     * It would be back at the next start, so it stays on the list, without its token: as another one, so that what was
     * under way comes to nothing and a new token can be tried.
     */
    private void stop(WatchState s, ConnectionId id, Fact why) {
        var before = s.connection(id);
        if (before != null) {
            s.disconnect(before);
            var stopped = ConnectionHealthRules.of(before.connection, settings, dependencies.clock().instant());
            stopped.databases = before.databases;
            s.put(stopped);
            ConnectionHealthRules.stop(s, stopped, Fact.of(WatchFact.CONNECTION_NOT_REMOVED, why));
        }
    }
}
