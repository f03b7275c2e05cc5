package dev.longshore.watch;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observed;
import java.time.Duration;
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
final class Gap {
    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private final Instant from;
    private final Instant to;
    private final BlindSpan.Cause cause;
    /** What was known of those that were not observed since. */
    private final Map<MigrationKey, LastKnown> unheard;
    private final List<Missed.Change> changes = new ArrayList<>();
    private final List<StandingAlert> alerts = new ArrayList<>();
    private boolean isLookedAt;

    Gap(Instant from, Instant to, BlindSpan.Cause cause, Map<MigrationKey, LastKnown> before) {
        this.from = from;
        this.to = to;
        this.cause = cause;
        this.unheard = new HashMap<>(before);
    }

    /**
     * Takes in what is known now. What came up later than with the first news of a migration is no part of this.
     *
     * @return true if there may be anything new to be said
     */
    boolean look(Snapshot snapshot, List<StandingAlert> raised) {
        if (isLookedAt && unheard.isEmpty()) {
            return false;
        }
        var heard = new HashSet<MigrationKey>();
        var present = new HashSet<MigrationKey>();
        for (var migration : snapshot.migrations()) {
            present.add(migration.key());
            if (hear(migration)) {
                heard.add(migration.key());
            }
        }
        unheard.keySet().retainAll(present);
        raised.stream().filter(each -> !isLookedAt || isAbout(each, heard)).forEach(alerts::add);
        isLookedAt = true;
        return true;
    }

    private static boolean isAbout(StandingAlert alert, Set<MigrationKey> heard) {
        return alert.migration().filter(heard::contains).isPresent();
    }

    private boolean hear(WatchedMigration migration) {
        var before = unheard.get(migration.key());
        var after = migration.lastKnown();
        if (before == null || after == null || after.observedAt().isBefore(to)) {
            return false;
        }
        unheard.remove(migration.key());
        if (!before.status().equals(after.status()) || isMoved(before, after)) {
            changes.add(new Missed.Change(migration.key(), migration.name(), before, after));
        }
        return true;
    }

    private static boolean isMoved(LastKnown before, LastKnown after) {
        return time(before.expectedCleanupTime()).flatMap(was -> time(after.expectedCleanupTime())
                .filter(is -> Duration.between(was, is).abs().compareTo(SAME_TIME) > 0)).isPresent();
    }

    private static Optional<Instant> time(@Nullable Observed<Instant> observed) {
        return Optional.ofNullable(observed).map(Observed::value);
    }

    Missed missed() {
        return new Missed(from, to, cause, changes, alerts, unheard.size());
    }
}
