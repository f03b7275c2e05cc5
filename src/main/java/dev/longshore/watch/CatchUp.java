package dev.longshore.watch;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums up what happened while nobody watched: what each migration was like before is compared with what is seen first
 * afterwards. Safe for use by several threads.
 */
final class CatchUp {
    private static final int REMEMBERED = 10;

    /** The newest first. */
    private final Deque<Gap> gaps = new ArrayDeque<>();

    /** The program was started: it is blind since what the journal observed last. */
    void started(WatchState state, Instant now) {
        var before = before(state);
        before.values().stream()
                .map(LastKnown::observedAt)
                .max(Comparator.naturalOrder())
                .filter(from -> from.isBefore(now))
                .ifPresent(from -> begin(new Gap(from, now, BlindSpan.Cause.CLOSED, before)));
    }

    /** The machine slept, or its clock jumped ahead. */
    void woke(WatchState state, Instant from, Instant now) {
        var before = before(state);
        if (!before.isEmpty()) {
            begin(new Gap(from, now, BlindSpan.Cause.ASLEEP, before));
        }
    }

    private static Map<MigrationKey, LastKnown> before(WatchState state) {
        return state.with(s -> {
            var known = new HashMap<MigrationKey, LastKnown>();
            for (var entry : s.entries()) {
                var last = entry.lastKnown;
                if (last != null && !last.status().is(Phase.CLOSED)) {
                    known.put(entry.key(), last);
                }
            }
            return known;
        });
    }

    private synchronized void begin(Gap gap) {
        gaps.addFirst(gap);
        while (gaps.size() > REMEMBERED) {
            gaps.removeLast();
        }
    }

    /**
     * Takes in what is known now.
     *
     * @param raised what has become known just now
     * @return true if there is anything new to be said
     */
    synchronized boolean look(Snapshot snapshot, List<StandingAlert> raised) {
        var newest = gaps.peekFirst();
        return newest != null && newest.look(snapshot, raised);
    }

    /** What was missed since the program was started, newest first. */
    synchronized List<Missed> missed() {
        return gaps.stream().map(Gap::missed).filter(Missed::isWorthTelling).toList();
    }
}
