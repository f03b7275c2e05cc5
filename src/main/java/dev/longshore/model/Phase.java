package dev.longshore.model;

/** Where a migration stands in its lifecycle: what the service's status words mean. */
public enum Phase {
    /** Bucket, directory and credentials are being made; minutes. */
    INITIALIZING,
    /** Snapshots can be uploaded; the import can be launched. */
    RECEIVING_FILES,
    /** The launch was taken; the import does not run yet. */
    STARTING,
    /** The import runs; write access to the directory is revoked. */
    IMPORT_IN_PROGRESS,
    /** The import is paused; its progress is kept. */
    PAUSED,
    /** Imported. */
    MIGRATION_DONE,
    /** The import failed; the reason is in the status answer. */
    FAILED,
    /** Aborted by a person; progress is lost. */
    ABORTED,
    /** The cleanup is running. */
    CLEANING_UP_FILES,
    /** Cleaned up; final. */
    CLOSED
}
