package dev.longshore.simulator.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a migration's cleanup is due: a week after it became idle, unless somebody scheduled it. */
final class SimulatedCleanupClock {

    private Instant idleSince;
    private @Nullable Instant scheduled;

    SimulatedCleanupClock(Instant initializedAt) {
        idleSince = initializedAt;
    }

    /** Data was imported: the idle timer begins again. A scheduled cleanup stays where it is. */
    void restart(Instant at) {
        idleSince = at;
    }

    void schedule(Instant at) {
        scheduled = at;
    }

    Instant due() {
        return scheduled == null ? idleSince.plus(ServiceTimings.IDLE_TIMEOUT) : scheduled;
    }
}
