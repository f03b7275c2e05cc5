package dev.longshore.notify;

import dev.longshore.model.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The routes of notifications, for who shows and changes them. No method blocks; all may be called from any thread. */
public interface NotificationRoutes {
    /** The routes and how they are doing, in the order of the file. */
    List<RouteStatus> routes();

    /** What could not be read of the file. */
    List<Fact> faults();

    /** Writes these routes into the file and uses them; completes with why that was not possible. */
    CompletableFuture<Optional<Fact>> save(List<Route> routes);

    /** Sends a test over a route, saved or not, the way that alerts go; completes with what came back. */
    CompletableFuture<DeliveryResult> test(Route route);
}
