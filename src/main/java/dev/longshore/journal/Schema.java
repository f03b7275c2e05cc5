package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** The tables of the file, brought to the newest version by the numbered scripts in {@code schema/}. */
final class Schema {
    static final int NEWEST = 11;

    private Schema() {}

    /** @throws JournalException when the file was written by a version of the program that is newer than this one */
    static void bringUpToDate(Sql sql, Path file) throws SQLException {
        for (int next = refuseNewer(sql, file) + 1; next <= NEWEST; next++) {
            sql.script("BEGIN EXCLUSIVE;\n" + script(next) + "\nPRAGMA user_version = " + next + ";\nCOMMIT;");
        }
    }

    /** The version of the file. */
    static int refuseNewer(Sql sql, Path file) throws SQLException {
        var version = version(sql);
        if (version > NEWEST) {
            throw new JournalException(Fact.of(
                    JournalFact.NEWER_SCHEMA, file.toString(), Integer.toString(version), Integer.toString(NEWEST)));
        }
        return version;
    }

    static int version(Sql sql) throws SQLException {
        return sql.one("PRAGMA user_version", resultRow -> (int) resultRow.number("user_version")).orElse(0);
    }

    private static String script(int version) {
        try (var stream = Schema.class.getResourceAsStream("schema/" + version + ".sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
