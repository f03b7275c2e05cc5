package dev.longshore.watch.engine;

import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.WatchGap;
import java.time.Duration;
import java.util.Optional;

/** A silence longer than the planned interval explains is a time in which nobody watched. */
final class WatchGaps {
    private static final Duration SLACK = Duration.ofMinutes(1);

    private WatchGaps() {}

    /** The one that ends with {@code observation}, if there was one; called under the lock, before it is taken in. */
    static Optional<WatchGap> before(MigrationState migrationState, Observation observation) {
        return Optional.ofNullable(migrationState.lastKnown)
                .filter(last -> !isFinal(last))
                .filter(last -> Duration.between(last.observedAt(), observation.at())
                        .compareTo(usual(migrationState)) > 0)
                .map(last -> new WatchGap(migrationState.key(), last.observedAt(), observation.at(),
                        cause(migrationState)));
    }

    /** One question that failed and was repeated makes nobody blind; what is closed is not watched, and need not be. */
    private static Duration usual(MigrationState migrationState) {
        return migrationState.plannedSilence.multipliedBy(2).plus(SLACK);
    }

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
