package dev.longshore.watch.engine;

import dev.longshore.watch.Problem;
import java.time.Duration;
import java.time.Instant;

/** How long to wait after failures in a row: twice as long each time, and it never gives up. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 10;

    private Backoff() {}

    /**
     * The wait after {@code problem}, at most as long as it has lasted besides: who asks again and again by hand, and
     * calls that failed together, make it no longer.
     *
     * @param first the wait after the first failure
     */
    static Duration after(Problem problem, Duration first, Instant now) {
        var wait = after(problem.count(), first);
        var lasted = Duration.between(problem.since(), now).plus(first);
        return wait.compareTo(lasted) > 0 && lasted.compareTo(first) >= 0 ? lasted : wait;
    }

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
