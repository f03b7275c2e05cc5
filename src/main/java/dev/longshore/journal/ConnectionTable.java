package dev.longshore.journal;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.ProxyChoice;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

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
