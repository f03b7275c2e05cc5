package dev.longshore.watch.engine;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.watch.WatchSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the databases of each connection when it begins, once an hour, and sooner after a failure. */
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
            save(listingRequest, good.value());
        }
    }

    /** Of a connection that is forgotten meanwhile nothing stays. */
    private void save(ListingRequest listingRequest, List<Database> databases) {
        var id = listingRequest.id();
        journalWriter.write(journal -> journal.saveDatabases(id, databases));
        if (!state.with(s -> s.isStill(id, listingRequest.connectionState()))) {
            journalWriter.write(journal -> journal.saveDatabases(id, List.of()));
        }
    }

    /** Takes over what was listed, and plans the next time. Called under the lock. */
    static void apply(WatchState s, ConnectionState connectionState, ApiResult.Success<List<Database>> good) {
        connectionState.databases = good.value();
        connectionState.listNotes = good.oddities();
        connectionState.listDue = good.receipt().receivedAt().plus(LIST_AGAIN);
        s.markChanged(connectionState);
    }
}
