package dev.longshore.journal;

import dev.longshore.journal.JournalTrial.DatabaseRole;
import dev.longshore.model.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** What is done with the database of a team before it is used as the journal. Every method blocks. */
public final class TeamJournal {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String MAY_CREATE = """
            SELECT CASE WHEN has_schema_privilege(current_schema(), 'CREATE') AND NOT pg_is_in_recovery()
              THEN 1 ELSE 0 END AS may
            """;
    private static final String MAY_WRITE = """
            SELECT CASE WHEN has_table_privilege('command_state', 'INSERT') AND has_table_privilege('last_known', 'UPDATE')
              AND NOT pg_is_in_recovery() THEN 1 ELSE 0 END AS may
            """;
    private static final String MAY_READ = "SELECT CASE WHEN has_table_privilege('command_state', 'SELECT') THEN 1 ELSE 0 END AS may";
    private static final String IS_OWNER = """
            SELECT CASE WHEN pg_has_role(c.relowner, 'USAGE') AND NOT pg_is_in_recovery() THEN 1 ELSE 0 END AS may
            FROM pg_class c WHERE c.oid = to_regclass('longshore_schema')
            """;

    private TeamJournal() {}

    /**
     * Tries the address, and says what is there; changes nothing.
     *
     * @throws JournalException with what is wrong, and what to do about it
     */
    public static JournalTrial tryOut(PostgresServer server) {
        try (var sql = server.open()) {
            var schema = Schema.refuseNewerServer(sql, server.place());
            var role = role(sql, schema);
            return new JournalTrial(
                    sql.one("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl",
                            resultRow -> resultRow.text("version")),
                    sql.one("SELECT current_user AS name", resultRow -> resultRow.text("name")).orElse(""),
                    schema, Schema.NEWEST, role,
                    schema > 0 && role != DatabaseRole.NONE
                            ? sql.one("SELECT count(*) AS n FROM register_entry", resultRow -> resultRow.number("n"))
                                    .orElse(0L)
                            : 0);
        } catch (SQLException fault) {
            throw server.toJournalException(fault);
        }
    }

    private static DatabaseRole role(Sql sql, int schema) throws SQLException {
        if (schema == 0) {
            return may(sql, MAY_CREATE) ? DatabaseRole.OWNER : DatabaseRole.NONE;
        }
        if (may(sql, IS_OWNER)) {
            return DatabaseRole.OWNER;
        }
        if (may(sql, MAY_WRITE)) {
            return DatabaseRole.WRITER;
        }
        return may(sql, MAY_READ) ? DatabaseRole.READER : DatabaseRole.NONE;
    }

    static boolean may(Sql sql, String question) throws SQLException {
        return sql.one(question, resultRow -> resultRow.flag("may")).orElse(false);
    }

    /** True where the user of the database may read only, or the server is a standby. */
    static boolean isForReading(Sql sql) throws SQLException {
        return !may(sql, MAY_WRITE);
    }

    /**
     * Makes the tables, or brings them up to date; one program does that, however many try.
     *
     * @throws JournalException when that is not possible; then nothing was changed
     */
    public static void create(PostgresServer server) {
        try (var sql = server.open()) {
            Schema.bringServerUpToDate(sql, server.place());
        } catch (SQLException fault) {
            throw server.toJournalException(fault);
        }
    }

    /**
     * Adds to a team's journal what a local one holds and it does not: the list, everything that was observed and asked for,
     * alerts, dates and notes. Nothing that is there is changed. It can be interrupted and done again, and while the local
     * journal is in use.
     *
     * @param dataFolder the folder of the local journal
     * @param english words the facts that stand as text in the tables, in UTC
     * @throws JournalException when that is not possible; what was added until then stays
     */
    public static JournalMergeResult bringIn(Path dataFolder, PostgresServer server, Function<Fact, String> english) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        try {
            if (file.isMissing()) {
                return new JournalMergeResult(0, 0, 0, Map.of());
            }
            bringUpToDate(file);
        } catch (SQLException | IOException fault) {
            throw JournalErrors.of(file.database(), fault);
        }
        try (var local = file.openForReading();
                var writing = new Transactions(
                        server, server::open, sql -> new JournalTables(sql, english),
                        "BEGIN; " + PostgresJournal.WRITER_LOCK)) {
            local.script("BEGIN");
            return new JournalMerge(local, writing, new JournalTables(local, Fact::toString)).run();
        } catch (SQLException fault) {
            throw JournalErrors.of(file.database(), fault);
        }
    }

    /** A journal that was not used since an older version of the program. */
    private static void bringUpToDate(JournalFile file) throws SQLException, IOException {
        int version;
        try (var sql = file.openForReading()) {
            version = Schema.refuseNewer(sql, file.database());
        }
        if (version < Schema.NEWEST) {
            try (var _ = JournalLock.take(file); var sql = file.openForWriting()) {
                Schema.bringUpToDate(sql, file.database());
            }
        }
    }
}
