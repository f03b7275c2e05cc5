package dev.longshore.model;

import java.util.regex.Pattern;

/**
 * A Sideloader migration, by the ID that initialize answered. The service cannot list migrations, so whoever loses it loses the migration.
 *
 * @param value the ID as the service writes it; letters, digits and {@code . _ ~ -} only, so that it can stand in a
 *     URL's path as it is
 */
public record MigrationId(String value) implements Comparable<MigrationId> {
    private static final Pattern SAFE_IN_A_PATH = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._~-]{1,128}");

    /** @throws IllegalArgumentException with a sentence for the person when {@code value} cannot be an ID */
    public MigrationId {
        if (!SAFE_IN_A_PATH.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" cannot be a migration ID.");
        }
    }

    @Override
    public int compareTo(MigrationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
