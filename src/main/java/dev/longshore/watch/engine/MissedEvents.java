package dev.longshore.watch.engine;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.WatchGap;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.MissedSummary;
import dev.longshore.watch.Snapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Sums up what happened while nobody watched: what each migration was like before is compared with what is seen first
 * afterwards; and keeps that nobody did. Safe for use by several threads.
 */
final class MissedEvents {
    private static final int REMEMBERED = 10;

    private final Executor workers;
    private final JournalWriter journalWriter;
    /** The newest first. */
    private final Deque<UnwatchedPeriod> periods = new ArrayDeque<>();

    /** @param workers write to the journal */
    MissedEvents(Executor workers, JournalWriter journalWriter) {
        this.workers = workers;
        this.journalWriter = journalWriter;
    }

    /** The program was started: it is blind since what the journal observed last. */
    void started(WatchState state, Instant now) {
        var before = before(state);
        before.values().stream()
                .map(LastKnown::observedAt)
                .max(Comparator.naturalOrder())
                .filter(from -> from.isBefore(now))
                .ifPresent(from -> begin(new UnwatchedPeriod(from, now, WatchGap.Reason.CLOSED, before)));
    }

    /** The machine slept, or its clock jumped ahead. */
    void woke(WatchState state, Instant from, Instant now) {
        var before = before(state);
        if (!before.isEmpty()) {
            begin(new UnwatchedPeriod(from, now, WatchGap.Reason.ASLEEP, before));
        }
    }

    private static Map<MigrationKey, LastKnown> before(WatchState state) {
        return state.with(s -> {
            var known = new HashMap<MigrationKey, LastKnown>();
            for (var migrationState : s.migrations()) {
                var last = migrationState.lastKnown;
                if (last != null && !last.status().is(Phase.CLOSED)) {
                    known.put(migrationState.key(), last);
                }
            }
            return known;
        });
    }

    private synchronized void begin(UnwatchedPeriod unwatchedPeriod) {
        workers.execute(() -> journalWriter.writeNowOrLater(unwatchedPeriod::record));
        periods.addFirst(unwatchedPeriod);
        while (periods.size() > REMEMBERED) {
            periods.removeLast();
        }
    }

    /**
     * Takes in what is known now.
     *
     * @param raised what has become known just now
     */
    synchronized void evaluate(Snapshot snapshot, List<ActiveAlert> raised) {
        var newest = periods.peekFirst();
        if (newest != null) {
            newest.evaluate(snapshot, raised);
        }
    }

    /** What was missed since the program was started, newest first. */
    synchronized List<MissedSummary> missed() {
        return periods.stream().map(UnwatchedPeriod::missed).filter(MissedSummary::isWorthShowing).toList();
    }
}
