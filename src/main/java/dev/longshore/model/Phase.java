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
    /** Aborted by a user; progress is lost. */
    ABORTED,
    /** The cleanup is running. */
    CLEANING_UP_FILES,
    /** Cleaned up; final. */
    CLOSED;

    /** True while an import of it stands in the way of any other on its database: each must finish before the next. */
    public boolean occupiesTheDatabase() {
        return switch (this) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED -> true;
            case INITIALIZING, RECEIVING_FILES, MIGRATION_DONE, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED -> false;
        };
    }

    /** True once an import was launched and as long as its files are there: the directory stays sealed for good. */
    public boolean isSealed() {
        return switch (this) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED, MIGRATION_DONE, FAILED, ABORTED -> true;
            case INITIALIZING, RECEIVING_FILES, CLEANING_UP_FILES, CLOSED -> false;
        };
    }

    /** True when the cleanup is done or being done: no action can change that any more. */
    public boolean isClosing() {
        return this == CLEANING_UP_FILES || this == CLOSED;
    }

    /** True while a cleanup would delete files whose import has not succeeded. */
    public boolean hasFilesToLose() {
        return this != MIGRATION_DONE && !isClosing();
    }
}
