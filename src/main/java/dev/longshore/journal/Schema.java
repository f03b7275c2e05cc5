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
    static final int NEWEST = 17;
    /** From this version on each has a script for the database of a team besides, run after what is for both. */
    private static final int FIRST_OF_TEAM = 16;

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

    /**
     * The same for the database of a team, by one program at a time; needs no right to make tables where nothing is to be
     * made.
     *
     * @param place the address of the database
     */
    static void bringServerUpToDate(Sql sql, String place) throws SQLException {
        sql.script("BEGIN; " + PostgresJournal.WRITER_LOCK);
        var done = false;
        try {
            var version = refuseNewerServer(sql, place);
            if (version < NEWEST) {
                makeServer(sql, version);
            }
            sql.script("COMMIT");
            done = true;
        } finally {
            if (!done) {
                sql.rollBack();
            }
        }
    }

    /** The scripts since {@code version}; where there is nothing yet, what a team needs besides the tables of the file. */
    private static void makeServer(Sql sql, int version) throws SQLException {
        for (int next = version + 1; next <= NEWEST; next++) {
            sql.script(SqlDialect.POSTGRESQL.translateScript(script(next)));
        }
        if (version == 0) {
            sql.script(script("team"));
        }
        for (int next = Math.max(version + 1, FIRST_OF_TEAM); next <= NEWEST; next++) {
            sql.script(script("team-" + next));
        }
        sql.run("INSERT INTO longshore_schema (version) VALUES (?)", NEWEST);
    }

    /** The version of the database of a team; 0 where it has no tables yet. */
    static int refuseNewerServer(Sql sql, String place) throws SQLException {
        var exists = sql.one("SELECT to_regclass('longshore_schema') IS NOT NULL AS made",
                resultRow -> "t".equals(resultRow.text("made"))).orElse(false);
        var version = exists
                ? sql.one("SELECT max(version) AS version FROM longshore_schema",
                        resultRow -> (int) resultRow.number("version")).orElse(0)
                : 0;
        if (version > NEWEST) {
            throw new JournalException(Fact.of(
                    JournalFact.NEWER_SCHEMA, place, Integer.toString(version), Integer.toString(NEWEST)));
        }
        return version;
    }

    static int version(Sql sql) throws SQLException {
        return sql.one("PRAGMA user_version", resultRow -> (int) resultRow.number("user_version")).orElse(0);
    }

    private static String script(int version) {
        return script(Integer.toString(version));
    }

    private static String script(String name) {
        try (var stream = Schema.class.getResourceAsStream("schema/" + name + ".sql")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
