package dev.longshore.model;

/**
 * A Sideloader migration, by the ID that initialize answered. The service cannot list migrations, so whoever loses it loses the migration.
 *
 * @param value the ID; letters, digits and {@code . _ ~ -} only, so that it can stand in a URL's path as it is. A UUID
 *     is in lower case, whoever wrote it
 */
public record MigrationId(String value) implements Comparable<MigrationId> {
    private static final int SHORT = 8;

    /** @throws IllegalArgumentException with a sentence for the user when {@code value} cannot be an ID */
    public MigrationId {
        value = ServiceId.canonical(value, "migration");
    }

    /** Its beginning, which tells it apart from the few others that stand beside it. */
    public String inShort() {
        return value.substring(0, Math.min(SHORT, value.length()));
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
