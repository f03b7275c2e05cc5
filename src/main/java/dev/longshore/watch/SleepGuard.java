package dev.longshore.watch;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the machine slept or its clock jumped, and spreads the questions that have come due meanwhile over what
 * the budget allows, so that waking up is no burst.
 */
final class SleepGuard {
    private final WatchState state;
    private final Schedule schedule;
    private final Duration gap;
    private final CatchUp catchUp;
    private Instant lastLook;

    SleepGuard(WatchState state, Schedule schedule, Duration gap, CatchUp catchUp, Instant now) {
        this.state = state;
        this.schedule = schedule;
        this.gap = gap;
        this.catchUp = catchUp;
        this.lastLook = now;
    }

    /** Looks at the clock; called at every tick. */
    void look(Instant now) {
        var silence = Duration.between(lastLook, now);
        if (silence.compareTo(gap) > 0) {
            catchUp.woke(state, lastLook, now);
        }
        lastLook = now;
        if (silence.abs().compareTo(gap) > 0) {
            state.change(s -> {
                spreadOut(s, now);
                if (silence.isNegative()) {
                    s.lines().forEach(line -> line.setBack(silence));
                }
            });
        }
    }

    private void spreadOut(WatchState s, Instant now) {
        var nth = 0;
        for (var entry : s.entries()) {
            entry.slept = true;
            if (entry.due != null) {
                entry.due = schedule.spread(nth++, now);
            }
        }
    }
}
