package dev.longshore.watch;

import dev.longshore.bench.Figure;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Making a snapshot of 10,000 migrations of which 200 have changed and judging it, and doing all of it anew. */
public final class SnapshotBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final int MIGRATIONS = 10_000;
    private static final int CHANGED = 200;
    private static final int OBSERVATIONS = 60;

    private final WatchState state = new WatchState();
    private final SnapshotMaker maker = new SnapshotMaker();

    private SnapshotBenchmark() {
        state.put(Lines.of(WatchRig.PROD, WatchSettings.standard(), NOW));
        for (var nth = 0; nth < MIGRATIONS; nth++) {
            state.put(entry(nth));
        }
    }

    /** Measures. */
    public static List<Figure> run() {
        var bench = new SnapshotBenchmark();
        bench.made(MIGRATIONS);
        var ours = Figure.milliseconds(() -> bench.made(CHANGED));
        var all = Figure.milliseconds(() -> bench.made(MIGRATIONS));
        return List.of(
                new Figure("snapshot of 10,000 migrations, 200 changed / all made anew", ours, all, "ms", null),
                bench.alerts());
    }

    /** What is to be told of all, beside the making of the snapshot. */
    private Figure alerts() {
        var telling = new Telling();
        var moment = NOW.plusSeconds(1);
        telling.of(made(MIGRATIONS), moment);
        var ours = Figure.milliseconds(() -> telling.of(made(CHANGED), moment));
        var all = Figure.milliseconds(() -> new Telling().of(made(CHANGED), moment));
        return new Figure("the same and its alerts, 200 judged anew / all judged anew", ours, all, "ms", null);
    }

    private Snapshot made(int changed) {
        return state.with(s -> {
            s.entries().stream().limit(changed).forEach(s::touch);
            return maker.make(s, NOW);
        });
    }

    private static Entry entry(int nth) {
        var ref = new MigrationRef(new DatabaseId("db-" + nth % 500), new MigrationId("m-" + nth));
        var entry = new Entry(new RegisteredMigration(WatchRig.key(ref), "migration " + nth, NOW));
        var seen = new ArrayList<Observation>();
        for (var minute = OBSERVATIONS; minute > 0; minute--) {
            seen.add(new Observation(
                    WatchRig.key(ref), NOW.minus(Duration.ofMinutes(minute)), Status.of("ImportInProgress"),
                    Progress.of((OBSERVATIONS - minute) + " %"), NOW.plus(Duration.ofDays(5)), null, null, null));
        }
        seen.forEach(entry::remember);
        entry.lastKnown = LastKnown.first(seen.getLast());
        return entry;
    }
}
