package dev.longshore.model.cleanup;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Timed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether a cleanup is due because of the idle timeout or because it was scheduled. The service does not say it, so it
 * is decided from what was seen. It was scheduled as soon as one of its figures, the present one or an earlier one,
 *
 * <ul>
 *   <li>is the very second that a command of ours asked for, or
 *   <li>does not lie a week after any time at which the idle timer can have been started, or
 *   <li>is earlier than the one before, or later although no import can have run between the two.
 * </ul>
 *
 * Once scheduled it stays so: from then on an import no longer restarts the idle timer. Without any such sign it is idle
 * where its week began at a time that was watched: at an initialize that was seen, or in an import that was seen to move
 * it, which it never does to a time that was scheduled. Else somebody may have scheduled it unseen, and nobody knows.
 */
public final class CleanupCauseRule {
    /** How far the service's figure may be off from the rule's, and how long an answer may be under way. */
    private static final Duration TOLERANCE = Duration.ofHours(1);

    private final History history;
    private final TimeRange initialize;
    private final List<TimeRange> imports;

    private CleanupCauseRule(History history, LastKnown known) {
        this.history = history;
        this.initialize = IdleRestarts.initialize(history.observations(), known);
        this.imports = IdleRestarts.imports(history.observations());
    }

    public static Deadline.Cause of(History history, LastKnown known) {
        return new CleanupCauseRule(history, known).of(figures(history, known));
    }

    private Deadline.Cause of(List<Timed<Instant>> figures) {
        if (isScheduled(figures)) {
            return Deadline.Cause.CLEANUP_SCHEDULED;
        }
        return isIdle(figures) ? Deadline.Cause.CLEANUP_IDLE : Deadline.Cause.CLEANUP_UNKNOWN;
    }

    /** Each figure when it was first seen, oldest first. */
    private static List<Timed<Instant>> figures(History history, LastKnown known) {
        var figures = new ArrayList<Timed<Instant>>();
        for (var observation : history.observations()) {
            if (observation.expectedCleanupTime() != null) {
                add(figures, new Timed<>(observation.expectedCleanupTime(), observation.at()));
            }
        }
        if (known.expectedCleanupTime() != null) {
            add(figures, known.expectedCleanupTime());
        }
        return figures;
    }

    private static void add(List<Timed<Instant>> figures, Timed<Instant> next) {
        if (figures.isEmpty() || !Objects.equals(figures.getLast().value(), next.value())) {
            figures.add(next);
        }
    }

    private boolean isScheduled(List<Timed<Instant>> figures) {
        for (int i = 0; i < figures.size(); i++) {
            var figure = figures.get(i);
            if (wasRequested(figure) || !followsFromTheIdleRule(figure)
                    || (i > 0 && moved(figures.get(i - 1), figure))) {
                return true;
            }
        }
        return false;
    }

    /** Called for figures of which none was scheduled as far as was seen. */
    private boolean isIdle(List<Timed<Instant>> figures) {
        if (figures.isEmpty()) {
            return isWatchedFromTheStart();
        }
        var restart = figures.getLast().value().minus(CleanupClock.IDLE_TIMEOUT);
        return !wasUnwatchedAt(restart) && (wasInitialized(restart) || wasImported(restart, figures));
    }

    private boolean isWatchedFromTheStart() {
        return IdleRestarts.isWatchedFromTheStart(history.observations());
    }

    private boolean wasInitialized(Instant restart) {
        return isWatchedFromTheStart() && initialize.contains(restart, TOLERANCE);
    }

    private boolean wasImported(Instant restart, List<Timed<Instant>> figures) {
        var moved = differ(figures.getFirst(), figures.getLast());
        return (moved || isWatchedFromTheStart())
                && IdleRestarts.importsForSure(history.observations()).stream()
                        .anyMatch(each -> each.contains(restart, TOLERANCE));
    }

    private boolean wasUnwatchedAt(Instant restart) {
        return history.watchGaps().stream()
                .anyMatch(each -> each.from().isBefore(restart) && each.to().isAfter(restart));
    }

    private boolean wasRequested(Timed<Instant> figure) {
        return history.commands().stream()
                .anyMatch(each -> each.explains(figure.value(), figure.at()));
    }

    private boolean followsFromTheIdleRule(Timed<Instant> figure) {
        var restart = figure.value().minus(CleanupClock.IDLE_TIMEOUT);
        var restartsSoFar = new TimeRange(Instant.MIN, figure.at());
        return restartsSoFar.contains(restart, TOLERANCE)
                && Stream.concat(Stream.of(initialize), imports.stream())
                        .anyMatch(each -> each.contains(restart, TOLERANCE));
    }

    private boolean moved(Timed<Instant> before, Timed<Instant> after) {
        var earlier = after.value().isBefore(before.value());
        return differ(before, after)
                && (earlier || imports.stream()
                        .noneMatch(each -> overlaps(each, before.at().minus(TOLERANCE), after.at())));
    }

    private static boolean differ(Timed<Instant> one, Timed<Instant> other) {
        return Observation.isMoved(one.value(), other.value());
    }

    private static boolean overlaps(TimeRange each, Instant from, Instant to) {
        return !each.to().isBefore(from) && !each.from().isAfter(to);
    }
}
