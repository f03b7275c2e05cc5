package dev.longshore.model.fact;

/** What an expected end is computed from, or why there is none. */
public enum ForecastFact implements FactKind {
    /** Nothing is known of the status yet. */
    NOT_OBSERVED,
    /** The import is paused. */
    PAUSED,
    /** The import is starting. */
    STARTING,
    /** The import has not been launched. */
    NOT_LAUNCHED,
    /** No import is running. */
    NO_IMPORT,
    /** The import makes no progress. Figures: since when, the distance to that. */
    NO_PROGRESS,
    /** The progress text has no number. */
    NO_NUMBER,
    /** The progress text says 100 % while the import runs. */
    HUNDRED_PERCENT,
    /** Too few progress updates were seen. Figures: how many are needed, how many there are. */
    TOO_FEW_UPDATES,
    /** The import would take more than a year. */
    TOO_SLOW,
    /** The import should have ended. Figure: when it was last observed. */
    OVERDUE,
    /**
     * The pace so far. Figures: how many progress updates, in how much time of importing, the slowest and the fastest pace
     * in percent per hour, how much is done in percent.
     */
    PACE,
    /** The sizes of an upload. Figure: when they were entered. */
    UPLOAD_SIZES,
    /** The upload would take more than a year. */
    UPLOAD_TOO_SLOW,
    /** No import of a database is left to run. */
    DATABASE_DONE,
    /** Imports of a database have yet to run, and how long they take is not known. Figure: how many. */
    DATABASE_WAITS,
    /** The pace of the import that runs, and the sizes of those that have yet to run. Figure: how many. */
    DATABASE_PACE,
    /** The status of migrations of a database is not known. Figure: of how many. */
    DATABASE_UNCLEAR
}
