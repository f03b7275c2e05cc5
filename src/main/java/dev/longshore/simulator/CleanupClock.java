package dev.longshore.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a migration's cleanup is due: a week after it became idle, unless somebody scheduled it. */
final class CleanupClock {

    private Instant idleSince;
    private @Nullable Instant scheduled;

    CleanupClock(Instant initializedAt) {
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
        return scheduled == null ? idleSince.plus(Timings.IDLE_TIMEOUT) : scheduled;
    }
}
