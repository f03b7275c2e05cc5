package dev.longshore.support;

import dev.longshore.model.JournalAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A PostgreSQL for the tests of this process: the one that -Dlongshore.postgres names, else one of its own. Each test has a
 * schema to itself.
 */
public final class TeamServer {
    private static final String GIVEN = System.getProperty("longshore.postgres", "");

    private TeamServer() {}

    /** Started by the first test that needs it; ends with the process. */
    private static final class OwnServer {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setPGStartupWait(TestWait.LIMIT).start();
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    /** The address of a database. */
    private static String url() {
        return GIVEN.isEmpty() ? OwnServer.SERVER.getJdbcUrl("postgres", "postgres") : GIVEN;
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

    /** Ends every connection to the schema of a folder, as a server does that is restarted. */
    public static void disconnect(Path folder) {
        run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '" + schema(folder) + "'");
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
