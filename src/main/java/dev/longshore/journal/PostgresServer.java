package dev.longshore.journal;

import dev.longshore.model.JournalAddress;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.postgresql.Driver;

/**
 * The way to a database of a team. The password comes from the environment variable PGPASSWORD or from the file
 * {@code .pgpass}; encryption is as the address says. Safe for use by several threads.
 */
public final class PostgresServer implements JournalFaults {
    /**
     * A method that returns has its rows on disk, whatever the server is set to. Nothing that is asked here takes so long;
     * who holds others up for longer loses the connection. Limits that the address, the user or the database has already
     * stay as they are.
     */
    private static final String SETTINGS = """
            SET synchronous_commit = 'on';
            SELECT set_config(name, patience, false)
            FROM (VALUES ('statement_timeout', '8s'), ('idle_in_transaction_session_timeout', '10s'))
              AS known (name, patience)
            WHERE current_setting(name) = '0'
            """;
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_TO_ANSWER = "12";

    private final JournalAddress address;
    private final Map<String, String> environment;
    private final UUID desk;

    /**
     * The way to {@code address}.
     *
     * @param environment the environment variables
     * @param desk by which the programs on the database tell each other apart; that of a data folder
     */
    public PostgresServer(JournalAddress address, Map<String, String> environment, UUID desk) {
        this.address = address;
        this.environment = Map.copyOf(environment);
        this.desk = desk;
    }

    /** For a program that only reads, and so is no desk. */
    public static PostgresServer forReading(JournalAddress address, Map<String, String> environment) {
        return new PostgresServer(address, environment, new UUID(0, 0));
    }

    /** The address, without what stands behind a question mark. */
    String place() {
        return address.place();
    }

    /** By which the programs on the database tell each other apart. */
    String desk() {
        return desk.toString();
    }

    /** A connection on which nothing takes long. */
    Sql open() throws SQLException {
        var properties = properties();
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        return open(properties, SETTINGS, true);
    }

    /** A connection that reads as long as it takes, a part of the rows at a time. */
    Sql openForExport() throws SQLException {
        return open(properties(), "SET default_transaction_isolation = 'repeatable read'", false);
    }

    /** @param autoCommit true where the transactions are begun and ended by statements; then all rows come at once */
    private Sql open(Properties properties, String settings, boolean autoCommit) throws SQLException {
        var connection = new Driver().connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("The driver does not know this address.");
        }
        var sql = new Sql(connection, SqlDialect.POSTGRESQL);
        try {
            sql.script("SET longshore.desk = '" + desk + "'; " + settings);
            connection.setAutoCommit(autoCommit);
            return sql;
        } catch (SQLException fault) {
            SqlJournal.closeQuietly(sql);
            throw fault;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "Longshore");
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        set(properties, "user", "PGUSER");
        set(properties, "password", "PGPASSWORD");
        return properties;
    }

    private void set(Properties properties, String name, String variable) {
        var value = environment.getOrDefault(variable, "");
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    @Override
    public boolean isDisconnected(SQLException fault) {
        var state = state(fault);
        return state.startsWith("08") || state.startsWith("57P") || "25P03".equals(state);
    }

    @Override
    public JournalException toJournalException(Exception cause) {
        return cause instanceof JournalException known ? known : new JournalException(fact(cause), cause);
    }

    private Fact fact(Exception cause) {
        var message = message(cause);
        return cause instanceof SQLException fault
                ? Fact.of(kind(state(fault)), place(), message)
                : Fact.of(JournalFact.FAILED, place(), message);
    }

    /** The driver says of some failures of the network only that there was one; what is behind it says which. */
    private static String message(Exception cause) {
        var said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause instanceof SQLException && cause.getCause() instanceof IOException behind
                ? said + " " + behind
                : said;
    }

    private static JournalFact kind(String state) {
        return switch (state) {
            case "08004", "28000", "28P01" -> JournalFact.SERVER_LOGIN_REFUSED;
            case "3D000" -> JournalFact.SERVER_WITHOUT_DATABASE;
            case "42501", "25006", "3F000" -> JournalFact.SERVER_FORBIDS;
            default -> state.startsWith("08") || state.startsWith("57P")
                    ? JournalFact.SERVER_UNREACHABLE
                    : JournalFact.FAILED;
        };
    }

    private static String state(SQLException fault) {
        return Objects.requireNonNullElse(fault.getSQLState(), "");
    }
}
