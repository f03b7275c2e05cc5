package dev.longshore.watch;

import dev.longshore.model.Alert;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.fact.Fact;

/**
 * A route of notifications that has not delivered for a while.
 *
 * @param route its name
 * @param fact since when, and why
 */
public record RouteTrouble(String route, Fact fact) {
    /** What a user should know about it: there is one such alert for a route at a time. */
    public Alert alert() {
        return new Alert(Alert.Kind.ROUTE_FAILING, Alert.Severity.ACT_NOW, null, fact);
    }

    /** What stands in the place of a connection. */
    public ConnectionId id() {
        return ConnectionId.ofRoute(route);
    }
}
