package dev.longshore.model.fact;

/** Why the next import of a queue is not launched, and what has to be known before a launch. */
public enum LaunchFact implements FactKind {
    /** The user has not approved the launch. */
    NOT_APPROVED,
    /** No import has ended since the queue was switched on, so the user launches the first one. */
    FIRST_BY_HAND,
    /** It is a freeze. Figures: the name of the window, when it ends. */
    FROZEN,
    /** The status of a migration of the database is too old. */
    STATUS_OLD,
    /** When the cleanup is due, is not known. */
    CLEANUP_NOT_KNOWN,
    /** The cleanup is too near. Figure: what the collision guard says. */
    CLEANUP_TOO_SOON,
    /** An import of the queue did not end well. Figures: the name of its migration, its status. */
    ENDED_BADLY,
    /** Nobody saw how an import of the queue ended. Figure: the name of its migration. */
    END_NOT_SEEN,
    /** It was taken off the list while its import was running. Figure: the name of its migration. */
    IMPORTING_REMOVED,
    /** A launch came to nothing. Figures: the name of its migration, why. */
    LAUNCH_FAILED,
    /** A launch was begun and was not sent. Figure: the name of its migration. */
    LAUNCH_NOT_SENT,
    /** A queue launches nothing any more. Figures: the name of its database, why. */
    QUEUE_STOPPED
}
