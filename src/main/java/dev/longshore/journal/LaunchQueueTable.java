package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch;
import dev.longshore.model.launch.LaunchQueue.LaunchApproval;
import dev.longshore.model.launch.LaunchQueue.QueuedLaunch;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code launch_queue} and {@code queued_launch}: in which order imports are launched, and by whom. */
final class LaunchQueueTable {
    private final Sql sql;
    private final FactColumn facts;
    private final MigrationTable migrations;

    LaunchQueueTable(Sql sql, FactColumn facts, MigrationTable migrations) {
        this.sql = sql;
        this.facts = facts;
        this.migrations = migrations;
    }

    /** Those of all databases. */
    List<LaunchQueue> all() throws SQLException {
        var queues = new ArrayList<LaunchQueue>();
        for (var each : sql.list("SELECT * FROM launch_queue ORDER BY connection_id, database_id",
                LaunchQueueTable::read)) {
            queues.add(new LaunchQueue(each.databaseKey(), launches(each), each.autoLaunch()));
        }
        return queues;
    }

    private static LaunchQueue read(ResultRow resultRow) throws SQLException {
        var key = new DatabaseKey(
                new ConnectionId(resultRow.text("connection_id")), new DatabaseId(resultRow.text("database_id")));
        return new LaunchQueue(key, List.of(), autoLaunch(resultRow));
    }

    private static AutoLaunch autoLaunch(ResultRow resultRow) throws SQLException {
        return switch (resultRow.text("auto_launch")) {
            case "ON" -> new AutoLaunch.AutoLaunchOn(resultRow.instant("changed_at"));
            case "STOPPED" -> new AutoLaunch.AutoLaunchStopped(resultRow.instant("changed_at"),
                    new MigrationId(resultRow.text("stopped_by")), FactColumn.read(resultRow, "why"));
            default -> new AutoLaunch.AutoLaunchOff();
        };
    }

    private List<QueuedLaunch> launches(LaunchQueue queue) throws SQLException {
        return sql.list("""
                SELECT m.migration_id, q.approved_at, q.approved_by, q.reason, q.launched_at
                FROM migration m JOIN queued_launch q ON q.migration = m.id
                WHERE m.connection_id = ? AND m.database_id = ? ORDER BY q.place, m.id
                """, LaunchQueueTable::readLaunch, queue.databaseKey().connection(), queue.databaseKey().database());
    }

    private static QueuedLaunch readLaunch(ResultRow resultRow) throws SQLException {
        var at = resultRow.maybe("approved_at", StoredTimes::read);
        var approval = at == null ? null
                : new LaunchApproval(at, resultRow.textOrEmpty("approved_by"), resultRow.textOrEmpty("reason"),
                        resultRow.maybe("launched_at", StoredTimes::read));
        return new QueuedLaunch(new MigrationId(resultRow.text("migration_id")), Optional.ofNullable(approval));
    }

    /** Keeps a queue. An approval by which another program has launched something meanwhile stays used. */
    void save(LaunchQueue queue) throws SQLException {
        var stopped = queue.autoLaunch() instanceof AutoLaunch.AutoLaunchStopped each ? each : null;
        @Nullable Fact why = stopped == null ? null : stopped.why();
        sql.run("""
                INSERT INTO launch_queue (connection_id, database_id, auto_launch, changed_at, stopped_by, why, facts)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (connection_id, database_id) DO UPDATE SET auto_launch = excluded.auto_launch,
                  changed_at = excluded.changed_at, stopped_by = excluded.stopped_by, why = excluded.why,
                  facts = excluded.facts
                """,
                queue.databaseKey().connection(), queue.databaseKey().database(), word(queue.autoLaunch()),
                changedAt(queue.autoLaunch()),
                stopped == null ? null : stopped.migration(), facts.text(why), facts.json(why));
        for (int place = 0; place < queue.launches().size(); place++) {
            save(queue, queue.launches().get(place), place);
        }
    }

    private static String word(AutoLaunch autoLaunch) {
        return switch (autoLaunch) {
            case AutoLaunch.AutoLaunchOff _ -> "OFF";
            case AutoLaunch.AutoLaunchOn _ -> "ON";
            case AutoLaunch.AutoLaunchStopped _ -> "STOPPED";
        };
    }

    private static @Nullable Instant changedAt(AutoLaunch autoLaunch) {
        return switch (autoLaunch) {
            case AutoLaunch.AutoLaunchOff _ -> null;
            case AutoLaunch.AutoLaunchOn(var since) -> since;
            case AutoLaunch.AutoLaunchStopped stopped -> stopped.at();
        };
    }

    private void save(LaunchQueue queue, QueuedLaunch launch, int place) throws SQLException {
        var approval = launch.approval().orElse(null);
        sql.run("""
                INSERT INTO queued_launch (migration, place, approved_at, approved_by, reason, launched_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (migration) DO UPDATE SET place = excluded.place, approved_at = excluded.approved_at,
                  approved_by = excluded.approved_by, reason = excluded.reason,
                  launched_at = CASE WHEN queued_launch.approved_at = excluded.approved_at
                    THEN coalesce(queued_launch.launched_at, excluded.launched_at) ELSE excluded.launched_at END
                """,
                migrations.findOrAdd(queue.databaseKey().migration(launch.migration())), place,
                approval == null ? null : approval.at(),
                approval == null ? null : approval.user(), approval == null ? null : approval.reason(),
                approval == null ? null : approval.launchedAt());
    }

    /**
     * Uses the approval of a migration, where its queue launches by itself; false where that is not so any more, or the
     * approval was used.
     */
    boolean useApproval(MigrationKey key, Instant at) throws SQLException {
        return sql.run("""
                UPDATE queued_launch SET launched_at = ?
                WHERE migration = ? AND approved_at IS NOT NULL AND launched_at IS NULL AND EXISTS (
                  SELECT 1 FROM launch_queue WHERE connection_id = ? AND database_id = ? AND auto_launch = 'ON')
                """, at, migrations.findOrAdd(key), key.connection(), key.ref().database()) == 1;
    }

    /** Takes a migration out of its queue. */
    void remove(MigrationKey key) throws SQLException {
        var migration = migrations.find(key);
        if (migration.isPresent()) {
            sql.run("DELETE FROM queued_launch WHERE migration = ?", migration.getAsLong());
        }
    }

    /** Forgets the queues of a connection. */
    void removeAll(ConnectionId connection) throws SQLException {
        sql.run("DELETE FROM queued_launch WHERE migration IN (SELECT id FROM migration WHERE connection_id = ?)",
                connection);
        sql.run("DELETE FROM launch_queue WHERE connection_id = ?", connection);
    }
}
