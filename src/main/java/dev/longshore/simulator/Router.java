package dev.longshore.simulator;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes out which operation a request means. */
final class Router {

    private static final String DATABASE = "/v2/databases/(?<database>[^/]+)";
    private static final String MIGRATION = DATABASE + "/migrations/(?<migration>[^/]+)";

    private static final List<Route> ROUTES = List.of(
            route(Operation.LIST_DATABASES, "/v2/databases"),
            route(Operation.GET_DATABASE, DATABASE),
            route(Operation.INITIALIZE, DATABASE + "/migrations/initialize"),
            route(
                    Operation.INITIALIZE_IN_REGION,
                    DATABASE + "/datacenters/(?<datacenter>[^/]+)/migrations/initialize"),
            route(Operation.STATUS, MIGRATION),
            route(Operation.LAUNCH, MIGRATION + "/launch"),
            route(Operation.PAUSE, MIGRATION + "/pause"),
            route(Operation.RESUME, MIGRATION + "/resume"),
            route(Operation.ABORT, MIGRATION + "/abort"),
            route(Operation.CLEAN_UP, MIGRATION + "/cleanup"));

    private Router() {}

    private record Route(Operation operation, Pattern path) {

        boolean takes(HttpRequest request) {
            return request.method().equals(operation.changes() ? "POST" : "GET");
        }
    }

    /** The call a request means, or null when nobody serves its path, or not by that method. */
    static @Nullable Call route(HttpRequest request) {
        for (Route route : ROUTES) {
            Matcher path = route.path().matcher(request.path());
            if (route.takes(request) && path.matches()) {
                return new Call(refined(route.operation(), request), request, names(path));
            }
        }
        return null;
    }

    static boolean knowsPath(HttpRequest request) {
        return ROUTES.stream().anyMatch(route -> route.path().matcher(request.path()).matches());
    }

    private static Operation refined(Operation operation, HttpRequest request) {
        boolean timed = request.parameters().containsKey(Call.CLEANUP_TIME);
        return operation == Operation.CLEAN_UP && timed ? Operation.SCHEDULE_CLEANUP : operation;
    }

    private static Map<String, String> names(Matcher path) {
        return path.namedGroups().keySet().stream().collect(Collectors.toMap(Function.identity(), path::group));
    }

    private static Route route(Operation operation, String path) {
        return new Route(operation, Pattern.compile(path));
    }
}
