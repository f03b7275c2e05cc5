package dev.longshore.support;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.NotifyFact;
import dev.longshore.notify.DeliveryResult;
import dev.longshore.notify.NotificationRoutes;
import dev.longshore.notify.Route;
import dev.longshore.notify.RouteKeys;
import dev.longshore.notify.RouteStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Routes in memory, which remember what they were asked for. Safe for use by several threads. */
public final class FakeRoutes implements NotificationRoutes {
    public final List<Route> tested = new CopyOnWriteArrayList<>();
    /** What {@link #routes} answers. */
    public volatile List<RouteStatus> routes = List.of();
    /** What {@link #faults} answers. */
    public volatile List<Fact> faults = List.of();
    /** What {@link #save} answers. */
    public volatile Optional<Fact> trouble = Optional.empty();
    /** What {@link #test} answers. */
    public volatile CompletableFuture<DeliveryResult> result = CompletableFuture.completedFuture(
            new DeliveryResult.Delivered(Fact.of(NotifyFact.HTTP_ACCEPTED, "hooks.example.com", 200)));

    @Override
    public List<RouteStatus> routes() {
        return routes;
    }

    @Override
    public List<Fact> faults() {
        return faults;
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(List<Route> saved) {
        if (trouble.isEmpty()) {
            routes = saved.stream().map(FakeRoutes::fine).toList();
        }
        return CompletableFuture.completedFuture(trouble);
    }

    /** One route of each kind that people meet first: one that works, one that fails, one that is new. */
    public static List<RouteStatus> samples(Instant now) {
        var why = Fact.of(NotifyFact.HTTP_REJECTED, "hooks.slack.com", 404, "no_service");
        return List.of(
                new RouteStatus(route("desktop", "kind", "desktop"), 0, 12, 0, Optional.empty(), Optional.empty()),
                new RouteStatus(
                        route("dba channel", "kind", "slack", "url", "https://hooks.slack.com/services/T0/B0/hidden",
                                "quiet-hours", "22:00-07:00"),
                        3, 41, 7, Optional.of(now.minusSeconds(1200)), Optional.of(why)),
                fine(route("on-call", "kind", "pagerduty", "routing-key", "env:PD_KEY", "classes", List.of("act-now"),
                        "connections", List.of("production"))));
    }

    /** What stands in them that a user or a receiver has named. */
    public static List<String> names() {
        return List.of("desktop", "dba channel", "on-call", "hooks.slack.com", "events.pagerduty.com", "no_service");
    }

    private static Route route(String name, Object... keys) {
        var all = new HashMap<String, Object>(Map.of("name", name));
        for (int at = 0; at < keys.length; at += 2) {
            all.put(keys[at].toString(), keys[at + 1]);
        }
        return RouteKeys.read(all).route().orElseThrow();
    }

    /** A route that has not sent anything yet. */
    public static RouteStatus fine(Route route) {
        return new RouteStatus(route, 0, 0, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public CompletableFuture<DeliveryResult> test(Route route) {
        tested.add(route);
        return result;
    }
}
