package dev.longshore.simulator.faults;

import dev.longshore.simulator.http.ReceivedRequest;
import dev.longshore.simulator.http.RoutedRequest;
import dev.longshore.simulator.http.SimulatedOperation;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault hits. Without more, the next one of any kind; each method narrows or widens that.
 *
 * @param filter which requests it is for
 * @param repetition how many of these it hits
 */
public record FaultTarget(RequestFilter filter, Repetition repetition) {

    /**
     * Which requests are meant; what is null does not matter.
     *
     * @param operation the operation
     * @param migrationId the migration in the path
     * @param method the HTTP method
     * @param path a pattern that is found in path and query
     */
    public record RequestFilter(
            @Nullable SimulatedOperation operation,
            @Nullable UUID migrationId,
            @Nullable String method,
            @Nullable Pattern path) {}

    /**
     * How many of the requests meant are hit.
     *
     * @param skip how many go well first
     * @param times how many are hit after that
     * @param probability how likely each of these is hit, 0 to 1
     */
    public record Repetition(int skip, int times, double probability) {}

    /** {@return an aim at the next request, whatever it is} */
    public static FaultTarget any() {
        return new FaultTarget(new RequestFilter(null, null, null, null), new Repetition(0, 1, 1));
    }

    /**
     * {@return an aim at the next call of an operation}
     *
     * @param operation the operation
     */
    public static FaultTarget operation(SimulatedOperation operation) {
        return new FaultTarget(new RequestFilter(operation, null, null, null), new Repetition(0, 1, 1));
    }

    /**
     * {@return this aim, at calls for one migration only}
     *
     * @param id the migration's id
     */
    public FaultTarget migration(UUID id) {
        return new FaultTarget(new RequestFilter(filter.operation, id, filter.method, filter.path), repetition);
    }

    /**
     * {@return this aim, at one HTTP method only}
     *
     * @param method {@code GET} or {@code POST}
     */
    public FaultTarget method(String method) {
        return new FaultTarget(new RequestFilter(filter.operation, filter.migrationId, method, filter.path),
                repetition);
    }

    /**
     * {@return this aim, at some paths only}
     *
     * @param regex what is looked for in path and query
     */
    public FaultTarget path(String regex) {
        return new FaultTarget(
                new RequestFilter(filter.operation, filter.migrationId, filter.method, Pattern.compile(regex)),
                repetition);
    }

    /**
     * {@return this aim, letting some requests go well first}
     *
     * @param count how many
     */
    public FaultTarget skip(int count) {
        return new FaultTarget(filter, new Repetition(count, repetition.times, repetition.probability));
    }

    /**
     * {@return this aim, at several requests}
     *
     * @param count how many
     */
    public FaultTarget times(int count) {
        return new FaultTarget(filter, new Repetition(repetition.skip, count, repetition.probability));
    }

    /** {@return this aim, at every such request until the fault is taken back} */
    public FaultTarget always() {
        return times(Integer.MAX_VALUE);
    }

    /**
     * {@return this aim, at every such request with a likelihood, the same ones for the same seed}
     *
     * @param probability 0 to 1
     */
    public FaultTarget probability(double probability) {
        return new FaultTarget(filter, new Repetition(repetition.skip, Integer.MAX_VALUE, probability));
    }

    boolean matches(ReceivedRequest request, @Nullable RoutedRequest routed) {
        return (filter.operation == null || (routed != null && routed.operation() == filter.operation))
                && (filter.migrationId == null
                        || (routed != null
                                && routed.pathVariable("migration").equalsIgnoreCase(filter.migrationId.toString())))
                && (filter.method == null || filter.method.equals(request.method()))
                && (filter.path == null || filter.path.matcher(request.target()).find());
    }
}
