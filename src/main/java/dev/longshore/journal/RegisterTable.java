package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import java.sql.SQLException;
import java.util.List;

/** The table {@code register_entry}: which migrations are on the list. */
final class RegisterTable {
    private final Sql sql;
    private final MigrationTable migrations;

    RegisterTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    List<RegisteredMigration> all() throws SQLException {
        return sql.list("""
                SELECT m.connection_id, m.database_id, m.migration_id, e.name, e.tags, e.registered_at
                FROM register_entry e JOIN migration m ON m.id = e.migration ORDER BY e.position
                """, RegisterTable::read);
    }

    void save(RegisteredMigration migration) throws SQLException {
        sql.run("""
                INSERT INTO register_entry (migration, name, tags, registered_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (migration) DO UPDATE SET name = excluded.name, tags = excluded.tags,
                  registered_at = excluded.registered_at
                """,
                migrations.findOrAdd(migration.key()), migration.name(),
                String.join("\n", migration.tags()), migration.registeredAt());
    }

    void remove(MigrationKey migration) throws SQLException {
        var id = migrations.find(migration);
        if (id.isPresent()) {
            sql.run("DELETE FROM register_entry WHERE migration = ?", id.getAsLong());
        }
    }

    void removeAll(ConnectionId connection) throws SQLException {
        sql.run("""
                DELETE FROM register_entry
                WHERE migration IN (SELECT id FROM migration WHERE connection_id = ?)
                """, connection);
    }

    private static RegisteredMigration read(ResultRow resultRow) throws SQLException {
        return new RegisteredMigration(
                MigrationTable.read(resultRow), resultRow.text("name"), resultRow.text("tags").lines().toList(),
                resultRow.instant("registered_at"));
    }
}
