package dev.longshore.journal;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.WatchGap;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code blind_span}: when nobody watched. */
final class WatchGapTable {
    static final String SINCE = "SELECT * FROM blind_span WHERE migration = ? AND ended_at >= ? ORDER BY started_at, id";

    private final Sql sql;
    private final MigrationTable migrations;

    WatchGapTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    void add(WatchGap gap) throws SQLException {
        sql.run(
                "INSERT INTO blind_span (migration, started_at, ended_at, cause) VALUES (?, ?, ?, ?)",
                migrations.findOrAdd(gap.key()), gap.from(), gap.to(), gap.reason());
    }

    /** Those that reach beyond {@code from}, oldest first. */
    List<WatchGap> since(long migration, MigrationKey key, Instant from) throws SQLException {
        return sql.list(
                SINCE,
                resultRow -> new WatchGap(
                        key,
                        resultRow.instant("started_at"),
                        resultRow.instant("ended_at"),
                        WatchGap.Reason.valueOf(resultRow.text("cause"))),
                migration, from);
    }
}
