package dev.longshore.watch;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.Secret;
import dev.longshore.secret.StoreResult;
import dev.longshore.secret.StoreState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens, checks and forgets connections; every method blocks and is meant for a worker thread. */
final class ConnectionDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);
    private static final Duration LIST_AGAIN = Duration.ofHours(1);
    private static final Duration LIST_AFTER_FAILURE = Duration.ofMinutes(5);
    private static final TokenPlace NOWHERE = new TokenPlace.Nowhere(Optional.empty());

    private final WatchState state;
    private final WatchParts parts;
    private final Records records;
    private final WatchSettings settings;
    private final Lines lines;
    private final WaitingTokens waiting;

    ConnectionDesk(WatchState state, WatchParts parts, Records records, WatchSettings settings, Lines lines) {
        this.state = state;
        this.parts = parts;
        this.records = records;
        this.settings = settings;
        this.lines = lines;
        this.waiting = new WaitingTokens(state, parts, this::restore);
    }

    /** Tries the token; a connection that works is kept and watched from now on. */
    ConnectionCheck connect(Connection connection, @Nullable Secret token) {
        if (token == null && connection.origin() != Connection.TokenOrigin.KEYSTORE) {
            return askAgain(connection);
        }
        if (token == null) {
            return switch (parts.tokens().find(connection.id())) {
                case StoreResult.InKeystore(var found) -> tryOut(connection, found);
                case StoreResult.SessionOnly(var found, _) -> tryOut(connection, found);
                case StoreResult.Absent _ -> new ConnectionCheck.Failed(
                        "There is no token for \"" + connection.name() + "\" yet; enter one.");
                case StoreResult.Unavailable(var why) -> new ConnectionCheck.Failed(why.sentence());
            };
        }
        return tryOut(connection, token);
    }

    /** The token of such a connection is held by its calls alone, so its address and its way stay as they are. */
    private ConnectionCheck askAgain(Connection connection) {
        var line = state.with(s -> s.line(connection.id()));
        var api = line == null ? null : state.with(_ -> line.api);
        if (line == null || api == null || !isSameWay(state.with(_ -> line.connection), connection)) {
            return new ConnectionCheck.Failed("Longshore keeps no token for \"" + connection.name() + "\"; enter one.");
        }
        return switch (api.databases()) {
            case ApiResult.Success<List<Database>> good -> {
                records.write(journal -> journal.keep(connection));
                state.change(s -> take(s, line(s, connection), good));
                yield accepted(good.value(), state.with(_ -> line.token));
            }
            case ApiResult.Failure<List<Database>> bad -> new ConnectionCheck.Failed(bad.error().message());
        };
    }

    private static boolean isSameWay(Connection one, Connection other) {
        return one.endpoint().equals(other.endpoint()) && one.proxy().equals(other.proxy());
    }

    private ConnectionCheck tryOut(Connection connection, Secret token) {
        DevOpsApi api;
        try {
            api = parts.connector().connect(connection, token);
        } catch (IllegalArgumentException unfit) {
            return new ConnectionCheck.Failed(String.valueOf(unfit.getMessage()));
        }
        try {
            return switch (api.databases()) {
                case ApiResult.Success<List<Database>> good -> accept(connection, token, api, good);
                case ApiResult.Failure<List<Database>> bad -> failed(api, bad.error().message());
            };
        } catch (RuntimeException unexpected) {
            LOG.error("A connection could not be tried", unexpected);
            return failed(api, "Longshore stumbled over the answer (" + unexpected.getClass().getSimpleName()
                    + "); nothing was changed.");
        }
    }

    private static ConnectionCheck failed(DevOpsApi api, String why) {
        api.close();
        return new ConnectionCheck.Failed(why);
    }

    private ConnectionCheck accept(
            Connection connection, Secret token, DevOpsApi api, ApiResult.Success<List<Database>> good) {
        var where = waiting.keep(connection, token);
        records.write(journal -> journal.keep(connection));
        begin(connection, api, where);
        state.change(s -> take(s, line(s, connection), good));
        records.write(journal -> journal.keepDatabases(connection.id(), good.value()));
        return accepted(good.value(), where);
    }

    private static ConnectionCheck accepted(List<Database> databases, TokenPlace where) {
        var count = databases.size();
        return new ConnectionCheck.Accepted(
                databases,
                "The service accepts the token; it lets you see " + count + (count == 1 ? " database" : " databases")
                        + ". Whether it may also pause, launch and clean up shows with the first such call. The token is "
                        + sentence(where.words()));
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    /** Keeps and watches a connection without trying it first: at the start of the program. */
    void open(Connection connection, Secret token) {
        var where = waiting.keep(connection, token);
        records.write(journal -> journal.keep(connection));
        watch(connection, token, where);
    }

    private void watch(Connection connection, Secret token, TokenPlace where) {
        try {
            begin(connection, parts.connector().connect(connection, token), where);
        } catch (IllegalArgumentException unfit) {
            stopped(connection, String.valueOf(unfit.getMessage()), where);
        }
    }

    /** Has the person asked to unlock the keystore, and goes on with what waited for it. */
    StoreState unlock() {
        return waiting.unlock();
    }

    /** Watches a connection that was kept, with the token that was kept for it. */
    void restore(Connection connection) {
        switch (connection.origin()) {
            case KEYSTORE -> fromKeystore(connection);
            case ENVIRONMENT_VARIABLE ->
                stopped(
                        connection,
                        "The token of \"" + connection.name() + "\" was taken from the environment variable"
                                + " ASTRA_DB_APPLICATION_TOKEN and is kept nowhere. Enter a token in the settings, or"
                                + " start Longshore with --connect " + connection.endpoint() + " again.",
                        NOWHERE);
            case SIMULATOR -> stopped(connection, "The simulator of an earlier start no longer runs.", NOWHERE);
        }
    }

    private void fromKeystore(Connection connection) {
        switch (parts.tokens().find(connection.id())) {
            case StoreResult.InKeystore(var token) -> watch(connection, token, new TokenPlace.InKeystore());
            case StoreResult.SessionOnly(var token, var why) ->
                watch(connection, token, new TokenPlace.SessionOnly(why));
            case StoreResult.Absent _ -> stopped(
                    connection, "There is no token for \"" + connection.name() + "\"; enter one.", NOWHERE);
            case StoreResult.Unavailable(var why) ->
                stopped(connection, why.sentence(), new TokenPlace.Nowhere(Optional.of(why)));
        }
    }

    private void begin(Connection connection, DevOpsApi api, TokenPlace where) {
        var now = parts.clock().instant();
        state.change(s -> {
            var line = line(s, connection);
            s.connect(line, api);
            line.token = where;
            line.health = new WatchedConnection.Health.Watching();
            line.heldUntil = null;
            line.listDue = now;
            s.entriesOf(connection.id()).forEach(entry -> entry.askNow(now));
            s.touch(line);
        });
    }

    private void stopped(Connection connection, String reason, TokenPlace where) {
        state.change(s -> {
            var line = line(s, connection);
            line.token = where;
            Lines.stop(s, line, reason);
        });
    }

    private Line line(WatchState s, Connection connection) {
        var line = s.line(connection.id());
        if (line == null) {
            line = Lines.of(connection, settings, parts.clock().instant());
            s.put(line);
        }
        line.connection = connection;
        return line;
    }

    /** Lists the databases of every connection for which it is time. */
    void listWhatIsDue() {
        for (var listing : state.with(this::takeDue)) {
            parts.workers().execute(() -> list(listing));
        }
    }

    private record Listing(Line line, DevOpsApi api) {
        ConnectionId id() {
            return line.connection.id();
        }

        /** True while the answer is about a connection that is still there and still asks through the same API. */
        @SuppressWarnings("ReferenceEquality")
        boolean isWanted(WatchState s) {
            return s.line(id()) == line && line.api == api;
        }
    }

    private List<Listing> takeDue(WatchState s) {
        var now = parts.clock().instant();
        var due = new ArrayList<Listing>();
        for (var line : s.lines()) {
            if (line.api != null
                    && line.listDue != null
                    && !line.listDue.isAfter(now)
                    && line.takeTurn(now, settings.inFlight())) {
                line.listDue = now.plus(LIST_AFTER_FAILURE);
                due.add(new Listing(line, line.api));
            }
        }
        return due;
    }

    private void list(Listing listing) {
        try {
            switch (listing.api().databases()) {
                case ApiResult.Success<List<Database>> good -> listed(listing, good);
                case ApiResult.Failure<List<Database>> bad ->
                    state.change(s -> {
                        if (listing.isWanted(s)) {
                            lines.fails(s, listing.line(), bad.error(), bad.receipt());
                        }
                    });
            }
        } catch (RuntimeException unexpected) {
            LOG.error("The databases of {} could not be listed", listing.id(), unexpected);
        } finally {
            state.change(_ -> listing.line().underWay--);
        }
    }

    private void listed(Listing listing, ApiResult.Success<List<Database>> good) {
        var wanted = state.with(s -> {
            if (listing.isWanted(s)) {
                lines.works(s, listing.line(), good.receipt());
                take(s, listing.line(), good);
                return true;
            }
            return false;
        });
        if (wanted) {
            records.write(journal -> journal.keepDatabases(listing.id(), good.value()));
        }
    }

    private static void take(WatchState s, Line line, ApiResult.Success<List<Database>> good) {
        line.databases = good.value();
        line.listDue = good.receipt().receivedAt().plus(LIST_AGAIN);
        s.touch(line);
    }

    /** Takes a connection, its migrations and its token off this computer, and says what it could not. */
    Optional<String> forget(ConnectionId id) {
        var trouble = records.write(journal -> journal.forget(id));
        var token = parts.tokens().forget(id);
        state.change(s -> trouble.ifPresentOrElse(why -> stop(s, id, why), () -> s.remove(id)));
        return token instanceof StoreResult.Unavailable(var why) && !(why instanceof StoreState.Missing)
                ? Optional.of("Its token may still be in the keystore: look for Longshore in your system's list of"
                        + " passwords and delete it there. " + why.sentence())
                : Optional.empty();
    }

    /** It would be back at the next start, so it stays on the list, without its token. */
    private static void stop(WatchState s, ConnectionId id, String why) {
        var line = s.line(id);
        if (line != null) {
            line.token = NOWHERE;
            Lines.stop(s, line, "It could not be taken off the list: " + why);
        }
    }
}
