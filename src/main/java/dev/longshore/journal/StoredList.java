package dev.longshore.journal;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Database;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list as the journal holds it at one moment. Immutable.
 *
 * @param migrations those on the list, in its order
 * @param connections through which they are watched
 * @param databases of each connection, as last listed
 * @param lastKnown of those migrations of which anything is known
 */
public record StoredList(
        List<RegisteredMigration> migrations, List<Connection> connections,
        Map<ConnectionId, List<Database>> databases, Map<MigrationKey, LastKnown> lastKnown) {
    public StoredList {
        migrations = List.copyOf(migrations);
        connections = List.copyOf(connections);
        databases = Map.copyOf(databases);
        lastKnown = Map.copyOf(lastKnown);
    }

    static StoredList empty() {
        return new StoredList(List.of(), List.of(), Map.of(), Map.of());
    }

    static StoredList of(JournalTables tables) throws SQLException {
        var connections = tables.connections.all();
        var databases = new HashMap<ConnectionId, List<Database>>();
        for (var each : connections) {
            databases.put(each.id(), tables.databases.all(each.id()));
        }
        return new StoredList(tables.register.all(), connections, databases, tables.lastKnown.ofRegister());
    }

    /** The name of a connection, or its ID where it is not on the list any more. */
    public String connectionName(ConnectionId id) {
        return connections.stream().filter(each -> each.id().equals(id)).findFirst().map(Connection::name)
                .orElse(id.value());
    }

    /** The name of a database, where it is known. */
    public Optional<String> databaseName(ConnectionId connection, DatabaseId id) {
        return databases.getOrDefault(connection, List.of()).stream().filter(each -> each.id().equals(id)).findFirst()
                .map(Database::label);
    }
}
