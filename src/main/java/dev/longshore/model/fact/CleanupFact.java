package dev.longshore.model.fact;

/** When staged data is deleted, what that means for an import, and the events of a calendar file. */
public enum CleanupFact implements FactKind {
    /** A cleanup deletes nothing that is still needed. */
    NOTHING_TO_LOSE,
    /** A cleanup that falls due during an import follows it. */
    FOLLOWS_IMPORT,
    /** Uploads do not restart the idle timeout. */
    UPLOADS_DO_NOT_COUNT,
    /** A pause does not stop the cleanup. */
    PAUSE_DOES_NOT_STOP_IT,
    /** A failed import can be launched again until the cleanup. */
    ENDS_RELAUNCH,
    /** The uploaded files are deleted. */
    DELETES_UPLOADS,
    /** What a cleanup does in an undocumented status is unknown. */
    UNKNOWN_STATUS,
    /** The expected end. Figure: when. */
    END_AT,
    /** The expected end. Figures: the earliest, the latest. */
    END_BETWEEN,
    /** When the cleanup is due. Figures: its cause, when, the distance to it. */
    DUE,
    /** The cleanup comes before the import ends. Figures: its cause, when, the distance to it, by how much before. */
    DUE_BEFORE_END,
    /** The cleanup comes after the import ends. Figures: its cause, when, the distance to it, by how much after. */
    DUE_AFTER_END,
    /** The service names no cleanup time. */
    DUE_UNKNOWN,
    /** Imported data restarts the idle timeout. Figure: the cleanup time until then. */
    LAUNCH_RESTARTS_TIMEOUT,
    /** A launch does not move a scheduled cleanup. Figure: the cleanup time. */
    LAUNCH_KEEPS_SCHEDULE,
    /** A launch may not move the cleanup. Figure: the cleanup time. */
    LAUNCH_MAY_KEEP_SCHEDULE,
    /** A launch revokes the upload credentials. */
    LAUNCH_REVOKES_CREDENTIALS,
    /** The idle timeout ends. Figure: when. */
    IDLE_ENDS_AT,
    /** The idle timeout ends. Figures: not before, not after. */
    IDLE_ENDS_BETWEEN,
    /** The idle timeout began with the import. */
    IDLE_SINCE_IMPORT,
    /** The idle timeout began with initialize. */
    IDLE_SINCE_INITIALIZE,
    /** The idle timeout began with initialize or with the import. */
    IDLE_SINCE_INITIALIZE_OR_IMPORT,
    /** The idle timeout is over: the cleanup has begun. */
    IDLE_OVER,
    /** There is no idle timeout: the cleanup was scheduled. */
    IDLE_OVERRIDDEN,
    /** There is no idle timeout while the migration is initialized. */
    NOT_IDLE_INITIALIZING,
    /** There is no idle timeout while data is imported. */
    NOT_IDLE_IMPORTING,
    /** Someone may have scheduled the cleanup while nobody watched. */
    IDLE_MAY_BE_OVERRIDDEN,
    /** Nobody saw the idle timeout begin. */
    IDLE_START_UNKNOWN,
    /** The service names another time than the rules. Figures: the service's, the rules'. */
    DIFFERS_FROM_RULES,
    /** The service names another time than the rules. Figures: the service's, not before, not after by the rules. */
    DIFFERS_FROM_RANGE,
    /** The title of a calendar event. Figure: the name of the migration that is cleaned up. */
    EVENT_CLEANUP,
    /** The title of a calendar event. Figure: the name of the migration whose credentials expire. */
    EVENT_CREDENTIALS,
    /** A calendar event that is no longer to come. */
    EVENT_CANCELLED,
    /** A cleanup after the idle timeout. Figure: when its time was observed. */
    EVENT_IDLE,
    /** A scheduled cleanup. Figure: when its time was observed. */
    EVENT_SCHEDULED,
    /** A cleanup of which nobody knows the cause. Figure: when its time was observed. */
    EVENT_UNKNOWN_CAUSE,
    /** Credentials that are renewed. Figure: when their end was observed. */
    EVENT_RENEWED,
    /** The status of a migration. Figures: the service's word, when it was observed. */
    EVENT_STATUS,
    /** Which migration. Figures: its ID, the ID of its database. */
    EVENT_MIGRATION
}
