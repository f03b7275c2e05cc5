package dev.longshore.model;

/**
 * An Astra database, by the ID the service gave it.
 *
 * @param value the ID; letters, digits and {@code . _ ~ -} only, so that it can stand in a URL's path as it is. A UUID
 *     is in lower case, whoever wrote it
 */
public record DatabaseId(String value) implements Comparable<DatabaseId> {
    /** @throws IllegalArgumentException with a sentence for the user when {@code value} cannot be an ID */
    public DatabaseId {
        value = ServiceId.canonical(value, "database");
    }

    @Override
    public int compareTo(DatabaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
