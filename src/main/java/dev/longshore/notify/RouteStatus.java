package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.Optional;

/**
 * How a route is doing.
 *
 * @param route the route
 * @param waiting how many messages are waiting for it
 * @param sent how many were sent since the start
 * @param failed how many tries failed since the start
 * @param failingSince since when it fails, in UTC; empty while it does not
 * @param newest what came back last, or empty
 */
public record RouteStatus(Route route, int waiting, long sent, long failed, Optional<Instant> failingSince,
        Optional<Fact> newest) {}
