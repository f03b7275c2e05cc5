package dev.longshore.model.cleanup;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * When the idle timer of a migration was (re)started, as far as observations tell: at initialize, and whenever data was
 * imported; by nothing else (Sideloader documentation).
 */
final class IdleRestarts {
    /** "Initializing" takes minutes; an hour is more than enough. */
    private static final Duration LONGEST_INITIALIZING = Duration.ofHours(1);

    private IdleRestarts() {}

    /** When initialize was called; without an observation from its very beginning that may be any time before. */
    static TimeRange initialize(List<Observation> observations, LastKnown known) {
        var first = observations.isEmpty() ? known.observedAt() : observations.getFirst().at();
        return new TimeRange(isWatchedFromTheStart(observations) ? first.minus(LONGEST_INITIALIZING) : Instant.MIN,
                first);
    }

    /** True when the first observation was made while the migration was still being initialized. */
    static boolean isWatchedFromTheStart(List<Observation> observations) {
        return !observations.isEmpty() && observations.getFirst().status().is(Phase.INITIALIZING);
    }

    /** The times in which an import ran or may have run, oldest first; each is as long as that import at most. */
    static List<TimeRange> imports(List<Observation> observations) {
        return ranges(observations, IdleRestarts::mayImport);
    }

    /** Those of them in which an import did run: no word that nobody knows is taken for one. */
    static List<TimeRange> importsForSure(List<Observation> observations) {
        return ranges(
                observations,
                (before, after) -> isKnown(before) && isKnown(after) && mayImport(before, after));
    }

    private static boolean isKnown(Status status) {
        return status.phase().isPresent();
    }

    private static List<TimeRange> ranges(List<Observation> observations, BiPredicate<Status, Status> imported) {
        var windows = new ArrayList<TimeRange>();
        for (int i = 1; i < observations.size(); i++) {
            var before = observations.get(i - 1);
            var after = observations.get(i);
            if (imported.test(before.status(), after.status())) {
                add(windows, new TimeRange(before.at(), after.at()));
            }
        }
        return windows;
    }

    private static void add(List<TimeRange> windows, TimeRange next) {
        if (!windows.isEmpty() && windows.getLast().to().equals(next.from())) {
            windows.set(windows.size() - 1, new TimeRange(windows.getLast().from(), next.to()));
        } else {
            windows.add(next);
        }
    }

    private static boolean mayImport(Status before, Status after) {
        return mayRun(before) || mayRun(after) || (!before.equals(after) && isReachedByImport(after));
    }

    /** A word nobody knows may mean an import. */
    private static boolean mayRun(Status status) {
        return status.phase()
                .map(phase -> phase == Phase.STARTING || phase == Phase.IMPORT_IN_PROGRESS)
                .orElse(true);
    }

    private static boolean isReachedByImport(Status status) {
        return status.phase().filter(Phase::isSealed).isPresent();
    }
}
