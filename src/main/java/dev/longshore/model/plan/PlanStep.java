package dev.longshore.model.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that a plan does, or that happens in it.
 *
 * @param kind what
 * @param at when, in UTC and whole seconds; for {@link StepKind#SCHEDULE} the cleanup time that is asked for at once
 */
public record PlanStep(StepKind kind, Instant at) {
    public PlanStep {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What can be planned; where several come at the same second, in this order. */
    public enum StepKind {
        /** The import fails. */
        FAIL,
        /** The cleanup is scheduled for a time; this is asked for when the plan begins. */
        SCHEDULE,
        /** The import is launched. */
        LAUNCH,
        /** The import is paused. */
        PAUSE,
        /** The import is resumed. */
        RESUME,
        /** The cleanup is asked for. */
        CLEAN_UP
    }

    /** When it is done in a plan that begins at {@code start}, in UTC. */
    Instant doneAt(Instant start) {
        return kind == StepKind.SCHEDULE ? start : at;
    }
}
