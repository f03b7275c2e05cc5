package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.ApiError;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Initialization;
import dev.longshore.model.Initialization.Answer;
import dev.longshore.model.Timed;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.PreflightFact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.model.launch.Preflight.ServiceAnswer;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.watch.WatchSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists the databases of each connection when it begins, once an hour where no colleague does, and sooner after a failure;
 * asks about one of them when a user wants to know.
 */
final class DatabaseListing {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseListing.class);
    private static final Duration LIST_AGAIN = Duration.ofHours(1);
    private static final Duration LIST_AFTER_FAILURE = Duration.ofMinutes(5);

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final WatchSettings settings;
    private final ConnectionHealthRules healthRules;

    DatabaseListing(WatchState state, WatchDependencies dependencies, JournalWriter journalWriter,
            WatchSettings settings, ConnectionHealthRules healthRules) {
        this.state = state;
        this.dependencies = dependencies;
        this.journalWriter = journalWriter;
        this.settings = settings;
        this.healthRules = healthRules;
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
            return s.isStill(id(), connectionState) && connectionState.api == api;
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
                            var connectionState = listingRequest.connectionState();
                            healthRules.failed(s, connectionState, bad.error(), bad.receipt());
                            connectionState.listDue = connectionState.nextTry == null ? connectionState.listDue
                                    : connectionState.nextTry;
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
                apply(s, listingRequest.connectionState(), good);
                return true;
            }
            return false;
        });
        good.oddities().forEach(each -> LOG.warn("The list of databases of {}: {}", listingRequest.id(), each));
        if (wanted) {
            save(listingRequest, good);
        }
    }

    /** Of a connection that is forgotten meanwhile nothing stays. */
    private void save(ListingRequest listingRequest, ApiResult.Success<List<Database>> good) {
        var id = listingRequest.id();
        journalWriter.write(journal -> save(journal, id, good));
        if (!state.with(s -> s.isStill(id, listingRequest.connectionState()))) {
            journalWriter.write(journal -> journal.saveDatabases(id, List.of(), null));
        }
    }

    /** What is missing in a list is not in the journal, so that whoever wants to know it has to list by itself. */
    static void save(Journal journal, ConnectionId connection, ApiResult.Success<List<Database>> good) {
        journal.saveDatabases(
                connection, good.value(), good.oddities().isEmpty() ? good.receipt().receivedAt() : null);
    }

    /** When the service last made a migration that was asked for over it, or null. */
    private @Nullable Instant initializedAt(ConnectionId connection) {
        try {
            return dependencies.journal().initializations().stream()
                    .filter(each -> each.connection().equals(connection)).map(Initialization::answer)
                    .filter(Answer.Created.class::isInstance).map(Answer.Created.class::cast).map(Answer.Created::at)
                    .max(Instant::compareTo).orElse(null);
        } catch (JournalException e) {
            LOG.warn("What initialize was asked for could not be read", e);
            return null;
        }
    }

    /** Asks about one database and its PCU group, for a user who waits. Blocks. */
    ServiceAnswers ask(DatabaseKey key) {
        try {
            var api = state.with(s -> {
                var connectionState = s.connection(key.connection());
                if (connectionState == null) {
                    throw new FactException(Fact.of(WatchFact.CONNECTION_REMOVED));
                }
                connectionState.budget.overdraw(dependencies.clock().instant());
                return connectionState.connectedApi();
            });
            var found = answer(api.database(key.database()));
            return new ServiceAnswers(found, pcuStatus(api, found), initializedAt(key.connection()));
        } catch (FactException notAsked) {
            return new ServiceAnswers(
                    new ServiceAnswer.NotAnswered<>(notAsked.fact()), new ServiceAnswer.NotAnswered<>(notAsked.fact()));
        }
    }

    private static ServiceAnswer<String> pcuStatus(DevOpsApi api, ServiceAnswer<Database> found) {
        return switch (found) {
            case ServiceAnswer.Answered<Database>(var database) when database.datacenters().isEmpty() ->
                new ServiceAnswer.NotAnswered<>(Fact.of(PreflightFact.NO_DATACENTER));
            case ServiceAnswer.Answered<Database>(var database) ->
                answer(api.pcuStatus(database.datacenters().getFirst()));
            case ServiceAnswer.NothingThere<Database>(var why) -> new ServiceAnswer.NotAnswered<>(why);
            case ServiceAnswer.NotAllowed<Database>(var why) -> new ServiceAnswer.NotAnswered<>(why);
            case ServiceAnswer.NotAnswered<Database>(var why) -> new ServiceAnswer.NotAnswered<>(why);
        };
    }

    private static <T> ServiceAnswer<T> answer(ApiResult<T> result) {
        return switch (result) {
            case ApiResult.Success<T> good -> new ServiceAnswer.Answered<>(good.value());
            case ApiResult.Failure<T>(ApiError.NotFound(var why), _) -> new ServiceAnswer.NothingThere<>(why);
            case ApiResult.Failure<T>(ApiError.Forbidden(var why), _) -> new ServiceAnswer.NotAllowed<>(why);
            case ApiResult.Failure<T>(var error, _) -> new ServiceAnswer.NotAnswered<>(error.fact());
        };
    }

    /** Takes over what was listed, and plans the next time. Called under the lock. */
    static void apply(WatchState s, ConnectionState connectionState, ApiResult.Success<List<Database>> good) {
        connectionState.databases = good.value();
        connectionState.listNotes = good.oddities();
        connectionState.listedAt = good.receipt().receivedAt();
        connectionState.listDue = connectionState.listedAt.plus(LIST_AGAIN);
        s.markChanged(connectionState);
    }

    /**
     * Takes over what a colleague has listed, and lists again only when that one does not. Called under the lock.
     *
     * @param patience how long it is waited for
     */
    static void applyColleague(WatchState s, ConnectionState connectionState, Timed<List<Database>> listed,
            Duration patience) {
        connectionState.databases = listed.value();
        connectionState.listNotes = List.of();
        connectionState.listedAt = listed.at();
        if (connectionState.listDue != null && !connectionState.clockJumped) {
            connectionState.listDue = listed.at().plus(LIST_AGAIN).plus(patience);
        }
        s.markChanged(connectionState);
    }
}
