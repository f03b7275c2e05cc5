package dev.longshore.watch.engine;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.WatchGap;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.Optional;

/** A silence longer than the planned interval explains is a time in which nobody watched. */
final class WatchGaps {
    private WatchGaps() {}

    /** The one that ends with {@code observation}, if there was one; called under the lock, before it is taken in. */
    static Optional<WatchGap> before(MigrationState migrationState, Observation observation) {
        return Optional.ofNullable(migrationState.lastKnown)
                .filter(last -> !isFinal(last))
                .filter(last -> WatchedMigration.Poll.isTooLong(
                        Duration.between(last.observedAt(), observation.at()), migrationState.plannedSilence))
                .map(last -> new WatchGap(migrationState.key(), last.observedAt(), observation.at(),
                        cause(migrationState)));
    }

    /** What is closed is not watched, and need not be. */
    private static boolean isFinal(LastKnown known) {
        return known.status().is(Phase.CLOSED);
    }

    private static WatchGap.Reason cause(MigrationState migrationState) {
        if (!migrationState.observedInThisRun) {
            return WatchGap.Reason.CLOSED;
        }
        return migrationState.slept ? WatchGap.Reason.ASLEEP : WatchGap.Reason.UNREACHABLE;
    }
}
