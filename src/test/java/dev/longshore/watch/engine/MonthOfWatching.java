package dev.longshore.watch.engine;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Secret;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ManualClock;
import dev.longshore.watch.WatchSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A watch over many migrations for a long simulated time at a service that fails one call in twenty. */
public final class MonthOfWatching {
    private static final Duration STEP = Duration.ofSeconds(5);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-01T00:00:00Z"));
    private final Duration length;
    private final MonthService service;
    private final SqliteJournal journal;
    private final PollingWatch watch;

    private MonthOfWatching(Path folder, int migrations, Duration length) {
        this.length = length;
        this.service = new MonthService(clock, migrations, length);
        this.journal = SqliteJournal.open(folder, clock, EnglishText::say);
        this.watch = new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), (_, _) -> service, clock, Runnable::run),
                WatchSettings.standard(),
                new Random(3), "dba");
    }

    /** How the memory stood at one moment. */
    public record MemoryFootprint(long heapMegabytes, int threads, int underWay, int mostRemembered, int commands) {
        @Override
        public String toString() {
            return heapMegabytes + " MB, " + threads + " threads, " + underWay + " calls under way, at most "
                    + mostRemembered + " observations of one migration";
        }
    }

    /**
     * What came of it.
     *
     * @param missed transitions that were seen later than lag and interval allow, or never
     * @param alive true when the poller still asked in the last hour
     */
    public record MonthResult(
            long calls,
            long faults,
            int transitions,
            List<String> missed,
            Duration longestDelay,
            boolean alive,
            MemoryFootprint early,
            MemoryFootprint late) {
        @Override
        public String toString() {
            return calls + " calls, " + faults + " of them failed; " + transitions + " transitions, " + missed.size()
                    + " missed, the latest seen after " + longestDelay + "; poller "
                    + (alive ? "alive" : "dead") + "; after a quarter " + early + "; at the end " + late;
        }
    }

    /** Watches {@code migrations} for {@code length} of simulated time, as fast as it goes. */
    public static MonthResult run(Path folder, int migrations, Duration length) {
        var month = new MonthOfWatching(folder, migrations, length);
        try (var _ = month.journal;
                var _ = month.watch) {
            return month.figures();
        }
    }

    private MonthResult figures() {
        watch.open(WatchFixture.PROD, Secret.of("AstraCS:test"));
        service.scripts().keySet().forEach(ref -> watch.add(WatchFixture.key(ref), "").join());
        pass(length.dividedBy(4));
        var early = footprint();
        pass(length.minus(length.dividedBy(4)));
        var late = footprint();
        var calls = service.calls;
        var faults = service.faults;
        watch.pollNow();
        pass(Duration.ofMinutes(1));
        return withDelays(calls, faults, service.calls > calls, early, late);
    }

    private void pass(Duration time) {
        var end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.advance(STEP);
            watch.tick();
        }
    }

    private MemoryFootprint footprint() {
        System.gc();
        var runtime = Runtime.getRuntime();
        var megabytes = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        return watch.state().with(s -> new MemoryFootprint(
                megabytes,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                s.connections().stream().mapToInt(connectionState -> connectionState.openRequests).sum(),
                s.migrations().stream()
                        .mapToInt(migrationState -> migrationState.history().observations().size())
                        .max()
                        .orElse(0),
                s.recentCommands().size()));
    }

    private MonthResult withDelays(long calls, long faults, boolean alive, MemoryFootprint early,
            MemoryFootprint late) {
        var missed = new ArrayList<String>();
        var longest = Duration.ZERO;
        var count = 0;
        for (var script : service.scripts().entrySet()) {
            var seen = journal.history(WatchFixture.key(script.getKey()), Instant.EPOCH).observations();
            for (var scriptStep : script.getValue()) {
                count++;
                var delay = delay(scriptStep, seen);
                longest = delay.compareTo(longest) > 0 ? delay : longest;
                if (delay.compareTo(allowed()) > 0) {
                    missed.add(text(script.getKey(), scriptStep, delay));
                }
            }
        }
        return new MonthResult(calls, faults, count, missed, longest, alive, early, late);
    }

    /** The documented lag, and the longest interval with its jitter. */
    private static Duration allowed() {
        var settings = WatchSettings.standard();
        return settings.lag().plus(settings.intervals().resting().multipliedBy(11).dividedBy(10));
    }

    private Duration delay(MonthService.ScriptStep scriptStep, List<Observation> seen) {
        return Stream.concat(
                seen.stream()
                        .filter(each -> each.status().raw().equals(scriptStep.word()))
                        .map(Observation::at),
                Stream.of(clock.instant()))
                .findFirst()
                .map(at -> Duration.between(scriptStep.at(), at))
                .orElseThrow();
    }

    private static String text(MigrationRef ref, MonthService.ScriptStep scriptStep, Duration delay) {
        return ref.migration().value() + " " + scriptStep + " after " + delay;
    }
}
