package dev.longshore.journal;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.WatchGap;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The tables {@code blind_span} and {@code unwatched_period}: when nobody watched one migration, or any. */
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
                SINCE, resultRow -> read(resultRow, key), migration, from);
    }

    static WatchGap read(ResultRow resultRow, MigrationKey key) throws SQLException {
        return new WatchGap(
                key, resultRow.instant("started_at"), resultRow.instant("ended_at"),
                WatchGap.Reason.valueOf(resultRow.text("cause")));
    }

    /** Adds a period in which nothing at all was watched. */
    void addPeriod(Instant from, Instant to, WatchGap.Reason reason) throws SQLException {
        sql.run("INSERT INTO unwatched_period (started_at, ended_at, cause) VALUES (?, ?, ?)", from, to, reason);
    }
}
