package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a file of routes.
 *
 * @param routes those that can be used, in their order
 * @param ping where it is told that the watch is alive, or empty
 * @param faults what could not be read, with its line; a route with a fault in something that it needs is left out
 */
public record RoutesContent(List<Route> routes, Optional<PingTarget> ping, List<Fact> faults) {
    static final RoutesContent EMPTY = new RoutesContent(List.of(), Optional.empty(), List.of());

    public RoutesContent {
        routes = List.copyOf(routes);
        faults = List.copyOf(faults);
    }

    /**
     * A service that raises an alarm when it hears nothing, in the manner of healthchecks: the address for success, and
     * {@code /fail} behind it for failure.
     *
     * @param interval how often it is called
     */
    public record PingTarget(SecretReference url, Duration interval) {
        static final Duration USUAL_INTERVAL = Duration.ofMinutes(5);
    }
}
