package dev.longshore.model.fact;

/** What a plan leads to. Where the figure is a time, it is one of {@link #AT}, {@link #BETWEEN}, {@link #AFTER}. */
public enum PlanFact implements FactKind {
    /** A time. Figure: when. */
    AT,
    /** A time. Figures: not before, not after. */
    BETWEEN,
    /** A time nobody can tell. Figure: not before. */
    AFTER,
    /** The import is launched. Figure: the time. */
    LAUNCHED,
    /** The import is paused. Figure: the time. */
    PAUSED,
    /** The import is resumed. Figure: the time. */
    RESUMED,
    /** The cleanup is scheduled, which overrides the idle timeout for good. Figure: the time. */
    SCHEDULED,
    /** The import ends well. Figure: the time. */
    IMPORT_ENDS,
    /** The import fails. Figure: the time. */
    IMPORT_FAILS,
    /** The cleanup starts as it was asked for. Figure: the time. */
    CLEANUP_REQUESTED,
    /** The cleanup starts at the time it was scheduled for. Figure: the time. */
    CLEANUP_AS_SCHEDULED,
    /** The cleanup starts after an idle week. Figure: the time. */
    CLEANUP_AFTER_IDLE_WEEK,
    /** The cleanup starts when it is due, whether for idleness or as scheduled is not known. Figure: the time. */
    CLEANUP_DUE,
    /** The cleanup, overdue, starts the moment the import ends. Figure: the time. */
    CLEANUP_AFTER_END,
    /** The cleanup, overdue, starts the moment the import fails. Figure: the time. */
    CLEANUP_AFTER_FAILURE,
    /** The cleanup, overdue, starts the moment the import is paused. Figure: the time. */
    CLEANUP_AT_PAUSE,
    /** The cleanup is overdue, and nobody resumes the import. */
    CLEANUP_WAITS,
    /** Nothing that is needed is deleted. */
    LOSES_NOTHING,
    /** Uploads that were never imported are deleted. */
    LOSES_UPLOADS,
    /** A paused import and its progress are deleted. */
    LOSES_PROGRESS,
    /** The files of a failed import are deleted, so that it cannot be launched again. */
    LOSES_RELAUNCH,
    /** The uploads of an aborted import are deleted. */
    LOSES_ABORTED,
    /** Whether the documentation says so is open: one of several outcomes. */
    UNDOCUMENTED,
    /** The outcomes that are possible. Figure: how many. */
    OUTCOMES,
    /** One of several outcomes. Figures: its number, the outcome. */
    OUTCOME,
    /** Part of the plan is not possible. Figures: what, the time, the phase then. */
    NOT_POSSIBLE,
    /** A launch is not possible while another import runs. Figure: the time. */
    DATABASE_BUSY,
    /** A launch after the imports before it is not possible. Figure: the phase then. */
    NEXT_NOT_POSSIBLE,
    /** A launch after the imports before it never comes, because these may not end. */
    NEVER_FREE,
    /** A step lies in the past. Figures: what, the time. */
    IN_THE_PAST,
    /** There is nothing to plan in this status, or without a cleanup time. */
    NOTHING_TO_PLAN
}
