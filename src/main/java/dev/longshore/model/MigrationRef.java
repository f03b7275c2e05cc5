package dev.longshore.model;

import java.util.Optional;

/**
 * A migration as the service addresses it: by its database and its own ID.
 *
 * @param database the database it imports into
 * @param migration its own ID
 */
public record MigrationRef(DatabaseId database, MigrationId migration) {
    private static final String LINK = "longshore://migration/";

    /**
     * Reads {@code DBID/MIGRATIONID}, the form of the {@code --watch} argument.
     *
     * @throws IllegalArgumentException with a sentence for the user when the text has another form
     */
    public static MigrationRef parse(String text) {
        var parts = text.strip().split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" does not name a migration: write DATABASE-ID/MIGRATION-ID.");
        }
        return new MigrationRef(new DatabaseId(parts[0]), new MigrationId(parts[1]));
    }

    /** True when both IDs have the form that the service gives them; the UUID of nothing but zeros is a placeholder. */
    public boolean hasServiceIds() {
        return ServiceId.isMade(database.value()) && ServiceId.isMade(migration.value())
                && !database.value().equals(migration.value());
    }

    /** The link that raises the window at this migration. */
    public String link() {
        return LINK + this;
    }

    /** The migration that a link names, where {@code text} is one; its end may be a slash, as browsers write it. */
    public static Optional<MigrationRef> ofLink(String text) {
        var link = text.strip();
        if (!link.startsWith(LINK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(link.substring(LINK.length()).replaceFirst("/$", "")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return database + "/" + migration;
    }
}
