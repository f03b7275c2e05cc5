package dev.longshore.journal;

import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** The table {@code migration}: a short number for each migration that was ever named, for the other tables to use. */
final class MigrationTable {
    private final Sql sql;

    MigrationTable(Sql sql) {
        this.sql = sql;
    }

    OptionalLong find(MigrationKey key) throws SQLException {
        var found = find(key, "database_id = ? AND migration_id = ?");
        if (found.isEmpty()) {
            // IDs that were pasted in upper case were once kept so.
            found = find(key, "lower(database_id) = lower(?) AND lower(migration_id) = lower(?)");
        }
        return found.isPresent() ? OptionalLong.of(found.get()) : OptionalLong.empty();
    }

    private Optional<Long> find(MigrationKey key, String condition) throws SQLException {
        return sql.one(
                "SELECT id FROM migration WHERE connection_id = ? AND " + condition,
                resultRow -> resultRow.number("id"),
                key.connection(), key.ref().database(), key.ref().migration());
    }

    long findOrAdd(MigrationKey key) throws SQLException {
        var known = find(key);
        return known.isPresent() ? known.getAsLong() : add(key);
    }

    private long add(MigrationKey key) throws SQLException {
        return sql.one(
                "INSERT INTO migration (connection_id, database_id, migration_id) VALUES (?, ?, ?) RETURNING id",
                resultRow -> resultRow.number("id"),
                key.connection(), key.ref().database(), key.ref().migration()).orElseThrow();
    }

    /** The migration of a row with the three columns that name it. */
    static MigrationKey read(ResultRow resultRow) throws SQLException {
        return new MigrationKey(
                new ConnectionId(resultRow.text("connection_id")),
                new MigrationRef(
                        new DatabaseId(resultRow.text("database_id")),
                        new MigrationId(resultRow.text("migration_id"))));
    }
}
