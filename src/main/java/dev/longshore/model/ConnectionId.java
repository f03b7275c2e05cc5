package dev.longshore.model;

/**
 * A connection, by the ID Longshore gave it; stable when the connection is renamed.
 *
 * @param value not blank; part of the name of the keystore entry
 */
public record ConnectionId(String value) {
    private static final String ROUTE = "route:";

    /** @throws IllegalArgumentException when {@code value} is blank */
    public ConnectionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A connection ID cannot be blank.");
        }
    }

    /** What stands in the place of a connection where something is about a route of notifications. */
    public static ConnectionId ofRoute(String name) {
        return new ConnectionId(ROUTE + name);
    }

    /** True where it stands for a route of notifications. */
    public boolean isRoute() {
        return value.startsWith(ROUTE);
    }

    /** The name of that route. */
    public String routeName() {
        return value.substring(ROUTE.length());
    }

    @Override
    public String toString() {
        return value;
    }
}
