package dev.longshore.model;

/**
 * A connection, by the ID Longshore gave it; stable when the connection is renamed.
 *
 * @param value not blank; part of the name of the keystore entry
 */
public record ConnectionId(String value) {
    /** @throws IllegalArgumentException when {@code value} is blank */
    public ConnectionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A connection ID cannot be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
