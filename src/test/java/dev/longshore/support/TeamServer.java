package dev.longshore.support;

import dev.longshore.model.JournalAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A PostgreSQL for the tests of this process: the one that -Dlongshore.postgres names, else one of its own. Each test has a
 * schema to itself.
 */
public final class TeamServer {
    private static final String GIVEN = System.getProperty("longshore.postgres", "");
    /** On a busy machine each step may take long, and here nobody else waits for it. */
    private static final String PATIENT = "&socketTimeout=%1$d&loginTimeout=%1$d&connectTimeout=%1$d&options=%2$s"
            .formatted(
                    TestWait.LIMIT.toSeconds(),
                    "-c%20statement_timeout=5min%20-c%20idle_in_transaction_session_timeout=5min");

    private TeamServer() {}

    /** Started by the first test that needs it; ends with the process. */
    private static final class OwnServer {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPort(KillableServer.freePort())
                        .setPGStartupWait(TestWait.LIMIT)
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements").start();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    /** The address of a database. */
    private static String url() {
        return GIVEN.isEmpty() ? OwnServer.SERVER.getJdbcUrl("postgres", "postgres") + PATIENT : GIVEN;
    }

    /** The schema that belongs to a folder of a test, made where there is none. */
    public static JournalAddress address(Path folder) {
        run("CREATE SCHEMA IF NOT EXISTS " + schema(folder));
        return new JournalAddress(url() + (url().contains("?") ? "&" : "?") + "currentSchema=" + schema(folder)
                + "&ApplicationName=" + schema(folder));
    }

    /** The same for another user of the database, who needs no password. */
    public static JournalAddress address(Path folder, String user) {
        return new JournalAddress(address(folder).url().replaceFirst("user=[^&]*", "user=" + user));
    }

    /** The schema of a folder. */
    public static String schema(Path folder) {
        return "t" + UUID.nameUUIDFromBytes(folder.toString().getBytes(StandardCharsets.UTF_8)).toString()
                .replace("-", "");
    }

    /** A user of the database, made where there is none. */
    public static void role(String name) {
        run("DO 'BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ''" + name + "'') THEN CREATE ROLE " + name
                + " LOGIN; END IF; END'");
    }

    /** Ends every connection to the schema of a folder, as a server does that is restarted. */
    public static void disconnect(Path folder) {
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + schema(folder) + "'");
    }

    /**
     * What a server was asked for while some work went on.
     *
     * @param statements that were sent to it, those that begin and end transactions among them
     * @param transactions that were ended by a statement
     * @param rows that were inserted, updated or deleted
     */
    public record ServerFigures(long statements, long transactions, long rows) {}

    /**
     * What the server is asked for by {@code work}. It counts each statement as it ends; its other statistics, of tables
     * and databases, are told a second later. A server that was given has to have pg_stat_statements.
     */
    public static ServerFigures during(Runnable work) {
        run("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        run("SELECT pg_stat_statements_reset()");
        work.run();
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            var counted = numbers(statement, """
                    SELECT coalesce(sum(calls), 0),
                      coalesce(sum(calls) FILTER (WHERE query IN ('COMMIT', 'ROLLBACK')), 0),
                      coalesce(sum(rows) FILTER (WHERE query ~* '^\\s*(INSERT|UPDATE|DELETE)'), 0)
                    FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
                    WHERE d.datname = current_database() AND query NOT LIKE '%pg_stat_statements%'
                    """);
            return new ServerFigures(counted.get(0), counted.get(1), counted.get(2));
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The bytes of the schema of a folder, its indexes included, without the room that older rows left. */
    public static long size(Path folder) {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            var tables = "FROM pg_tables WHERE schemaname = '" + schema(folder) + "'";
            for (var table : texts(statement, "SELECT tablename " + tables)) {
                statement.execute("VACUUM FULL " + schema(folder) + "." + table);
            }
            return numbers(statement,
                    "SELECT sum(pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass)) " + tables)
                    .getFirst();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Every row of the schema of a folder as text, with the name of its table, as a dump of it would have them. */
    public static List<String> rows(Path folder) {
        try (var connection = DriverManager.getConnection(url()); var statement = connection.createStatement()) {
            var rows = new ArrayList<String>();
            for (var table : texts(statement,
                    "SELECT tablename FROM pg_tables WHERE schemaname = '" + schema(folder) + "'")) {
                rows.addAll(texts(statement, "SELECT '%2$s ' || t::text FROM %1$s.%2$s t".formatted(
                        schema(folder), table)));
            }
            return rows;
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<Long> numbers(Statement statement, String query) throws SQLException {
        try (var row = statement.executeQuery(query)) {
            row.next();
            var numbers = new ArrayList<Long>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getLong(column));
            }
            return numbers;
        }
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    /** Runs a statement in the schema of a folder. */
    public static void run(Path folder, String statement) {
        run("SET search_path = " + schema(folder) + "; " + statement);
    }

    /** Runs a statement on the server. */
    public static void run(String statement) {
        try (var connection = DriverManager.getConnection(url()); var each = connection.createStatement()) {
            each.execute(statement);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
