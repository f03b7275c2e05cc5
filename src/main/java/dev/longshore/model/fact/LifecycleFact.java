package dev.longshore.model.fact;

/** Why an action is not allowed, and what became of a command. */
public enum LifecycleFact implements FactKind {
    /** The connection is read-only. */
    READ_ONLY,
    /** The journal of the team may only be read here. */
    JOURNAL_FOR_READING,
    /** There is no token for the connection on this computer. Figure: the connection's name. */
    NO_TOKEN,
    /** Nothing is known of the status yet. */
    NOT_OBSERVED,
    /** The effect of an action is unknown in an undocumented status. Figure: the status. */
    UNKNOWN_STATUS,
    /** In an undocumented status the cleanup can only be put off. Figures: the status, the planned cleanup time. */
    ONLY_A_LATER_CLEANUP,
    /** An action is open, so only a later cleanup can be set. Figures: the action, when the cleanup is due. */
    ONLY_A_LATER_CLEANUP_YET,
    /** The cleanup would start at once. Figure: the time that was chosen. */
    TIME_IN_THE_PAST,
    /** The migration is closed, or being so. Figure: the status. */
    CLOSED,
    /** A command is open. Figures: its action, when it was requested. */
    WAITING_FOR_EFFECT,
    /** Only a migration that receives files, or has failed, can be launched. Figure: the status. */
    LAUNCH_NEEDS_FILES,
    /** Only an import that runs can be paused. Figure: the status. */
    PAUSE_NEEDS_IMPORT,
    /** Only a paused import can be resumed. Figure: the status. */
    RESUME_NEEDS_PAUSE,
    /** There is no import to abort. Figure: the status. */
    ABORT_NEEDS_IMPORT,
    /** Past the point of no return an import cannot be aborted. */
    PAST_POINT_OF_NO_RETURN,
    /** A cleanup never runs during an import. Figure: the status. */
    NO_CLEANUP_DURING_IMPORT,
    /** A launch of another migration on the database is open. Figure: its name. */
    SIBLING_LAUNCHING,
    /** Another migration on the database may be importing. Figures: its name, its undocumented status. */
    SIBLING_UNKNOWN,
    /** Another migration on the database may be importing: nothing is known of its status yet. Figure: its name. */
    SIBLING_NOT_OBSERVED,
    /** Another migration on the database is importing. Figures: its name, its status. */
    SIBLING_IMPORTING,
    /** The import ended well before a command took effect. Figure: the action. */
    IMPORT_FINISHED_BEFORE,
    /** The import failed before a command took effect. Figure: the action. */
    IMPORT_FAILED_BEFORE,
    /** The import was aborted before a command took effect. Figure: the action. */
    IMPORT_ABORTED_BEFORE,
    /** The cleanup began before a command took effect. Figure: the action. */
    CLEANUP_BEGAN_BEFORE,
    /** The service took a request and nothing came of it. */
    ACCEPTED_WITHOUT_EFFECT,
    /** Longshore ended while it sent a request, which most likely never left. */
    MOST_LIKELY_NOT_SENT,
    /** No answer came to a request, which most likely did not arrive. */
    MOST_LIKELY_NOT_RECEIVED,
    /** What was seen after a command. Figures: how long after it, the status. */
    STATUS_LATER,
    /** No cleanup time was seen after a command. Figure: how long after it. */
    NO_CLEANUP_TIME_LATER,
    /** The cleanup time that was seen after a command. Figures: how long after it, when the cleanup is due. */
    CLEANUP_TIME_LATER,
    /** Another cleanup time than requested. Figures: how long after the request, when it is due, the requested time. */
    OTHER_CLEANUP_TIME_LATER,
    /** An undocumented status was seen after a command. Figures: how long after it, the status, the action. */
    EFFECT_UNKNOWN,
    /** Jobs that run may still end, and the import pause after that. */
    MAY_PAUSE_LATER,
    /** The import may be past the point of no return. */
    MAY_BE_PAST_NO_RETURN,
    /** The import may have failed again at once. */
    MAY_HAVE_FAILED_AGAIN
}
