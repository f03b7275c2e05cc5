package dev.longshore.simulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** What was asked of the simulator, oldest first: the newest ten thousand requests. Safe for any thread. */
public final class RequestLog {

    private static final int CAPACITY = 10_000;
    private static final Pattern TOKEN = Pattern.compile("AstraCS(:|%3A)[^&/?]*", Pattern.CASE_INSENSITIVE);

    private final Deque<LoggedRequest> requests = new ArrayDeque<>();

    public RequestLog() {}

    /** {@return every request that is remembered} */
    public synchronized List<LoggedRequest> all() {
        return List.copyOf(requests);
    }

    /**
     * {@return how often an operation was asked for, whatever was answered}
     *
     * @param operation the operation
     */
    public synchronized long count(SimulatedOperation operation) {
        return requests.stream().filter(request -> request.operation() == operation).count();
    }

    /**
     * {@return how often an operation was asked for a migration}
     *
     * @param operation the operation
     * @param migrationId the migration's id as it stands in the path
     */
    public synchronized long count(SimulatedOperation operation, String migrationId) {
        return requests.stream()
                .filter(request -> request.operation() == operation)
                .filter(request -> request.target().contains("/migrations/" + migrationId))
                .count();
    }

    /** {@return how many requests would have changed something} */
    public synchronized long countChanging() {
        return requests.stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    /** Forgets every request. */
    public synchronized void clear() {
        requests.clear();
    }

    public synchronized void add(LoggedRequest request) {
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(request);
    }

    public static String withoutToken(String target) {
        return TOKEN.matcher(target).replaceAll("(token)");
    }
}
