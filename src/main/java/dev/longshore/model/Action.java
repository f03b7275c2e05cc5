package dev.longshore.model;

/** What a user can ask the service to do with a migration that exists (DevOps API, migration operations). */
public enum Action {
    /** Start the import, or start it again after a failure. */
    LAUNCH,
    /** Let running import jobs end and start no new ones; progress is kept. */
    PAUSE,
    /** Go on with a paused import. */
    RESUME,
    /** Set the time of the cleanup; overrides the idle timeout. */
    SCHEDULE_CLEANUP,
    /** Delete the staged snapshots and close the migration now. */
    CLEAN_UP,
    /** Give up the import and lose its progress. */
    ABORT
}
