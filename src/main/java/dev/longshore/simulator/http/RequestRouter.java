package dev.longshore.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes out which operation a request means. */
public final class RequestRouter {

    private static final String DATABASE = "/v2/databases/(?<database>[^/]+)";
    private static final String MIGRATION = DATABASE + "/migrations/(?<migration>[^/]+)";

    private static final List<OperationRoute> ROUTES = List.of(
            route(SimulatedOperation.LIST_DATABASES, "/v2/databases"),
            route(SimulatedOperation.GET_DATABASE, DATABASE),
            route(SimulatedOperation.GET_PCU_GROUP, "/v2/pcus/actions/get/(?<datacenter>[^/]+)"),
            route(SimulatedOperation.INITIALIZE, DATABASE + "/migrations/initialize"),
            route(
                    SimulatedOperation.INITIALIZE_IN_REGION,
                    DATABASE + "/datacenters/(?<datacenter>[^/]+)/migrations/initialize"),
            route(SimulatedOperation.STATUS, MIGRATION),
            route(SimulatedOperation.LAUNCH, MIGRATION + "/launch"),
            route(SimulatedOperation.PAUSE, MIGRATION + "/pause"),
            route(SimulatedOperation.RESUME, MIGRATION + "/resume"),
            route(SimulatedOperation.ABORT, MIGRATION + "/abort"),
            route(SimulatedOperation.CLEAN_UP, MIGRATION + "/cleanup"));

    private RequestRouter() {}

    private record OperationRoute(SimulatedOperation operation, Pattern path) {

        boolean accepts(ReceivedRequest request) {
            return request.method().equals(operation.changes() ? "POST" : "GET");
        }
    }

    /** The call a request means, or null when nobody serves its path, or not by that method. */
    static @Nullable public RoutedRequest route(ReceivedRequest request) {
        for (OperationRoute route : ROUTES) {
            Matcher path = route.path().matcher(request.path());
            if (route.accepts(request) && path.matches()) {
                return new RoutedRequest(refined(route.operation(), request), request, pathVariables(path));
            }
        }
        return null;
    }

    public static boolean hasPath(ReceivedRequest request) {
        return ROUTES.stream().anyMatch(route -> route.path().matcher(request.path()).matches());
    }

    private static SimulatedOperation refined(SimulatedOperation operation, ReceivedRequest request) {
        boolean timed = request.parameters().containsKey(RoutedRequest.CLEANUP_TIME);
        return operation == SimulatedOperation.CLEAN_UP && timed ? SimulatedOperation.SCHEDULE_CLEANUP : operation;
    }

    private static Map<String, String> pathVariables(Matcher path) {
        return path.namedGroups().keySet().stream().collect(Collectors.toMap(Function.identity(), path::group));
    }

    private static OperationRoute route(SimulatedOperation operation, String path) {
        return new OperationRoute(operation, Pattern.compile(path));
    }
}
