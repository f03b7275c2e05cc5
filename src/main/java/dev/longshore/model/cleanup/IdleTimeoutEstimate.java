package dev.longshore.model.cleanup;

import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the idle week ends by our own reading of the rules, to be shown beside the service's figure.
 *
 * @param end the ends that the rules and the observations allow; empty where the week does not run, or where too little
 *     was seen to compute it
 * @param basis what it is computed from, or why there is no end
 */
public record IdleTimeoutEstimate(Optional<TimeRange> end, CleanupFact basis) {
    /** How far the service's figure may be off without being another one. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    /** None, and why. */
    static IdleTimeoutEstimate none(CleanupFact why) {
        return new IdleTimeoutEstimate(Optional.empty(), why);
    }

    /** The end and what it is computed from, or why there is none. */
    public Fact fact() {
        return Fact.sentences(end.map(IdleTimeoutEstimate::ends).orElse(null), Fact.of(basis));
    }

    private static Fact ends(TimeRange end) {
        return end.from().equals(end.to())
                ? Fact.of(CleanupFact.IDLE_ENDS_AT, end.to())
                : Fact.of(CleanupFact.IDLE_ENDS_BETWEEN, end.from(), end.to());
    }

    /**
     * How the time that the service names differs from this; empty where it does not, and where there is no end.
     *
     * @param due when the cleanup is due by the service, in UTC
     */
    public Optional<Fact> difference(Instant due) {
        return end.filter(each -> !each.contains(due, TOLERANCE)).map(each -> difference(due, each));
    }

    private static Fact difference(Instant due, TimeRange end) {
        return end.from().equals(end.to())
                ? Fact.of(CleanupFact.DIFFERS_FROM_RULES, due, end.to())
                : Fact.of(CleanupFact.DIFFERS_FROM_RANGE, due, end.from(), end.to());
    }
}
