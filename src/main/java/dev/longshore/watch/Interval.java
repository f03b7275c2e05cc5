package dev.longshore.watch;

import java.time.Duration;
import java.util.Locale;

/** What {@link Intervals} tell apart. */
public enum Interval {
    /** While bucket and credentials are being made, and while they are being taken away. */
    INITIALIZING,
    /** While snapshots are uploaded. */
    RECEIVING_FILES,
    /** While the import starts or runs, and while the status word is unknown. */
    IMPORTING,
    /** Paused, done, failed, aborted. */
    RESTING,
    /** Right after an action. */
    AFTER_ACTION;

    /** How long it is in {@code intervals}. */
    public Duration of(Intervals intervals) {
        return switch (this) {
            case INITIALIZING -> intervals.initializing();
            case RECEIVING_FILES -> intervals.receivingFiles();
            case IMPORTING -> intervals.importing();
            case RESTING -> intervals.resting();
            case AFTER_ACTION -> intervals.afterAction();
        };
    }

    /** Under what it is kept in the settings. */
    public String key() {
        return "watch.interval." + name().toLowerCase(Locale.ROOT);
    }
}
