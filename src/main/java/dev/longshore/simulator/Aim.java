package dev.longshore.simulator;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault hits. Without more, the next one of any kind; each method narrows or widens that.
 *
 * @param target which requests it is for
 * @param dose how many of these it hits
 */
public record Aim(Target target, Dose dose) {

    /**
     * Which requests are meant; what is null does not matter.
     *
     * @param operation the operation
     * @param migrationId the migration in the path
     * @param method the HTTP method
     * @param path a pattern that is found in path and query
     */
    public record Target(
            @Nullable Operation operation,
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
    public record Dose(int skip, int times, double probability) {}

    /** {@return an aim at the next request, whatever it is} */
    public static Aim any() {
        return new Aim(new Target(null, null, null, null), new Dose(0, 1, 1));
    }

    /**
     * {@return an aim at the next call of an operation}
     *
     * @param operation the operation
     */
    public static Aim at(Operation operation) {
        return new Aim(new Target(operation, null, null, null), new Dose(0, 1, 1));
    }

    /**
     * {@return this aim, at calls for one migration only}
     *
     * @param id the migration's id
     */
    public Aim migration(UUID id) {
        return new Aim(new Target(target.operation, id, target.method, target.path), dose);
    }

    /**
     * {@return this aim, at one HTTP method only}
     *
     * @param method {@code GET} or {@code POST}
     */
    public Aim method(String method) {
        return new Aim(new Target(target.operation, target.migrationId, method, target.path), dose);
    }

    /**
     * {@return this aim, at some paths only}
     *
     * @param regex what is looked for in path and query
     */
    public Aim path(String regex) {
        return new Aim(
                new Target(target.operation, target.migrationId, target.method, Pattern.compile(regex)),
                dose);
    }

    /**
     * {@return this aim, letting some requests go well first}
     *
     * @param count how many
     */
    public Aim skip(int count) {
        return new Aim(target, new Dose(count, dose.times, dose.probability));
    }

    /**
     * {@return this aim, at several requests}
     *
     * @param count how many
     */
    public Aim times(int count) {
        return new Aim(target, new Dose(dose.skip, count, dose.probability));
    }

    /** {@return this aim, at every such request until the fault is taken back} */
    public Aim always() {
        return times(Integer.MAX_VALUE);
    }

    /**
     * {@return this aim, at every such request with a likelihood, the same ones for the same seed}
     *
     * @param probability 0 to 1
     */
    public Aim probability(double probability) {
        return new Aim(target, new Dose(dose.skip, Integer.MAX_VALUE, probability));
    }

    boolean means(HttpRequest request, @Nullable Call call) {
        return (target.operation == null || (call != null && call.operation() == target.operation))
                && (target.migrationId == null
                        || (call != null && call.name("migration").equalsIgnoreCase(target.migrationId.toString())))
                && (target.method == null || target.method.equals(request.method()))
                && (target.path == null || target.path.matcher(request.target()).find());
    }
}
