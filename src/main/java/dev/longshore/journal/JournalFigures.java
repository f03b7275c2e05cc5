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
 * @param file where it lies
 * @param bytes its size, what is not in the file yet included
 * @param backupBytes the size of all its backups
 * @param schema the version of its tables
 * @param rows how many rows each table has
 * @param integrity what SQLite says of the whole file: "ok", or what is damaged
 */
public record JournalFigures(
        Path file, long bytes, long backupBytes, int schema, Map<String, Long> rows, String integrity) {
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
                    journal.database(), size(journal.database()) + size(journal.writeAheadLog()),
                    sizeOfAll(journal.backups()), Schema.version(sql), rows,
                    sql.one("PRAGMA integrity_check(1)", resultRow -> resultRow.text("integrity_check"))
                            .orElse("unknown"));
        }
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
