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
 * @param earlierAttempts the failed or aborted migrations in whose place it was made, the newest first; known from what
 *     initialize was asked for, and not changed by the user
 */
public record RegisteredMigration(
        MigrationKey key, String name, List<String> tags, Instant registeredAt, List<MigrationKey> earlierAttempts) {
    public RegisteredMigration {
        tags = List.copyOf(tags);
        earlierAttempts = List.copyOf(earlierAttempts);
    }

    /** An entry in the place of no other. */
    public RegisteredMigration(MigrationKey key, String name, List<String> tags, Instant registeredAt) {
        this(key, name, tags, registeredAt, List.of());
    }

    /** An entry without tags. */
    public RegisteredMigration(MigrationKey key, String name, Instant registeredAt) {
        this(key, name, List.of(), registeredAt);
    }

    /** The same entry under another name. */
    public RegisteredMigration named(String newName) {
        return new RegisteredMigration(key, newName, tags, registeredAt, earlierAttempts);
    }

    /** The same entry with other tags. */
    public RegisteredMigration tagged(List<String> newTags) {
        return new RegisteredMigration(key, name, newTags, registeredAt, earlierAttempts);
    }
}
