package dev.longshore.watch.engine;

import dev.longshore.journal.Journal;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Timed;
import dev.longshore.model.WatchGap;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time in which nobody watched, and what is found out about it. For one thread at a time. */
final class UnwatchedPeriod {
    private final Instant from;
    private final Instant to;
    private final WatchGap.Reason reason;
    /** What was known of those that were not observed since. */
    private final Map<MigrationKey, LastKnown> notYetObserved;
    private final List<MissedSummary.MissedChange> changes = new ArrayList<>();
    private final List<ActiveAlert> alerts = new ArrayList<>();
    private boolean isEvaluated;

    UnwatchedPeriod(Instant from, Instant to, WatchGap.Reason reason, Map<MigrationKey, LastKnown> before) {
        this.from = from;
        this.to = to;
        this.reason = reason;
        this.notYetObserved = new HashMap<>(before);
    }

    /** Keeps that nobody watched. */
    void record(Journal journal) {
        journal.recordUnwatched(from, to, reason);
    }

    /** Takes in what is known now. What came up later than with the first news of a migration is no part of this. */
    void evaluate(Snapshot snapshot, List<ActiveAlert> raised) {
        if (isEvaluated && notYetObserved.isEmpty()) {
            return;
        }
        var heard = new HashSet<MigrationKey>();
        var present = new HashSet<MigrationKey>();
        for (var migration : snapshot.migrations()) {
            present.add(migration.key());
            if (compare(migration)) {
                heard.add(migration.key());
            }
        }
        notYetObserved.keySet().retainAll(present);
        raised.stream().filter(each -> !isEvaluated || isAbout(each, heard)).forEach(alerts::add);
        isEvaluated = true;
    }

    private static boolean isAbout(ActiveAlert activeAlert, Set<MigrationKey> heard) {
        return activeAlert.migration().filter(heard::contains).isPresent();
    }

    private boolean compare(WatchedMigration migration) {
        var before = notYetObserved.get(migration.key());
        var after = migration.lastKnown();
        if (before == null || after == null || after.observedAt().isBefore(to)) {
            return false;
        }
        notYetObserved.remove(migration.key());
        if (!before.status().equals(after.status()) || isMoved(before, after)) {
            changes.add(new MissedSummary.MissedChange(migration.key(), migration.name(), before, after));
        }
        return true;
    }

    private static boolean isMoved(LastKnown before, LastKnown after) {
        return time(before.expectedCleanupTime()).flatMap(was -> time(after.expectedCleanupTime())
                .filter(is -> Observation.isMoved(was, is))).isPresent();
    }

    private static Optional<Instant> time(@Nullable Timed<Instant> timed) {
        return Optional.ofNullable(timed).map(Timed::value);
    }

    MissedSummary missed() {
        return new MissedSummary(from, to, reason, changes, alerts, notYetObserved.size());
    }
}
