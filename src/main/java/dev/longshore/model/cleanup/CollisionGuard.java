package dev.longshore.model.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
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
                    Fact.recorded("No import can be lost any more: the cleanup only tidies up."),
                    Optional.empty());
        }
        // A paused import ends when a person resumes it, whatever it was expected to do before.
        var isRunning = status.is(Phase.STARTING) || status.is(Phase.IMPORT_IN_PROGRESS);
        return assessed(now, deadlines, expectedEnd, isRunning, CollisionText.consequence(status));
    }

    /**
     * Judges an import that is about to be launched.
     *
     * @param now the service's time as far as known, in UTC
     * @param deadlines as {@link CleanupClock} gives them
     * @param expectedEnd when the import is expected to end if it is launched now
     */
    public static Collision atLaunch(Instant now, List<Deadline> deadlines, Forecast expectedEnd) {
        var effect = cleanup(deadlines).map(each -> " " + CleanupClock.effectOfLaunch(each)).orElse("");
        return assessed(now, deadlines, expectedEnd, true, CollisionText.DURING_IMPORT + effect);
    }

    private static Collision assessed(
            Instant now, List<Deadline> deadlines, Forecast expectedEnd, boolean isRunning, String consequence) {
        var from = expectedEnd instanceof Forecast.Range range ? later(now, range.latest()) : now;
        var endIsKnown = isRunning && expectedEnd instanceof Forecast.Range;
        var cleanup = cleanup(deadlines);
        var risk = cleanup.map(due -> risk(Duration.between(from, due.at()), endIsKnown)).orElse(Risk.UNKNOWN);
        var paragraph = CollisionText.comparison(now, cleanup, expectedEnd) + " " + consequence;
        return new Collision(risk, Fact.recorded(paragraph), saferTime(from, cleanup, risk));
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
    private static Optional<Instant> saferTime(Instant from, Optional<Deadline> cleanup, Risk risk) {
        return switch (risk) {
            case RED, AMBER -> cleanup.map(due -> aWeekAfter(later(from, due.at())));
            case UNKNOWN -> cleanup.isEmpty() ? Optional.of(aWeekAfter(from)) : Optional.empty();
            case NONE -> Optional.empty();
        };
    }

    private static Instant aWeekAfter(Instant time) {
        return time.plus(EXTENSION).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
