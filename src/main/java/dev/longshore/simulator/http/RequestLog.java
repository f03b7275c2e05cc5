package dev.longshore.simulator.http;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was asked of the simulator, oldest first: the newest ten thousand requests that only read, and the newest ten
 * thousand that would change something, so that no number of questions makes it forget a change. Safe for any thread.
 */
public final class RequestLog {

    private static final int CAPACITY = 10_000;
    private static final String CHANGING = "POST";
    private static final Pattern TOKEN = Pattern.compile("AstraCS(:|%3A)[^&/?]*", Pattern.CASE_INSENSITIVE);

    private final Deque<NumberedRequest> reading = new ArrayDeque<>();
    private final Deque<NumberedRequest> changing = new ArrayDeque<>();
    private long nextNumber;

    private record NumberedRequest(long number, LoggedRequest request) {}

    public RequestLog() {}

    /** {@return every request that is remembered} */
    public synchronized List<LoggedRequest> all() {
        return Stream.concat(reading.stream(), changing.stream())
                .sorted(Comparator.comparingLong(NumberedRequest::number))
                .map(NumberedRequest::request)
                .toList();
    }

    /**
     * {@return how often an operation was asked for, whatever was answered}
     *
     * @param operation the operation
     */
    public synchronized long count(SimulatedOperation operation) {
        return requests().filter(request -> request.operation() == operation).count();
    }

    /**
     * {@return how often an operation was asked for a migration}
     *
     * @param operation the operation
     * @param migrationId the migration's id as it stands in the path
     */
    public synchronized long count(SimulatedOperation operation, String migrationId) {
        return requests()
                .filter(request -> request.operation() == operation)
                .filter(request -> request.target().contains("/migrations/" + migrationId))
                .count();
    }

    /** {@return how many requests would have changed something} */
    public synchronized long countChanging() {
        return changing.size();
    }

    /** {@return how many requests there were since the last {@link #clear}, those included that are forgotten} */
    public synchronized long total() {
        return nextNumber;
    }

    private Stream<LoggedRequest> requests() {
        return Stream.concat(reading.stream(), changing.stream()).map(NumberedRequest::request);
    }

    /** Forgets every request. */
    public synchronized void clear() {
        reading.clear();
        changing.clear();
        nextNumber = 0;
    }

    public synchronized void add(LoggedRequest request) {
        var requests = request.method().equals(CHANGING) ? changing : reading;
        if (requests.size() == CAPACITY) {
            requests.removeFirst();
        }
        requests.addLast(new NumberedRequest(nextNumber++, request));
    }

    public static String withoutToken(String target) {
        return TOKEN.matcher(target).replaceAll("(token)");
    }
}
