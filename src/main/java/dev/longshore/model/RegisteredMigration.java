package dev.longshore.model;

import java.time.Instant;
import java.util.List;

/**
 * An entry of the register: the service cannot list migrations, so this list is the only one there is.
 *
 * @param key which migration
 * @param name the user's own name for it
 * @param tags the user's own words for it, in their order
 * @param registeredAt when it was put on the list, in UTC
 */
public record RegisteredMigration(MigrationKey key, String name, List<String> tags, Instant registeredAt) {
    public RegisteredMigration {
        tags = List.copyOf(tags);
    }

    /** An entry without tags. */
    public RegisteredMigration(MigrationKey key, String name, Instant registeredAt) {
        this(key, name, List.of(), registeredAt);
    }

    /** The same entry under another name. */
    public RegisteredMigration named(String newName) {
        return new RegisteredMigration(key, newName, tags, registeredAt);
    }

    /** The same entry with other tags. */
    public RegisteredMigration tagged(List<String> newTags) {
        return new RegisteredMigration(key, name, newTags, registeredAt);
    }
}
