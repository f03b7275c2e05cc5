package dev.longshore.model;

/**
 * A migration as Longshore addresses it: the same migration seen through two connections is two entries.
 *
 * @param connection the connection through which it is watched
 * @param ref how the service addresses it
 */
public record MigrationKey(ConnectionId connection, MigrationRef ref) {
    /** The database into which it imports. */
    public DatabaseKey databaseKey() {
        return new DatabaseKey(connection, ref.database());
    }

    @Override
    public String toString() {
        return connection + ":" + ref;
    }
}
