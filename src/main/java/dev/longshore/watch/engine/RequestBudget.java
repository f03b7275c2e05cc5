package dev.longshore.watch.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * The requests one connection may send: a few at once, then at a steady pace. The service limits its rate without
 * documenting how, so the budget stays well below what a user would call a lot. Not safe for several threads.
 */
final class RequestBudget {
    private final int burst;
    private final int mostOwed;
    private final Duration perRequest;
    private double left;
    private Instant counted;

    RequestBudget(int requestsPerMinute, int burst, Instant now) {
        this.burst = burst;
        this.mostOwed = requestsPerMinute;
        this.perRequest = Duration.ofMinutes(1).dividedBy(requestsPerMinute);
        this.left = burst;
        this.counted = now;
    }

    /** Takes one request out of the budget, or says that there is none left at {@code now}. */
    boolean take(Instant now) {
        refill(now);
        if (left < 1) {
            return false;
        }
        left -= 1;
        return true;
    }

    /** Takes one request out of the budget, also where none is left: what is asked for later has to wait the longer. */
    void overdraw(Instant now) {
        refill(now);
        left = Math.min(left, Math.max(-burst, left - 1));
    }

    /**
     * Counts a request that a colleague has sent: the programs of a team have one budget together. What they sent is paid
     * back within a minute.
     */
    void countColleague(Instant now) {
        refill(now);
        left = Math.max(-mostOwed, left - 1);
    }

    /** How many requests may be sent at once at {@code now}; not below 0. */
    double left(Instant now) {
        refill(now);
        return Math.max(0, left);
    }

    private void refill(Instant now) {
        var passed = Duration.between(counted, now);
        counted = now;
        if (passed.isPositive()) {
            left = Math.min(burst, left + (double) passed.toNanos() / perRequest.toNanos());
        }
    }
}
