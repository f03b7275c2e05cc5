package dev.longshore.simulator.http;

/** The operations of the service (DevOps API, databases and migrations). */
public enum SimulatedOperation {
    /** Lists databases, page by page. */
    LIST_DATABASES(false),
    /** Tells one database. */
    GET_DATABASE(false),
    /** Tells the PCU group of a datacenter. */
    GET_PCU_GROUP(false),
    /** Begins a new migration. */
    INITIALIZE(true),
    /** Begins a new migration in one region. */
    INITIALIZE_IN_REGION(true),
    /** Tells a migration's status and renews expired upload credentials. */
    STATUS(false),
    /** Launches the import. */
    LAUNCH(true),
    /** Pauses the import. */
    PAUSE(true),
    /** Resumes a paused import. */
    RESUME(true),
    /** Aborts a migration. */
    ABORT(true),
    /** Cleans up now. */
    CLEAN_UP(true),
    /** Schedules the cleanup. */
    SCHEDULE_CLEANUP(true);

    private final boolean changes;

    SimulatedOperation(boolean changes) {
        this.changes = changes;
    }

    /** {@return whether the operation changes something, and so is a POST that view rights do not allow} */
    public boolean changes() {
        return changes;
    }
}
