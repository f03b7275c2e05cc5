package dev.longshore.model.plan;

import dev.longshore.model.cleanup.CleanupClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has to be tried of the lengths and times that are ranges: the shortest, the longest, and those at which something
 * meets something else, with the second before and after. Between two of them nothing changes but times.
 */
final class PlanTimes {
    private PlanTimes() {}

    /** When the other imports have ended, in UTC; one time where that decides nothing. */
    static NavigableSet<Instant> free(PlanStart start, Collection<PlanStep> steps) {
        var busy = start.busy();
        if (busy == null || steps.stream().noneMatch(PlanStep::isLaunch)) {
            return new TreeSet<>(List.of(start.now()));
        }
        var range = new DatabaseFreeRange(later(busy.earliest(), start.now()), later(busy.latest(), start.now()));
        var tried = new TreeSet<>(List.of(range.earliest(), range.latest()));
        if (!range.earliest().equals(range.latest())) {
            meetings(start, steps).forEach(meets -> range.addAround(tried, meets, Duration.ZERO));
            for (var runs : runs(start, steps)) {
                meetings(start, steps).forEach(meets -> range.addAround(tried, meets, runs));
            }
        }
        return tried;
    }

    /** The times in which other imports can end. */
    private record DatabaseFreeRange(Instant earliest, Instant latest) {
        void addAround(Set<Instant> tried, Instant meets, Duration runs) {
            for (var offset : OFFSETS) {
                for (var second = -1; second <= 1; second++) {
                    var at = meets.minus(runs).plus(offset).plusSeconds(second);
                    if (at.isAfter(earliest) && at.isBefore(latest)) {
                        tried.add(at);
                    }
                }
            }
        }
    }

    private static final List<Duration> OFFSETS = List.of(
            Duration.ZERO, CleanupClock.IDLE_TIMEOUT.negated(), CleanupClock.IDLE_TIMEOUT);

    /** From a launch to its end, at the shortest and at the longest, with its pauses and without. */
    private static List<Duration> runs(PlanStart start, Collection<PlanStep> steps) {
        var range = start.importLength();
        var runs = new ArrayList<Duration>();
        for (var length : List.of(range.shortest(), range.longest())) {
            runs.add(length);
            paused(steps).forEach(pause -> runs.add(length.plus(pause)));
        }
        return runs;
    }

    private static List<Instant> meetings(PlanStart start, Collection<PlanStep> steps) {
        return Stream.concat(
                steps.stream().filter(each -> each.kind() != PlanStep.StepKind.LAUNCH_NEXT).map(PlanStep::at),
                Stream.of(start.now(), start.cleanup().at())).distinct().toList();
    }

    /**
     * The lengths of the import.
     *
     * @param free when the other imports have ended
     */
    static NavigableSet<Duration> lengths(PlanStart start, List<PlanStep> steps, Instant free) {
        var range = start.importLength();
        var lengths = new TreeSet<Duration>(List.of(range.shortest(), range.longest()));
        if (!range.shortest().equals(range.longest())) {
            for (var begin : begins(start, steps, free)) {
                for (var meets : meetings(start, steps)) {
                    addAround(lengths, Duration.between(begin, meets), range);
                    paused(steps).forEach(pause -> addAround(
                            lengths, Duration.between(begin, meets).minus(pause), range));
                }
            }
        }
        return lengths;
    }

    /** When an import can begin to run. */
    private static List<Instant> begins(PlanStart start, List<PlanStep> steps, Instant free) {
        return Stream.concat(Stream.of(start.now()), steps.stream()
                .filter(each -> each.isLaunch() || each.kind() == PlanStep.StepKind.RESUME)
                .map(each -> each.doneAt(start.now(), free)).filter(each -> !each.equals(Instant.MAX)))
                .distinct().toList();
    }

    private static List<Duration> paused(Collection<PlanStep> steps) {
        return steps.stream().filter(each -> each.kind() == PlanStep.StepKind.PAUSE)
                .flatMap(pause -> steps.stream().filter(each -> each.kind() == PlanStep.StepKind.RESUME)
                        .map(resume -> Duration.between(pause.at(), resume.at())))
                .filter(Duration::isPositive).toList();
    }

    private static void addAround(Set<Duration> lengths, Duration length, PlanStart.ImportLength range) {
        for (var offset : OFFSETS) {
            for (var second = -1; second <= 1; second++) {
                var tried = length.plus(offset).plusSeconds(second);
                if (tried.compareTo(range.shortest()) > 0 && tried.compareTo(range.longest()) < 0) {
                    lengths.add(tried);
                }
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
