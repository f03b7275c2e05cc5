package dev.longshore.watch;

import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.WatchGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What happened while nobody watched, as far as it can be told afterwards.
 *
 * @param from when something was observed last, in UTC
 * @param to when it began to watch again, in UTC
 * @param reason why nobody watched
 * @param changes what was different afterwards, in the order in which it was seen
 * @param alerts what came up then
 * @param notYetObserved how many migrations were not observed since
 */
public record MissedSummary(
        Instant from,
        Instant to,
        WatchGap.Reason reason,
        List<MissedChange> changes,
        List<ActiveAlert> alerts,
        int notYetObserved) {
    private static final Duration SHORT = Duration.ofMinutes(10);

    public MissedSummary {
        changes = List.copyOf(changes);
        alerts = List.copyOf(alerts);
    }

    /** True when something has come of it. */
    public boolean hasNews() {
        return !changes.isEmpty() || !alerts.isEmpty();
    }

    /** False for a short while in which nothing happened. */
    public boolean isWorthShowing() {
        return hasNews() || Duration.between(from, to).compareTo(SHORT) >= 0;
    }

    /**
     * A migration of which something was different afterwards.
     *
     * @param name the user's name for it
     * @param before what was known of it
     * @param after what is known since
     */
    public record MissedChange(MigrationKey key, String name, LastKnown before, LastKnown after) {}
}
