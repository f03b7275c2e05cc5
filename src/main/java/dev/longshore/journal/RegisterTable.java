package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.RegisteredMigration;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table {@code register_entry}: which migrations are on the list. */
final class RegisterTable {
    private final Sql sql;
    private final MigrationTable migrations;

    RegisterTable(Sql sql, MigrationTable migrations) {
        this.sql = sql;
        this.migrations = migrations;
    }

    /** The attempt before one of several at the same thing. */
    private record EarlierAttempt(long migration, long follows, MigrationKey followed) {}

    List<RegisteredMigration> all() throws SQLException {
        var earlier = earlierAttempts();
        return sql.list("""
                SELECT m.connection_id, m.database_id, m.migration_id, e.name, e.tags, e.registered_at, m.id
                FROM register_entry e JOIN migration m ON m.id = e.migration ORDER BY e.position
                """, resultRow -> read(resultRow, chain(resultRow.number("id"), earlier)));
    }

    private Map<Long, EarlierAttempt> earlierAttempts() throws SQLException {
        return sql.list("""
                SELECT a.migration, i.follows, f.connection_id, f.database_id, f.migration_id
                FROM initialize i JOIN initialize_answer a ON a.initialize = i.position
                JOIN migration f ON f.id = i.follows
                WHERE a.migration IS NOT NULL
                """, resultRow -> new EarlierAttempt(
                resultRow.number("migration"), resultRow.number("follows"), MigrationTable.read(resultRow)))
                .stream().collect(Collectors.toMap(EarlierAttempt::migration, each -> each, (_, later) -> later));
    }

    /** Newest first. A file that was edited by hand may lead in a circle. */
    private static List<MigrationKey> chain(long migration, Map<Long, EarlierAttempt> earlier) {
        var found = new LinkedHashSet<MigrationKey>();
        var before = earlier.get(migration);
        while (before != null && before.follows() != migration && found.add(before.followed())) {
            before = earlier.get(before.follows());
        }
        return List.copyOf(found);
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

    private static RegisteredMigration read(ResultRow resultRow, List<MigrationKey> earlierAttempts)
            throws SQLException {
        return new RegisteredMigration(
                MigrationTable.read(resultRow), resultRow.text("name"), resultRow.text("tags").lines().toList(),
                resultRow.instant("registered_at"), earlierAttempts);
    }
}
