package dev.longshore.model.plan;

import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.PlanFact;
import java.time.Instant;

/**
 * One change in the outcome of a plan.
 *
 * @param rule what happens, by which rule
 * @param phase where the migration stands from then on
 * @param earliest in UTC
 * @param latest in UTC, not before {@code earliest}
 * @param earliestDue when its cleanup is due from then on, at the earliest, in UTC
 * @param latestDue at the latest
 */
public record PlanChange(
        PlanFact rule, Phase phase, Instant earliest, Instant latest, Instant earliestDue, Instant latestDue) {
    /** One whose time is known to the second. */
    static PlanChange at(Instant at, PlanFact rule, Phase phase, Instant due) {
        return new PlanChange(rule, phase, at, at, due, due);
    }

    /** The same change in another run; the range of both. */
    PlanChange with(PlanChange other) {
        return new PlanChange(rule, phase, earlier(earliest, other.earliest), later(latest, other.latest),
                earlier(earliestDue, other.earliestDue), later(latestDue, other.latestDue));
    }

    /** True for the begin of the cleanup. */
    public boolean isCleanup() {
        return phase == Phase.CLEANING_UP_FILES;
    }

    /** What happens, when and by which rule. */
    public Fact fact(boolean lengthIsKnown) {
        return Fact.of(rule, when(lengthIsKnown));
    }

    private Fact when(boolean lengthIsKnown) {
        if (earliest.equals(latest)) {
            return Fact.of(PlanFact.AT, earliest);
        }
        return lengthIsKnown ? Fact.of(PlanFact.BETWEEN, earliest, latest) : Fact.of(PlanFact.AFTER, earliest);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
