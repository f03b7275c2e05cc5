package dev.longshore.model;

import java.time.Instant;

/**
 * An entry of the register: the service cannot list migrations, so this list is the only one there is.
 *
 * @param key which migration
 * @param name the person's own name for it
 * @param registeredAt when it was put on the list, in UTC
 */
public record RegisteredMigration(MigrationKey key, String name, Instant registeredAt) {
    /** The same entry under another name. */
    public RegisteredMigration named(String newName) {
        return new RegisteredMigration(key, newName, registeredAt);
    }
}
