package dev.longshore.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much the journal holds, without saying what.
 *
 * @param place where it lies
 * @param bytes its size, what is not in the file yet included
 * @param backupBytes the size of all its backups
 * @param schema the version of its tables
 * @param rows how many rows each table has
 * @param integrity what SQLite says of the whole file: "ok", or what is damaged; "unchecked" on a server
 */
public record JournalFigures(
        String place, long bytes, long backupBytes, int schema, Map<String, Long> rows, String integrity) {
    /** Copies the map. */
    public JournalFigures {
        rows = new TreeMap<>(rows);
    }

    /** Reads the whole file, which takes seconds where it is large. */
    static JournalFigures of(JournalFile journal) throws SQLException, IOException {
        try (var sql = journal.openForReading()) {
            var rows = new TreeMap<String, Long>();
            for (var table : sql.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
                    resultRow -> resultRow.text("name"))) {
                rows.put(table,
                        sql.one("SELECT count(*) AS n FROM \"" + table + "\"", resultRow -> resultRow.number("n"))
                                .orElse(0L));
            }
            return new JournalFigures(
                    journal.database().toString(), size(journal.database()) + size(journal.writeAheadLog()),
                    sizeOfAll(journal.backups()), Schema.version(sql), rows,
                    sql.one("PRAGMA integrity_check(1)", resultRow -> resultRow.text("integrity_check"))
                            .orElse("unknown"));
        }
    }

    /** Reads the tables of the connection's schema. */
    static JournalFigures ofServer(Sql sql, String place, int schema) throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : sql.list(
                "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
                resultRow -> resultRow.text("tablename"))) {
            rows.put(table, sql.one("SELECT count(*) AS n FROM \"" + table + "\"", resultRow -> resultRow.number("n"))
                    .orElse(0L));
        }
        var bytes = sql.one("""
                SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0) AS n FROM pg_class c
                WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
                """, resultRow -> resultRow.number("n")).orElse(0L);
        return new JournalFigures(place, bytes, 0, schema, rows, "unchecked");
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static long sizeOfAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long all = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                all += size(file);
            }
        }
        return all;
    }
}
