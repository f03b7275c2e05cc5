package dev.longshore.journal;

import dev.longshore.model.CloudProvider;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables {@code database} and {@code database_datacenter}: the databases as last listed. */
final class DatabaseTable {
    private final Sql sql;

    DatabaseTable(Sql sql) {
        this.sql = sql;
    }

    List<Database> all(ConnectionId connection) throws SQLException {
        var datacenters = datacenters(connection);
        return sql.list(
                "SELECT * FROM database WHERE connection_id = ? ORDER BY position",
                resultRow -> read(resultRow, datacenters.getOrDefault(resultRow.number("position"), List.of())),
                connection);
    }

    /** Writes nothing where they are the same, as they mostly are. */
    void replace(ConnectionId connection, List<Database> databases) throws SQLException {
        if (all(connection).equals(databases)) {
            return;
        }
        removeAll(connection);
        for (int position = 0; position < databases.size(); position++) {
            add(connection, position, databases.get(position));
        }
    }

    void removeAll(ConnectionId connection) throws SQLException {
        sql.run("DELETE FROM database WHERE connection_id = ?", connection);
    }

    private void add(ConnectionId connection, int position, Database database) throws SQLException {
        sql.run("""
                INSERT INTO database (connection_id, position, id, name, keyspace, cloud, region, status)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                connection, position, database.id(), database.name(), database.keyspace(), database.cloud(),
                database.region(), database.status());
        for (int index = 0; index < database.datacenters().size(); index++) {
            sql.run(
                    "INSERT INTO database_datacenter VALUES (?, ?, ?, ?)",
                    connection, position, index, database.datacenters().get(index));
        }
    }

    private Map<Long, List<String>> datacenters(ConnectionId connection) throws SQLException {
        var byDatabase = new HashMap<Long, List<String>>();
        sql.each(
                "SELECT * FROM database_datacenter WHERE connection_id = ? ORDER BY database_position, position",
                resultRow -> byDatabase
                        .computeIfAbsent(resultRow.number("database_position"), _ -> new ArrayList<>())
                        .add(resultRow.text("id")),
                connection);
        return byDatabase;
    }

    private static Database read(ResultRow resultRow, List<String> datacenters) throws SQLException {
        return new Database(
                new DatabaseId(resultRow.text("id")),
                resultRow.text("name"),
                resultRow.text("keyspace"),
                CloudProvider.valueOf(resultRow.text("cloud")),
                resultRow.text("region"),
                resultRow.text("status"),
                datacenters);
    }
}
