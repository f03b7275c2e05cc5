package dev.longshore.journal;

import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code own_deadline}: the deadlines that users have set. */
final class OwnDeadlineTable {
    private final Sql sql;
    private final MigrationTable migrations;

    OwnDeadlineTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    /** Those that were ever set, in the order they were made. */
    List<OwnDeadline> all() throws SQLException {
        return sql.list("""
                SELECT d.id, m.connection_id, m.database_id, m.migration_id, d.name, d.at, d.anchor, d.offset_seconds,
                  d.route, d.changed_at, d.removed
                FROM own_deadline d JOIN migration m ON m.id = d.migration ORDER BY d.position
                """, OwnDeadlineTable::read);
    }

    void save(OwnDeadline deadline) throws SQLException {
        sql.run("""
                INSERT INTO own_deadline (id, migration, name, at, anchor, offset_seconds, route, changed_at, removed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, at = excluded.at, anchor = excluded.anchor,
                  offset_seconds = excluded.offset_seconds, route = excluded.route,
                  changed_at = excluded.changed_at, removed = excluded.removed
                """,
                deadline.id(), migrations.findOrAdd(deadline.key()), deadline.name(), at(deadline.rule()),
                anchor(deadline.rule()), offset(deadline.rule()), deadline.route(),
                deadline.changedAt(), deadline.isRemoved());
    }

    private static @Nullable Instant at(DeadlineRule rule) {
        return rule instanceof DeadlineRule.FixedTime(var at) ? at : null;
    }

    private static @Nullable DeadlineAnchor anchor(DeadlineRule rule) {
        return rule instanceof DeadlineRule.RelativeTime(var anchor, _) ? anchor : null;
    }

    private static @Nullable Long offset(DeadlineRule rule) {
        return rule instanceof DeadlineRule.RelativeTime(_, var offset) ? offset.toSeconds() : null;
    }

    private static OwnDeadline read(ResultRow resultRow) throws SQLException {
        var at = resultRow.maybe("at", StoredTimes::read);
        var rule = at != null ? new DeadlineRule.FixedTime(at)
                : new DeadlineRule.RelativeTime(DeadlineAnchor.valueOf(resultRow.text("anchor")),
                        Duration.ofSeconds(resultRow.number("offset_seconds")));
        return new OwnDeadline(resultRow.text("id"), MigrationTable.read(resultRow), resultRow.text("name"), rule,
                resultRow.text("route"), resultRow.instant("changed_at"), resultRow.flag("removed"));
    }
}
