package dev.longshore.seeds;

import dev.longshore.journal.Journal;
import dev.longshore.model.MigrationKey;
import dev.longshore.watch.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What snapshots have shown so far of each migration: the timeline has to tell the same. */
final class SaidHistory {
    private final Map<MigrationKey, Set<SeenStatus>> statuses = new HashMap<>();
    private final Map<MigrationKey, List<Instant>> observed = new HashMap<>();
    private boolean isJournalTroubled;

    private record SeenStatus(Instant since, String word) {}

    void add(Snapshot snapshot) {
        isJournalTroubled = !snapshot.troubles().isEmpty();
        for (var each : snapshot.migrations()) {
            var known = each.lastKnown();
            if (known != null) {
                statuses.computeIfAbsent(each.key(), _ -> new LinkedHashSet<>())
                        .add(new SeenStatus(known.since(), known.status().raw()));
                observed.computeIfAbsent(each.key(), _ -> new ArrayList<>()).add(known.observedAt());
            }
        }
    }

    /** A program has started: what the one before could not write, and had said so, is gone with it. */
    void programStarted(Journal journal) {
        if (isJournalTroubled) {
            statuses.forEach((key, all) -> all.retainAll(kept(journal, key)));
            observed.clear();
            isJournalTroubled = false;
        }
    }

    private static Set<SeenStatus> kept(Journal journal, MigrationKey key) {
        var kept = new LinkedHashSet<SeenStatus>();
        journal.history(key, Instant.EPOCH).observations()
                .forEach(each -> kept.add(new SeenStatus(each.at(), each.status().raw())));
        return kept;
    }

    /** Fails where the journal does not have what was shown, or has gaps where something was. */
    void requireIn(Journal journal, boolean clockWasSet, StatementChecks checks) {
        statuses.forEach((key, all) -> {
            var kept = kept(journal, key);
            ViolationError.unless(isJournalTroubled || kept.containsAll(all),
                    "Shown, and not in the timeline of %s: %s, but %s", key, all, kept);
        });
        if (!clockWasSet) {
            observed.forEach((key, all) -> checks.checkGaps(
                    key, journal.history(key, Instant.EPOCH).watchGaps(), all));
        }
    }
}
