package dev.longshore.model;

import dev.longshore.model.fact.Fact;

/** Whether the rules of the lifecycle allow an action, and if not, which rule forbids it. */
public sealed interface Ruling {
    /** The rules allow it, as far as the last observation tells. */
    record Allowed() implements Ruling {}

    /**
     * The rules forbid it.
     *
     * @param rule which rule
     * @param why the rule as a sentence for the user, about this migration
     */
    record Denied(LifecycleRule rule, Fact why) implements Ruling {}

    /** True when allowed. */
    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** The rules that can forbid an action. */
    enum LifecycleRule {
        /** The connection is read-only. */
        READ_ONLY,
        /** There is no token on this computer, or the journal may only be read. */
        NOTHING_CAN_BE_SENT,
        /** Nothing was observed yet, or the service rejects the token: nobody knows what would happen. */
        NOT_OBSERVED,
        /** The status word is unknown. */
        UNKNOWN_STATUS,
        /** An action asked for earlier is still open. */
        ANOTHER_ACTION_OPEN,
        /** The action does not exist in this phase. */
        WRONG_PHASE,
        /** One import at a time per database. */
        ANOTHER_IMPORT_RUNS,
        /** A cleanup never runs while an import does. */
        NO_CLEANUP_DURING_IMPORT,
        /** Past the point of no return an import cannot be aborted. */
        PAST_POINT_OF_NO_RETURN,
        /** A time in the past would start the cleanup at once. */
        TIME_IN_THE_PAST,
        /** In a freeze window an action that cannot be taken back needs a reason. */
        FROZEN,
        /** The migration is cleaned up, or being so. */
        CLOSED
    }
}
