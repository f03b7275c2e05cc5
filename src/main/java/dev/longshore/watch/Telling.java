package dev.longshore.watch;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is to be told now: the one place that says what an alert is. What is told of a migration is worked out
 * when it has changed, and once a minute because time goes on.
 */
final class Telling {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private Map<MigrationKey, Known> known = Map.of();

    private record Known(WatchedMigration migration, Instant at, List<Told> told) {
        boolean isGoodFor(WatchedMigration now, Instant moment) {
            return now.isStill(migration) && Duration.between(at, moment).abs().compareTo(GOOD_FOR) < 0;
        }
    }

    /** What is to be told at {@code now}, by our clock. */
    List<Told> of(Snapshot snapshot, Instant now) {
        var told = new ArrayList<Told>();
        var connections = new HashMap<ConnectionId, WatchedConnection>();
        for (var each : snapshot.connections()) {
            connections.put(each.connection().id(), each);
            each.notice(now).ifPresent(notice -> told.add(Told.of(each, notice)));
        }
        var next = new HashMap<MigrationKey, Known>();
        for (var each : snapshot.migrations()) {
            var connection = connections.get(each.key().connection());
            if (connection != null) {
                told.addAll(ofMigration(each, connection, now, next));
            }
        }
        known = next;
        return told;
    }

    private List<Told> ofMigration(
            WatchedMigration migration, WatchedConnection connection, Instant now, Map<MigrationKey, Known> next) {
        var before = known.get(migration.key());
        var still = before != null && before.isGoodFor(migration, now) ? before : work(migration, connection, now);
        next.put(migration.key(), still);
        if (migration.problem() == null || !connection.answers()) {
            return still.told();
        }
        var told = new ArrayList<>(still.told());
        migration.problem().notice(now).ifPresent(notice -> told.add(Told.of(migration, notice)));
        return told;
    }

    private static Known work(WatchedMigration migration, WatchedConnection connection, Instant now) {
        var notices = migration.notices(connection.serviceTime(now));
        return new Known(migration, now, notices.stream().map(each -> Told.of(migration, each)).toList());
    }
}
