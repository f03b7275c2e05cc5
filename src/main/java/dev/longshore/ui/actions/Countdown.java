package dev.longshore.ui.actions;

import java.time.Duration;
import java.time.Instant;

/**
 * The time in which a person can still call a request back. A tick that comes late, because the computer slept, counts
 * as one tick only: else the request would leave the moment a person sees the window again.
 */
final class Countdown {
    private static final Duration TICK_AT_MOST = Duration.ofMillis(1500);

    private Duration left;
    private Instant last;

    Countdown(Duration length, Instant now) {
        left = length;
        last = now;
    }

    /** Counts on to {@code now}. */
    void tick(Instant now) {
        var passed = Duration.between(last, now);
        last = now;
        left = left.minus(passed.compareTo(TICK_AT_MOST) > 0 ? TICK_AT_MOST : passed);
    }

    boolean isOver() {
        return !left.isPositive();
    }

    /** Seconds left, a begun one counted as whole. */
    long seconds() {
        return Math.max(0, left.plusMillis(999).toSeconds());
    }
}
