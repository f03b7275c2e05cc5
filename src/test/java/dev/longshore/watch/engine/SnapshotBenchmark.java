package dev.longshore.watch.engine;

import dev.longshore.bench.Measurement;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Status;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchSettings;
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
    private final SnapshotBuilder maker = new SnapshotBuilder(Duration.ofMinutes(1));

    private SnapshotBenchmark() {
        state.put(ConnectionHealthRules.of(WatchFixture.PROD, WatchSettings.standard(), NOW));
        for (var nth = 0; nth < MIGRATIONS; nth++) {
            state.put(entry(nth));
        }
    }

    /** Measures. */
    public static List<Measurement> run() {
        var bench = new SnapshotBenchmark();
        bench.made(MIGRATIONS);
        var ours = Measurement.milliseconds(() -> bench.made(CHANGED));
        var all = Measurement.milliseconds(() -> bench.made(MIGRATIONS));
        return List.of(
                new Measurement("snapshot of 10,000 migrations, 200 changed / all made anew", ours, all, "ms", null),
                bench.alerts());
    }

    /** What is to be told of all, beside the making of the snapshot. */
    private Measurement alerts() {
        var alertEvaluator = new AlertEvaluator();
        var moment = NOW.plusSeconds(1);
        alertEvaluator.of(made(MIGRATIONS), moment);
        var ours = Measurement.milliseconds(() -> alertEvaluator.of(made(CHANGED), moment));
        var all = Measurement.milliseconds(() -> new AlertEvaluator().of(made(CHANGED), moment));
        return new Measurement("the same and its alerts, 200 judged anew / all judged anew", ours, all, "ms", null);
    }

    private Snapshot made(int changed) {
        return state.with(s -> {
            s.migrations().stream().limit(changed).forEach(s::markChanged);
            return maker.make(s, NOW);
        });
    }

    private static MigrationState entry(int nth) {
        var ref = new MigrationRef(new DatabaseId("db-" + nth % 500), new MigrationId("m-" + nth));
        var migrationState = new MigrationState(
                new RegisteredMigration(WatchFixture.key(ref), "migration " + nth, NOW));
        var seen = new ArrayList<Observation>();
        for (var minute = OBSERVATIONS; minute > 0; minute--) {
            seen.add(new Observation(
                    WatchFixture.key(ref), NOW.minus(Duration.ofMinutes(minute)), Status.of("ImportInProgress"),
                    Progress.of((OBSERVATIONS - minute) + " %"), NOW.plus(Duration.ofDays(5)), null, null, null));
        }
        seen.forEach(migrationState::remember);
        migrationState.lastKnown = LastKnown.first(seen.getLast());
        return migrationState;
    }
}
