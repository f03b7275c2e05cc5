package dev.longshore.model;

/** What can be asked of the service (DevOps API, Sideloader operations). */
public enum Operation {
    /** {@code GET /v2/databases}. */
    LIST_DATABASES,
    /** {@code GET /v2/databases/{dbID}}. */
    READ_DATABASE,
    /** {@code GET /v2/pcus/actions/get/{datacenterUUID}}. */
    READ_PCU_GROUP,
    /** {@code POST …/migrations/initialize}. */
    INITIALIZE,
    /** {@code GET …/migrations/{migrationID}}. */
    READ_STATUS,
    /** {@code POST …/launch}. */
    LAUNCH,
    /** {@code POST …/pause}. */
    PAUSE,
    /** {@code POST …/resume}. */
    RESUME,
    /** {@code POST …/abort}. */
    ABORT,
    /** {@code POST …/cleanup}. */
    CLEAN_UP,
    /** {@code POST …/cleanup?option.cleanupTime=…}. */
    SCHEDULE_CLEANUP;

    /** True for a POST: something is different afterwards. */
    public boolean changes() {
        return switch (this) {
            case LIST_DATABASES, READ_DATABASE, READ_PCU_GROUP, READ_STATUS -> false;
            case INITIALIZE, LAUNCH, PAUSE, RESUME, ABORT, CLEAN_UP, SCHEDULE_CLEANUP -> true;
        };
    }
}
