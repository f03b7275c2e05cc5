package dev.longshore.journal;

import dev.longshore.model.Alert;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import java.sql.SQLException;
import java.util.List;

/** The table {@code remark}: what users let each other know. */
final class RemarkTable {
    static final String POSITION = "SELECT coalesce(max(position), 0) AS newest FROM remark";
    static final String AFTER = """
            SELECT r.*, m.connection_id, m.database_id, m.migration_id FROM remark r
            JOIN migration m ON m.id = r.migration WHERE r.position > ? ORDER BY r.position
            """;

    private final Sql sql;
    private final MigrationTable migrations;

    RemarkTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    /** Adds those that are not there. */
    void add(List<Remark> remarks) throws SQLException {
        for (var each : remarks) {
            var alert = each.alert();
            sql.run("""
                    INSERT INTO remark (id, migration, alert_kind, about, kind, author, at, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                    """, each.id(), migrations.findOrAdd(each.key()), alert == null ? null : alert.kind(),
                    alert == null ? null : alert.about(), each.kind(), each.author(), each.at(), each.text());
        }
    }

    /** Those that were recorded after that position. */
    RecordedRemarks after(long position) throws SQLException {
        var newest = sql.one(POSITION, resultRow -> resultRow.number("newest")).orElse(0L);
        return newest <= position
                ? new RecordedRemarks(position, List.of())
                : new RecordedRemarks(
                        newest, sql.list(AFTER, row -> read(row, MigrationTable.read(row)), position));
    }

    static Remark read(ResultRow resultRow, MigrationKey key) throws SQLException {
        var kind = resultRow.maybe("alert_kind", Alert.Kind::valueOf);
        return new Remark(
                resultRow.text("id"), key,
                kind == null ? null : new AlertCause(kind, resultRow.maybe("about", StoredTimes::read)),
                RemarkKind.valueOf(resultRow.text("kind")), resultRow.text("author"), resultRow.instant("at"),
                resultRow.text("text"));
    }
}
