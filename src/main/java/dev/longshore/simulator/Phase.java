package dev.longshore.simulator;

/** Where a migration really stands; what is reported follows some minutes later. */
enum Phase {
    INITIALIZING,
    RECEIVING_FILES,
    STARTING,
    IMPORTING,
    PAUSED,
    DONE,
    FAILED,
    ABORTED,
    CLEANING_UP,
    CLOSED;

    /** Launched and not yet ended or paused: no cleanup ever runs here. */
    boolean importRuns() {
        return this == STARTING || this == IMPORTING;
    }

    /** The import has begun and not ended: the database takes no other import. */
    boolean holdsTheImport() {
        return importRuns() || this == PAUSED;
    }

    /** The cleanup was begun; nothing leads back from here. */
    boolean cleanupBegun() {
        return this == CLEANING_UP || this == CLOSED;
    }
}
