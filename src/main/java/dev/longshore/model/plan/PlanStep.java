package dev.longshore.model.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that a plan does, or that happens in it.
 *
 * @param kind what
 * @param at when, in UTC and whole seconds; for {@link StepKind#SCHEDULE} the cleanup time that is asked for at once, for
 *     {@link StepKind#LAUNCH_NEXT} not before when
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
        /** The import is launched as soon as the imports before it on its database have ended. */
        LAUNCH_NEXT,
        /** The import is paused. */
        PAUSE,
        /** The import is resumed. */
        RESUME,
        /** The cleanup is asked for. */
        CLEAN_UP
    }

    /** True for either way to launch. */
    public boolean isLaunch() {
        return kind == StepKind.LAUNCH || kind == StepKind.LAUNCH_NEXT;
    }

    /**
     * When it is done in a plan that begins at {@code start}, in UTC.
     *
     * @param free when the imports before it have ended, in UTC; {@link Instant#MAX} for never
     */
    Instant doneAt(Instant start, Instant free) {
        return switch (kind) {
            case SCHEDULE -> start;
            case LAUNCH_NEXT -> later(later(start, free), at);
            case FAIL, LAUNCH, PAUSE, RESUME, CLEAN_UP -> at;
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
