package dev.longshore.model.cleanup;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Compares the expected end of an upload or import with the cleanup. It says {@link Risk#NONE} only where the rules of the
 * lifecycle make a loss impossible or the room is ample; without an expected end it never does.
 */
public final class CollisionGuard {
    /** Less room than this (48 hours) is {@link Risk#RED}. */
    public static final Duration RED_UNDER = Duration.ofDays(2);

    /** Less room than this (96 hours) is {@link Risk#AMBER}. */
    public static final Duration AMBER_UNDER = Duration.ofDays(4);

    private static final Duration EXTENSION = Duration.ofDays(7);

    private CollisionGuard() {}

    /**
     * Judges a migration as it stands.
     *
     * @param now the service's time as far as known, in UTC
     * @param status its status as last observed
     * @param deadlines as {@link CleanupClock} gives them
     * @param expectedEnd when its import is expected to end; before the launch, when its upload is. An upload's end leaves
     *     open how long the import takes, so it is never enough for {@link Risk#NONE}
     */
    public static Collision assess(Instant now, Status status, List<Deadline> deadlines, Forecast expectedEnd) {
        if (!status.phase().map(Phase::hasFilesToLose).orElse(true)) {
            return new Collision(Risk.NONE,
                    Fact.of(CleanupFact.NOTHING_TO_LOSE),
                    Optional.empty());
        }
        // A paused import ends when a user resumes it, whatever it was expected to do before.
        var isRunning = status.is(Phase.STARTING) || status.is(Phase.IMPORT_IN_PROGRESS);
        return assessed(now, deadlines, expectedEnd, isRunning, consequence(status));
    }

    /**
     * Judges an import that is about to be launched.
     *
     * @param now the service's time as far as known, in UTC
     * @param deadlines as {@link CleanupClock} gives them
     * @param expectedEnd when the import is expected to end if it is launched now
     */
    public static Collision atLaunch(Instant now, List<Deadline> deadlines, Forecast expectedEnd) {
        var effect = cleanup(deadlines).map(CleanupClock::effectOfLaunch).orElse(null);
        return assessed(
                now, deadlines, expectedEnd, true, Fact.sentences(Fact.of(CleanupFact.FOLLOWS_IMPORT), effect));
    }

    private static Collision assessed(
            Instant now, List<Deadline> deadlines, Forecast expectedEnd, boolean isRunning, Fact consequence) {
        var from = expectedEnd instanceof Forecast.Range range ? later(now, range.latest()) : now;
        var endIsKnown = isRunning && expectedEnd instanceof Forecast.Range;
        var cleanup = cleanup(deadlines);
        var risk = cleanup.map(due -> risk(Duration.between(from, due.at()), endIsKnown)).orElse(Risk.UNKNOWN);
        var due = cleanup.map(each -> due(each, expectedEnd)).orElse(Fact.of(CleanupFact.DUE_UNKNOWN));
        return new Collision(
                risk, Fact.sentences(end(expectedEnd), due, consequence), saferTime(from, cleanup, risk));
    }

    /** What a cleanup means in that status. */
    private static Fact consequence(Status status) {
        return status.phase().map(CollisionGuard::consequence).orElse(Fact.of(CleanupFact.UNKNOWN_STATUS));
    }

    private static Fact consequence(Phase phase) {
        return switch (phase) {
            case INITIALIZING, RECEIVING_FILES ->
                Fact.sentences(Fact.of(CleanupFact.UPLOADS_DO_NOT_COUNT), Fact.of(CleanupFact.FOLLOWS_IMPORT));
            case STARTING, IMPORT_IN_PROGRESS -> Fact.of(CleanupFact.FOLLOWS_IMPORT);
            case PAUSED -> Fact.of(CleanupFact.PAUSE_DOES_NOT_STOP_IT);
            case FAILED -> Fact.of(CleanupFact.ENDS_RELAUNCH);
            case ABORTED -> Fact.of(CleanupFact.DELETES_UPLOADS);
            case MIGRATION_DONE, CLEANING_UP_FILES, CLOSED -> Fact.of(CleanupFact.NOTHING_TO_LOSE);
        };
    }

    private static Fact end(Forecast expected) {
        return switch (expected) {
            case Forecast.Range(var earliest, var latest, _) -> earliest.equals(latest)
                    ? Fact.of(CleanupFact.END_AT, latest)
                    : Fact.of(CleanupFact.END_BETWEEN, earliest, latest);
            case Forecast.NoForecast(var reason) -> reason;
        };
    }

    private static Fact due(Deadline cleanup, Forecast expectedEnd) {
        var distance = new Distance(cleanup.at());
        return room(cleanup, expectedEnd)
                .map(room -> Fact.of(
                        room.isNegative() ? CleanupFact.DUE_BEFORE_END : CleanupFact.DUE_AFTER_END,
                        cleanup.cause(), cleanup.at(), distance, room.abs()))
                .orElse(Fact.of(CleanupFact.DUE, cleanup.cause(), cleanup.at(), distance));
    }

    /** The same, in short: when the cleanup is due, and how far from the expected end while it is still to come. */
    public static Fact inShort(Instant now, Deadline cleanup, Forecast expectedEnd) {
        var distance = new Distance(cleanup.at());
        return room(cleanup, expectedEnd)
                .filter(_ -> cleanup.at().isAfter(now))
                .map(room -> Fact.of(
                        room.isNegative() ? AdviceFact.CLEANUP_BEFORE_END : AdviceFact.CLEANUP_AFTER_END, distance,
                        room.abs()))
                .orElse(Fact.of(AdviceFact.CLEANUP_DUE, distance));
    }

    /** From the latest expected end to the cleanup; negative where that comes first. In whole minutes. */
    public static Optional<Duration> room(Deadline cleanup, Forecast expectedEnd) {
        return expectedEnd instanceof Forecast.Range range
                ? Optional.of(Duration.between(range.latest(), cleanup.at()).truncatedTo(ChronoUnit.MINUTES))
                : Optional.empty();
    }

    /** The cleanup among the deadlines. */
    public static Optional<Deadline> cleanup(List<Deadline> deadlines) {
        return deadlines.stream().filter(each -> each.cause() != Deadline.Cause.CREDENTIALS).findFirst();
    }

    private static Risk risk(Duration room, boolean endIsKnown) {
        if (room.compareTo(RED_UNDER) < 0) {
            return Risk.RED;
        }
        if (room.compareTo(AMBER_UNDER) < 0) {
            return Risk.AMBER;
        }
        return endIsKnown ? Risk.NONE : Risk.UNKNOWN;
    }

    /** A week later than now planned, and a week after the expected end. */
    private static Optional<CleanupTime> saferTime(Instant from, Optional<Deadline> cleanup, Risk risk) {
        return switch (risk) {
            case RED, AMBER -> cleanup.flatMap(due -> aWeekAfter(later(from, due.at())));
            case UNKNOWN -> cleanup.isEmpty() ? aWeekAfter(from) : Optional.empty();
            case NONE -> Optional.empty();
        };
    }

    private static Optional<CleanupTime> aWeekAfter(Instant time) {
        return CleanupTime.of(time.plus(EXTENSION));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
