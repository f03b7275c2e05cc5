package dev.longshore.watch.engine;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.advice.AlertRules;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.watch.Problem;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is to be told now: the one place that says what an alert is. What is told of a migration is worked out
 * when it has changed, and once a minute because time goes on.
 */
final class AlertEvaluator {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private Map<MigrationKey, EvaluatedMigration> known = Map.of();
    /** The connections that did not answer when it was looked last. */
    private Set<ConnectionId> silent = Set.of();
    /** What was wrong with migrations when their connection answered again: not asked since, it is no news of theirs. */
    private final Map<MigrationKey, Problem> leftByOutage = new HashMap<>();

    private record EvaluatedMigration(WatchedMigration migration, Instant at, List<CurrentAlert> alerts,
            boolean knewTime) {
        boolean isGoodFor(WatchedMigration now, Instant moment) {
            return knewTime && now.isUnchangedSince(migration)
                    && Duration.between(at, moment).abs().compareTo(GOOD_FOR) < 0;
        }
    }

    /** What is to be told at {@code now}, by our clock. */
    List<CurrentAlert> of(Snapshot snapshot, Instant now) {
        var told = new ArrayList<CurrentAlert>();
        var connections = new HashMap<ConnectionId, WatchedConnection>();
        rememberOutages(snapshot);
        for (var each : snapshot.connections()) {
            connections.put(each.connection().id(), each);
            each.alert(now).ifPresent(alert -> told.add(CurrentAlert.of(each, alert)));
        }
        var next = new HashMap<MigrationKey, EvaluatedMigration>();
        for (var each : snapshot.migrations()) {
            var connection = connections.get(each.key().connection());
            if (connection != null) {
                told.addAll(ofMigration(each, connection, now, next));
            }
        }
        known = next;
        for (var each : snapshot.queues()) {
            Optional.ofNullable(connections.get(each.databaseKey().connection()))
                    .flatMap(connection -> stopped(each, connection, snapshot)).ifPresent(told::add);
        }
        for (var each : snapshot.unanswered()) {
            Optional.ofNullable(connections.get(each.connection())).ifPresent(connection -> told.add(CurrentAlert.of(
                    connection, AlertRules.ofUnanswered(each, connection.databaseLabel(each.database())))));
        }
        return told;
    }

    /** It stays told until the user switches the queue on again, or off. */
    private static Optional<CurrentAlert> stopped(LaunchQueue queue, WatchedConnection connection, Snapshot snapshot) {
        return queue.autoLaunch() instanceof LaunchQueue.AutoLaunch.AutoLaunchStopped stopped
                ? Optional.of(CurrentAlert.of(connection, queue, stopped, snapshot))
                : Optional.empty();
    }

    private void rememberOutages(Snapshot snapshot) {
        var back = new HashSet<ConnectionId>();
        var now = new HashSet<ConnectionId>();
        for (var each : snapshot.connections()) {
            (each.answers() ? back : now).add(each.connection().id());
        }
        back.retainAll(silent);
        silent = now;
        if (!back.isEmpty()) {
            snapshot.migrations().stream().filter(each -> back.contains(each.key().connection()))
                    .forEach(each -> Optional.ofNullable(each.problem())
                            .ifPresent(problem -> leftByOutage.put(each.key(), problem)));
        }
    }

    private List<CurrentAlert> ofMigration(
            WatchedMigration migration, WatchedConnection connection, Instant now,
            Map<MigrationKey, EvaluatedMigration> next) {
        var before = known.get(migration.key());
        var still = before != null && (!connection.knowsTime(now) || before.isGoodFor(migration, now)) ? before
                : work(migration, connection, now);
        next.put(migration.key(), still);
        var problem = migration.problem();
        if (problem == null || !connection.answers() || problem.equals(leftByOutage.get(migration.key()))) {
            return still.alerts();
        }
        leftByOutage.remove(migration.key());
        var told = new ArrayList<>(still.alerts());
        problem.alert(now).ifPresent(alert -> told.add(CurrentAlert.of(migration, alert)));
        return told;
    }

    private static EvaluatedMigration work(WatchedMigration migration, WatchedConnection connection, Instant now) {
        var knowsTime = connection.knowsTime(now);
        var alerts = knowsTime ? migration.alerts(connection.serviceTime(now)) : migration.alertsWithoutClock();
        return new EvaluatedMigration(migration, now,
                alerts.stream().map(each -> CurrentAlert.of(migration, each)).toList(), knowsTime);
    }
}
