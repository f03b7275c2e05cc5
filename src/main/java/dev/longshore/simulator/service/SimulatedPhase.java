package dev.longshore.simulator.service;

/** Where a migration really stands; what is reported follows some minutes later. */
public enum SimulatedPhase {
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
    boolean importRunning() {
        return this == STARTING || this == IMPORTING;
    }

    /** The import has begun and not ended: the database takes no other import. */
    boolean importUnfinished() {
        return importRunning() || this == PAUSED;
    }

    /** The cleanup was begun; nothing leads back from here. */
    boolean cleanupBegun() {
        return this == CLEANING_UP || this == CLOSED;
    }
}
