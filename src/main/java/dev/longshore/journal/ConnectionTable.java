package dev.longshore.journal;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.ProxyChoice;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code connection}. */
final class ConnectionTable {
    private final Sql sql;

    ConnectionTable(Sql sql) {
        this.sql = sql;
    }

    List<Connection> all() throws SQLException {
        return sql.list("SELECT * FROM connection ORDER BY position", ConnectionTable::read);
    }

    void save(Connection connection) throws SQLException {
        sql.run("""
                INSERT INTO connection (id, name, endpoint, environment, read_only, token_origin, proxy)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, endpoint = excluded.endpoint,
                  environment = excluded.environment, read_only = excluded.read_only,
                  token_origin = excluded.token_origin, proxy = excluded.proxy
                """,
                connection.id(), connection.name(), connection.endpoint(), connection.environment(),
                connection.readOnly(), connection.origin(), connection.proxy());
    }

    void saveListedAt(ConnectionId connection, @Nullable Instant listedAt) throws SQLException {
        sql.run("UPDATE connection SET databases_listed_at = ? WHERE id = ?", listedAt, connection);
    }

    Map<ConnectionId, Instant> databasesListedAt() throws SQLException {
        var times = new HashMap<ConnectionId, Instant>();
        sql.each(
                "SELECT id, databases_listed_at FROM connection WHERE databases_listed_at IS NOT NULL",
                resultRow -> times.put(
                        new ConnectionId(resultRow.text("id")), resultRow.instant("databases_listed_at")));
        return times;
    }

    void remove(ConnectionId connection) throws SQLException {
        sql.run("DELETE FROM connection WHERE id = ?", connection);
    }

    private static Connection read(ResultRow resultRow) throws SQLException {
        return new Connection(
                new ConnectionId(resultRow.text("id")),
                resultRow.text("name"),
                URI.create(resultRow.text("endpoint")),
                Environment.valueOf(resultRow.text("environment")),
                resultRow.flag("read_only"),
                Connection.TokenOrigin.valueOf(resultRow.text("token_origin")),
                ProxyChoice.of(resultRow.text("proxy")));
    }
}
