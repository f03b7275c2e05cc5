package dev.longshore.model;

/**
 * A database as Longshore addresses it: the same database seen through two connections is two entries.
 *
 * @param connection the connection through which it is watched
 * @param database how the service addresses it
 */
public record DatabaseKey(ConnectionId connection, DatabaseId database) {
    /** A migration that imports into it. */
    public MigrationKey migration(MigrationId id) {
        return new MigrationKey(connection, new MigrationRef(database, id));
    }
}
