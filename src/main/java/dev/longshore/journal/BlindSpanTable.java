package dev.longshore.journal;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.MigrationKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The table {@code blind_span}: when nobody watched. */
final class BlindSpanTable {
    static final String SINCE = "SELECT * FROM blind_span WHERE migration = ? AND ended_at >= ? ORDER BY started_at, id";

    private final Sql sql;
    private final MigrationTable migrations;

    BlindSpanTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    void add(BlindSpan span) throws SQLException {
        sql.run(
                "INSERT INTO blind_span (migration, started_at, ended_at, cause) VALUES (?, ?, ?, ?)",
                migrations.findOrAdd(span.key()), span.from(), span.to(), span.cause());
    }

    /** Those that reach beyond {@code from}, oldest first. */
    List<BlindSpan> since(long migration, MigrationKey key, Instant from) throws SQLException {
        return sql.list(
                SINCE,
                row -> new BlindSpan(
                        key,
                        row.instant("started_at"),
                        row.instant("ended_at"),
                        BlindSpan.Cause.valueOf(row.text("cause"))),
                migration, from);
    }
}
