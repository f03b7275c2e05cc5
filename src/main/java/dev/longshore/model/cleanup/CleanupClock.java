package dev.longshore.model.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Fact;
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
        return notRunning(known, history).map(IdleTimeoutEstimate::none).orElseGet(() -> running(known, history));
    }

    /** What a launch does to {@code deadline}. */
    public static Fact effectOfLaunch(Deadline deadline) {
        return switch (deadline.cause()) {
            case CLEANUP_IDLE -> Fact.of(CleanupFact.LAUNCH_RESTARTS_TIMEOUT, deadline.at());
            case CLEANUP_SCHEDULED -> Fact.of(CleanupFact.LAUNCH_KEEPS_SCHEDULE, deadline.at());
            case CLEANUP_UNKNOWN -> Fact.of(CleanupFact.LAUNCH_MAY_KEEP_SCHEDULE, deadline.at());
            case CREDENTIALS -> Fact.of(CleanupFact.LAUNCH_REVOKES_CREDENTIALS);
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

    private static Optional<CleanupFact> notRunning(LastKnown known, History history) {
        if (isClosing(known)) {
            return Optional.of(CleanupFact.IDLE_OVER);
        }
        if (CleanupCauseRule.of(history, known) == Deadline.Cause.CLEANUP_SCHEDULED) {
            return Optional.of(CleanupFact.IDLE_OVERRIDDEN);
        }
        return known.status().phase().flatMap(CleanupClock::notIdle);
    }

    private static Optional<CleanupFact> notIdle(Phase phase) {
        return switch (phase) {
            case INITIALIZING -> Optional.of(CleanupFact.NOT_IDLE_INITIALIZING);
            case IMPORT_IN_PROGRESS -> Optional.of(CleanupFact.NOT_IDLE_IMPORTING);
            case RECEIVING_FILES, STARTING, PAUSED, MIGRATION_DONE, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED ->
                Optional.empty();
        };
    }

    private static IdleTimeoutEstimate running(LastKnown known, History history) {
        if (CleanupCauseRule.of(history, known) == Deadline.Cause.CLEANUP_UNKNOWN) {
            return IdleTimeoutEstimate.none(CleanupFact.IDLE_MAY_BE_OVERRIDDEN);
        }
        var imports = IdleRestarts.imports(history.observations());
        if (known.status().is(Phase.MIGRATION_DONE) && !imports.isEmpty()) {
            return week(imports.getLast(), CleanupFact.IDLE_SINCE_IMPORT);
        }
        if (!IdleRestarts.isWatchedFromTheStart(history.observations())) {
            return IdleTimeoutEstimate.none(CleanupFact.IDLE_START_UNKNOWN);
        }
        var start = IdleRestarts.initialize(history.observations(), known);
        return imports.isEmpty()
                ? week(start, CleanupFact.IDLE_SINCE_INITIALIZE)
                : week(
                        new TimeRange(start.from(), imports.getLast().to()),
                        CleanupFact.IDLE_SINCE_INITIALIZE_OR_IMPORT);
    }

    private static IdleTimeoutEstimate week(TimeRange start, CleanupFact basis) {
        var end = new TimeRange(start.from().plus(IDLE_TIMEOUT), start.to().plus(IDLE_TIMEOUT));
        return new IdleTimeoutEstimate(Optional.of(end), basis);
    }
}
