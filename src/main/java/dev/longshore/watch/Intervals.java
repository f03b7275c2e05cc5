package dev.longshore.watch;

import dev.longshore.model.Phase;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * How long to wait between two questions about a migration, by what its status calls for.
 *
 * @param initializing while bucket and credentials are being made
 * @param receivingFiles while snapshots are uploaded
 * @param importing while the import starts or runs, and while the status word is unknown
 * @param resting paused, done, failed, aborted
 * @param afterAction right after an action; grows with time until the status' own interval is reached
 */
public record Intervals(
        Duration initializing,
        Duration receivingFiles,
        Duration importing,
        Duration resting,
        Duration afterAction) {
    /** The intervals Longshore begins with. */
    public static Intervals standard() {
        return new Intervals(
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(15));
    }

    /** Shorter than this, one migration would use up what several need. */
    public static final Duration SHORTEST = Duration.ofSeconds(5);
    /** Longer than this, what is shown would be old for most of a working day. */
    public static final Duration LONGEST = Duration.ofHours(6);

    /** Those that {@code kept} has under {@link Interval#key}, as ISO 8601 texts; the usual one for each it has not. */
    public static Intervals read(Function<String, Optional<String>> kept) {
        var intervals = standard();
        for (var each : Interval.values()) {
            var found = kept.apply(each.key()).flatMap(Intervals::parsed).filter(Intervals::isSensible);
            if (found.isPresent()) {
                intervals = intervals.with(each, found.get());
            }
        }
        return intervals;
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException nonsense) {
            return Optional.empty();
        }
    }

    /** True for an interval that can be set. */
    public static boolean isSensible(Duration interval) {
        return interval.compareTo(SHORTEST) >= 0 && interval.compareTo(LONGEST) <= 0;
    }

    /** The same intervals, with another one for {@code which}. */
    public Intervals with(Interval which, Duration length) {
        return switch (which) {
            case INITIALIZING -> new Intervals(length, receivingFiles, importing, resting, afterAction);
            case RECEIVING_FILES -> new Intervals(initializing, length, importing, resting, afterAction);
            case IMPORTING -> new Intervals(initializing, receivingFiles, length, resting, afterAction);
            case RESTING -> new Intervals(initializing, receivingFiles, importing, length, afterAction);
            case AFTER_ACTION -> new Intervals(initializing, receivingFiles, importing, resting, length);
        };
    }

    /** The same intervals, none shorter than {@code floor}. */
    public Intervals atLeast(Duration floor) {
        return new Intervals(
                longer(initializing, floor),
                longer(receivingFiles, floor),
                longer(importing, floor),
                longer(resting, floor),
                longer(afterAction, floor));
    }

    /** What {@code phase} calls for; empty when there is nothing to ask about any more. */
    public Optional<Duration> of(Phase phase) {
        return switch (phase) {
            case INITIALIZING, CLEANING_UP_FILES -> Optional.of(initializing);
            case RECEIVING_FILES -> Optional.of(receivingFiles);
            case STARTING, IMPORT_IN_PROGRESS -> Optional.of(importing);
            case PAUSED, MIGRATION_DONE, FAILED, ABORTED -> Optional.of(resting);
            case CLOSED -> Optional.empty();
        };
    }

    /** What an action calls for that was asked for {@code ago}: short at first, then a quarter of its age. */
    public Duration afterAction(Duration ago) {
        return longer(afterAction, ago.dividedBy(4));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
