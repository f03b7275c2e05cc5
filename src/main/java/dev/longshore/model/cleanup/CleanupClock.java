package dev.longshore.model.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.ModelText;
import dev.longshore.model.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the service will delete staged files and end credentials by itself, and by which rule. Pure functions. */
public final class CleanupClock {
    /** An idle migration is cleaned up after this time (Sideloader documentation). */
    public static final Duration IDLE_TIMEOUT = Duration.ofDays(7);

    private CleanupClock() {}

    /**
     * What the service will do by itself, soonest first: the cleanup at the time the service names, and the end of the
     * upload credentials while files are received (the launch revokes them). Empty once the cleanup has begun. A time
     * that has passed stays in the list: what was due and is not seen to have happened is worth knowing.
     *
     * @param known what was observed, or null before the first answer
     * @param history the whole history of the migration; the more of it, the surer is the cause
     */
    public static List<Deadline> deadlines(@Nullable LastKnown known, History history) {
        if (known == null || isClosing(known)) {
            return List.of();
        }
        var deadlines = new ArrayList<Deadline>();
        cleanup(known, history).ifPresent(deadlines::add);
        credentials(known).ifPresent(deadlines::add);
        deadlines.sort(Comparator.comparing(Deadline::at));
        return List.copyOf(deadlines);
    }

    /** When the idle week ends by our own reading of the rules, independent of the service's figure. */
    public static IdleTimeoutEstimate idleWeek(LastKnown known, History history) {
        return notRunning(known, history).<IdleTimeoutEstimate>map(IdleTimeoutEstimate.NotRunning::new)
                .orElseGet(() -> running(known, history));
    }

    /** What a launch does to {@code cleanup}, as a sentence. */
    public static String effectOfLaunch(Deadline cleanup) {
        return switch (cleanup.cause()) {
            case CLEANUP_IDLE -> "The idle week starts anew when data is imported; until an import succeeds, count on "
                    + ModelText.time(cleanup.at()) + ".";
            case CLEANUP_SCHEDULED -> "The cleanup was scheduled, so a launch does not move it: it stays at "
                    + ModelText.time(cleanup.at()) + ".";
            case CLEANUP_UNKNOWN ->
                "Whether the cleanup was scheduled is not known; if it was, a launch does not move it:"
                        + " count on " + ModelText.time(cleanup.at()) + ".";
            case CREDENTIALS -> "A launch revokes the upload credentials at once.";
        };
    }

    private static boolean isClosing(LastKnown known) {
        return known.status().phase().filter(Phase::isClosing).isPresent();
    }

    private static Optional<Deadline> cleanup(LastKnown known, History history) {
        return Optional.ofNullable(known.expectedCleanupTime())
                .map(due -> new Deadline(due.value(), CleanupCauseRule.of(history, known), due.at()));
    }

    private static Optional<Deadline> credentials(LastKnown known) {
        return Optional.ofNullable(known.credentialExpiration())
                .filter(end -> known.status().is(Phase.RECEIVING_FILES))
                .map(end -> new Deadline(end.value(), Deadline.Cause.CREDENTIALS, end.at()));
    }

    private static Optional<String> notRunning(LastKnown known, History history) {
        if (isClosing(known)) {
            return Optional.of("The cleanup has begun.");
        }
        if (CleanupCauseRule.of(history, known) == Deadline.Cause.CLEANUP_SCHEDULED) {
            return Optional.of("The cleanup was scheduled, which overrides the idle week for good.");
        }
        return known.status().phase().flatMap(CleanupClock::notIdle);
    }

    private static Optional<String> notIdle(Phase phase) {
        return switch (phase) {
            case INITIALIZING -> Optional.of("A migration that is being initialized is not idle.");
            case IMPORT_IN_PROGRESS -> Optional.of("A migration that imports is not idle.");
            case RECEIVING_FILES, STARTING, PAUSED, MIGRATION_DONE, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED ->
                Optional.empty();
        };
    }

    private static IdleTimeoutEstimate running(LastKnown known, History history) {
        if (CleanupCauseRule.of(history, known) == Deadline.Cause.CLEANUP_UNKNOWN) {
            return new IdleTimeoutEstimate.UnknownIdleTimeout(
                    "It was not watched all the time, so it is not known whether somebody"
                            + " scheduled the cleanup, which overrides the idle week.");
        }
        var imports = IdleRestarts.imports(history.observations());
        if (known.status().is(Phase.MIGRATION_DONE) && !imports.isEmpty()) {
            return week(imports.getLast(), "A week after data was imported.");
        }
        if (!IdleRestarts.isWatchedFromTheStart(history.observations())) {
            return new IdleTimeoutEstimate.UnknownIdleTimeout(
                    "It was not watched from its beginning, so the start of the week is not known.");
        }
        var start = IdleRestarts.initialize(history.observations(), known);
        return imports.isEmpty()
                ? week(start, "A week after initialize; uploads do not restart it.")
                : week(
                        new TimeRange(start.from(), imports.getLast().to()),
                        "A week after initialize, or after the import if that imported any data.");
    }

    private static IdleTimeoutEstimate week(TimeRange start, String basis) {
        return new IdleTimeoutEstimate.Running(start.from().plus(IDLE_TIMEOUT), start.to().plus(IDLE_TIMEOUT), basis);
    }
}
