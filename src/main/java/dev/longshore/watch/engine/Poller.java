package dev.longshore.watch.engine;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.watch.WatchSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks about migrations that are due: one question per migration at a time, a few per connection, within its budget.
 * What an answer means is decided by {@link StatusAnswers}.
 */
final class Poller {
    private static final Comparator<MigrationState> AWAITED_FIRST = Comparator
            .<MigrationState, Boolean>comparing(migrationState -> !migrationState.awaited)
            .thenComparing(migrationState -> Objects.requireNonNull(migrationState.due));

    private final WatchState state;
    private final WatchDependencies dependencies;
    private final WatchSettings settings;
    private final StatusAnswers statusAnswers;

    Poller(WatchState state, WatchDependencies dependencies, WatchSettings settings, StatusAnswers statusAnswers) {
        this.state = state;
        this.dependencies = dependencies;
        this.settings = settings;
        this.statusAnswers = statusAnswers;
    }

    /** Sends every question that is due now and allowed. */
    void requestWhatIsDue() {
        state.with(this::takeDue)
                .forEach(statusRequest -> dependencies.workers().execute(() -> request(statusRequest)));
    }

    /**
     * Puts a migration on the list, asks about it, and waits for the answer, if its connection allows it now. Listed and
     * taken in one step: a tick in between would ask as well.
     */
    void begin(RegisteredMigration registered) {
        state.with(s -> {
            var now = now();
            var migrationState = s.findOrAdd(registered);
            if (migrationState.requestUnderWay || migrationState.lastKnown != null) {
                // Somebody else has put it there meanwhile.
                return Optional.<StatusRequest>empty();
            }
            migrationState.begin(now);
            return take(s, migrationState, now);
        }).ifPresent(this::request);
    }

    /** Makes every migration that is watched due now. */
    void makeDue() {
        state.change(s -> {
            s.connections().forEach(connectionState -> ConnectionHealthRules.tryNow(connectionState, now()));
            s.migrations().forEach(migrationState -> migrationState.requestNow(now()));
        });
    }

    /** Makes one migration due now and before all others, also one that is not asked about by itself any more. */
    void makeDue(MigrationKey key) {
        state.change(s -> {
            var migrationState = s.migration(key);
            if (migrationState != null) {
                var connectionState = s.connection(key.connection());
                if (connectionState != null) {
                    ConnectionHealthRules.tryNow(connectionState, now());
                }
                migrationState.requestNow(now());
                migrationState.awaited = true;
            }
        });
    }

    /** Asks for the credentials of the one that a user looks at, where a colleague has the newest; of no other any more. */
    void useCredentials(@Nullable MigrationKey key) {
        state.change(s -> s.migrations().forEach(each -> {
            each.credentialsUsed = each.key().equals(key);
            if (each.lacksCredentials()) {
                each.dueBy(now());
            }
        }));
    }

    private Instant now() {
        return dependencies.clock().instant();
    }

    private List<StatusRequest> takeDue(WatchState s) {
        var now = now();
        var due = new ArrayList<MigrationState>();
        // Ten times a second, and mostly there is none.
        for (var migrationState : s.migrations()) {
            if (!migrationState.requestUnderWay && migrationState.due != null && !migrationState.due.isAfter(now)) {
                due.add(migrationState);
            }
        }
        due.sort(AWAITED_FIRST);
        return due.stream().flatMap(migrationState -> take(s, migrationState, now).stream()).toList();
    }

    private Optional<StatusRequest> take(WatchState s, MigrationState migrationState, Instant now) {
        var connectionState = s.connection(migrationState.key().connection());
        if (connectionState == null || connectionState.api == null
                || !mayRequest(connectionState, migrationState, now)) {
            return Optional.empty();
        }
        migrationState.requestUnderWay = true;
        migrationState.askedAt = now;
        migrationState.awaited = false;
        s.markChanged(migrationState);
        return Optional.of(
                new StatusRequest(connectionState, connectionState.api, migrationState, migrationState.commandsEnded));
    }

    private boolean mayRequest(ConnectionState connectionState, MigrationState migrationState, Instant now) {
        return migrationState.awaited
                ? connectionState.takePriorityPermit(now, settings.inFlight())
                : connectionState.takePermit(now, settings.inFlight());
    }

    private void request(StatusRequest statusRequest) {
        try {
            statusAnswers.received(statusRequest, statusRequest.api().status(statusRequest.key().ref()));
        } catch (RuntimeException unexpected) {
            // The poller owns its failures: a mistake of ours about one answer must not end the watching.
            statusAnswers.failedUnexpectedly(statusRequest, unexpected);
        } finally {
            state.change(s -> ended(s, statusRequest));
        }
    }

    /** On every path: else the migration would never be asked about again, and its connection would fall silent. */
    private void ended(WatchState s, StatusRequest statusRequest) {
        var migrationState = statusRequest.migrationState();
        statusRequest.connectionState().openRequests--;
        migrationState.requestUnderWay = false;
        migrationState.askedAt = null;
        if (migrationState.requestAgain) {
            migrationState.requestAgain = false;
            migrationState.due = now();
        }
        s.markChanged(migrationState);
    }
}
