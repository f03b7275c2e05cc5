package dev.longshore.model.fact;

/** What is known of a deadline of the user's own, and what a freeze window asks for. */
public enum DeadlineFact implements FactKind {
    /** The import ends before the deadline. Figure: the reason. */
    YES,
    /** The import does not end before the deadline. Figure: the reason. */
    NO,
    /** Whether the import ends before the deadline is not known. Figure: the reason. */
    NOT_KNOWN,
    /** When the deadline is. Figure: the time. */
    DUE_AT,
    /** When the deadline is. Figures: not before, not after. */
    DUE_BETWEEN,
    /** When the deadline is, is not known. Figure: the reason. */
    DUE_UNKNOWN,
    /** Nobody saw the launch. */
    LAUNCH_NOT_SEEN,
    /** The service names no cleanup time. */
    CLEANUP_NOT_KNOWN,
    /** The import has not ended, and no end is expected. */
    END_NOT_KNOWN,
    /** The import has ended, and nobody saw when. */
    END_NOT_SEEN,
    /** The status is not known. */
    STATUS_NOT_KNOWN,
    /** When the import ended. Figure: the time. */
    ENDED,
    /** The import had ended by then. Figure: the time. */
    ENDED_BEFORE,
    /** When the import is expected to end. Figures: the earliest, the latest. */
    EXPECTED,
    /** The import is paused. */
    PAUSED,
    /** The import has not been launched. */
    NOT_LAUNCHED,
    /** The import has failed. */
    FAILED,
    /** The import was aborted. */
    ABORTED,
    /** The deadline has passed, and the import has not ended. */
    PASSED,
    /** A deadline will be missed, or was. Figures: its name, the distance to it, why. */
    MISSED,
    /** A deadline comes soon, or has just passed. Figures: its name, the distance to it, whether the import ends before. */
    SOON,
    /** A deadline that follows the import comes soon, or has just passed. Figures: its name, the distance to it. */
    REMINDER,
    /** The title of a calendar event. Figures: the name of the deadline, the name of the migration. */
    EVENT_TITLE,
    /** The title of a calendar event of a deadline whose name is not told. Figure: the name of the migration. */
    EVENT_UNNAMED,
    /** A calendar event of a deadline. Figure: when it is due. */
    EVENT_DUE,
    /** A calendar event of a deadline. Figure: whether the import ends before it. */
    EVENT_ANSWER,
    /** The title of a calendar event of a freeze window. Figure: its name. */
    EVENT_FREEZE,
    /** The title of a calendar event of a freeze window whose name is not told. */
    EVENT_FREEZE_UNNAMED,
    /** A calendar event of a freeze window: what it asks for. */
    EVENT_FREEZE_ASKS,
    /** An action in a freeze needs a reason. Figures: the name of the window, when it ends. */
    FREEZE_NEEDS_REASON,
    /** A policy is going to move the cleanup. Figures: to when, not before when. */
    MOVE_PLANNED,
    /** A move by a policy waits for a freeze to end. Figures: the name of the window, when it ends. */
    MOVE_FROZEN,
    /** A move by a policy waits, because there were enough within a day. Figures: how many, until when. */
    MOVE_USED_UP
}
