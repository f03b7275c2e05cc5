package dev.longshore.watch.engine;

import dev.longshore.model.Action;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.advice.AlertRules;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.forecast.ImportForecast;
import dev.longshore.model.launch.LaunchCandidate;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.userdate.ImportMoments;
import dev.longshore.model.userdate.OwnDates;
import dev.longshore.watch.MigrationIndex;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the immutable snapshot out of what the watch remembers; every method is called under the lock. */
final class SnapshotBuilder {

    private final Duration delay;
    private MigrationIndex index = MigrationIndex.of(List.of());
    private long version;

    /** @param delay how far what is shown may be behind the watch's clock */
    SnapshotBuilder(Duration delay) {
        this.delay = delay;
    }

    Snapshot make(WatchState s, Instant now) {
        var siblings = new Siblings(s);
        var migrations = new ArrayList<WatchedMigration>();
        for (var migrationState : s.migrations()) {
            var connectionState = s.connection(migrationState.key().connection());
            if (connectionState != null) {
                migrations.add(view(s, migrationState, connectionState, siblings, now));
            }
        }
        index = index.update(migrations);
        return new Snapshot(
                ++version,
                now,
                s.connections().stream().map(SnapshotBuilder::view).toList(),
                index,
                s.recentCommands(),
                s.unanswered().stream().filter(each -> s.connection(each.connection()) != null).toList(),
                s.troubles(),
                s.freezes(),
                LaunchQueues.of(s));
    }

    /** What the rules of the queue of a database look at, now; what the service does not know holds up nothing. */
    List<LaunchCandidate> candidates(WatchState s, DatabaseKey databaseKey, Instant now) {
        var connectionState = s.connection(databaseKey.connection());
        if (connectionState == null) {
            return List.of();
        }
        var siblings = new Siblings(s);
        return s.migrationsOf(databaseKey.connection()).stream()
                .filter(each -> each.key().databaseKey().equals(databaseKey) && !each.unknownToService)
                .map(each -> view(s, each, connectionState, siblings, now))
                .map(each -> each.launchCandidate(now, serviceTime(connectionState, now))).toList();
    }

    private static OwnDates ownDates(WatchState s, MigrationState migrationState, History history) {
        return new OwnDates(s.deadlines(migrationState), s.freezes(migrationState), ImportMoments.of(history),
                Optional.ofNullable(migrationState.automaticMove));
    }

    /** What is known of a migration now; empty where its connection is gone. */
    Optional<WatchedMigration> view(WatchState s, MigrationState migrationState, Instant now) {
        return Optional.ofNullable(s.connection(migrationState.key().connection()))
                .map(each -> view(s, migrationState, each, new Siblings(s), now));
    }

    /** The service's time at our {@code now}, as far as its clock is known. */
    Instant serviceTime(WatchState s, MigrationKey key, Instant now) {
        var connectionState = s.connection(key.connection());
        return connectionState == null ? now : serviceTime(connectionState, now);
    }

    Situation situation(WatchState s, MigrationState migrationState, Instant now) {
        var connectionState = s.connection(migrationState.key().connection());
        if (connectionState == null) {
            throw new IllegalStateException("A migration without its connection: " + migrationState.key());
        }
        return situation(migrationState, connectionState, new Siblings(s), now);
    }

    private static WatchedConnection view(ConnectionState connectionState) {
        return new WatchedConnection(
                connectionState.connection,
                connectionState.health,
                connectionState.token,
                connectionState.databases,
                connectionState.lastAnswerAt,
                connectionState.answerTime,
                connectionState.clockOffset,
                connectionState.clockJumped,
                connectionState.listNotes);
    }

    private WatchedMigration view(WatchState s, MigrationState migrationState, ConnectionState connectionState,
            Siblings siblings, Instant now) {
        if (migrationState.view == null) {
            var database = database(connectionState, migrationState.key().ref().database());
            var history = migrationState.history();
            migrationState.view = new WatchedMigration(
                    migrationState.key(),
                    nameOf(migrationState, database),
                    migrationState.registered.tags(),
                    connectionState.connection,
                    database,
                    migrationState.lastKnown,
                    migrationState.problem,
                    migrationState.oddities,
                    migrationState.latest(),
                    ImportForecast.of(migrationState.lastKnown, history, serviceTime(connectionState, now)),
                    CleanupClock.deadlines(migrationState.lastKnown, history),
                    migrationState.credentials,
                    new WatchedMigration.Poll(migrationState.interval,
                            connectionState.api == null ? null : migrationState.due, migrationState.requestUnderWay,
                            migrationState.setBack, delay),
                    situation(migrationState, connectionState, siblings, now),
                    AlertRules.ofHistory(migrationState.lastKnown, history),
                    ownDates(s, migrationState, history),
                    migrationState.registered.earlierAttempts(),
                    s.remarks(migrationState.key()));
        }
        return migrationState.view;
    }

    private static Situation situation(MigrationState migrationState, ConnectionState connectionState,
            Siblings siblings, Instant now) {
        return new Situation(
                serviceTime(connectionState, now),
                migrationState.lastKnown,
                connectionState.connection.readOnly(),
                migrationState.open(),
                migrationState.openSchedule(),
                siblings.of(migrationState.key().ref()),
                siblings.state.obstacle(connectionState));
    }

    private static Instant serviceTime(ConnectionState connectionState, Instant now) {
        return connectionState.clockOffset == null ? now : now.plus(connectionState.clockOffset);
    }

    /** The user's own name, or where there is none the database's and the beginning of the ID. */
    private static String nameOf(MigrationState migrationState, @Nullable Database database) {
        if (!migrationState.registered.name().isBlank()) {
            return migrationState.registered.name();
        }
        var ref = migrationState.key().ref();
        var home = database == null ? ref.database().value() : database.label();
        return home + " " + ref.migration().inShort();
    }

    private static @Nullable Database database(ConnectionState connectionState, DatabaseId id) {
        return connectionState.databases.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The migrations of each database, gathered once per snapshot and only when a view needs them. */
    private static final class Siblings {
        private final WatchState state;
        private final Map<DatabaseId, List<NamedSibling>> byDatabase = new HashMap<>();

        private record NamedSibling(MigrationRef ref, Situation.Sibling sibling) {}

        Siblings(WatchState state) {
            this.state = state;
        }

        List<Situation.Sibling> of(MigrationRef ref) {
            if (byDatabase.isEmpty()) {
                state.migrations().stream().filter(each -> !each.unknownToService).forEach(this::add);
            }
            return byDatabase.getOrDefault(ref.database(), List.of()).stream()
                    .filter(each -> !each.ref().equals(ref))
                    .map(NamedSibling::sibling)
                    .toList();
        }

        private void add(MigrationState migrationState) {
            var status = migrationState.status();
            var open = migrationState.open();
            var sibling = new Situation.Sibling(
                    nameOf(migrationState, null),
                    status,
                    open != null && open.action() == Action.LAUNCH,
                    migrationState.importedAt());
            byDatabase
                    .computeIfAbsent(migrationState.key().ref().database(), _ -> new ArrayList<>())
                    .add(new NamedSibling(migrationState.key().ref(), sibling));
        }
    }
}
