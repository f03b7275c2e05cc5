package dev.longshore.watch.engine;

import java.time.Duration;

/** How long to wait after failures in a row: twice as long each time, and it never gives up. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * The wait after {@code failures} in a row.
     *
     * @param first the wait after the first one
     */
    static Duration after(int failures, Duration first) {
        var doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        var wait = first.multipliedBy(1L << doublings);
        var limit = first.compareTo(LONGEST) > 0 ? first : LONGEST;
        return wait.compareTo(limit) > 0 ? limit : wait;
    }
}
