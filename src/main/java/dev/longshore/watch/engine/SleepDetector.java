package dev.longshore.watch.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the machine slept or its clock jumped, and spreads the questions that have come due meanwhile over what
 * the budget allows, so that waking up is no burst.
 */
final class SleepDetector {
    /** In questions of the pace at which they are spread out: some seconds. */
    private static final int UNTIL_NEWS = 5;

    private final WatchState state;
    private final PollSchedule pollSchedule;
    private final Duration gap;
    private final MissedEvents missedEvents;
    private Instant lastCheck;

    SleepDetector(WatchState state, PollSchedule pollSchedule, Duration gap, MissedEvents missedEvents, Instant now) {
        this.state = state;
        this.pollSchedule = pollSchedule;
        this.gap = gap;
        this.missedEvents = missedEvents;
        this.lastCheck = now;
    }

    /** Compares the clocks; called at every tick. */
    void check(Instant now) {
        var silence = Duration.between(lastCheck, now);
        if (silence.compareTo(gap) > 0) {
            missedEvents.woke(state, lastCheck, now);
        }
        lastCheck = now;
        state.change(s -> s.tick(now));
        if (silence.abs().compareTo(gap) > 0) {
            state.change(s -> {
                spreadOut(s, now);
                s.connections().forEach(connectionState -> {
                    connectionState.clockJumped = true;
                    if (s.isShared() && connectionState.listDue != null) {
                        // Only an answer to a question of our own tells the time.
                        connectionState.listDue = now;
                    }
                    s.markChanged(connectionState);
                });
            });
        }
        if (silence.isNegative()) {
            state.change(s -> setBack(s, silence));
        }
    }

    /** However little: an age that is taken by the clock would be too small by that, for as long as it is shown. */
    private static void setBack(WatchState s, Duration silence) {
        s.migrations().forEach(each -> each.setClockBack(silence.negated()));
        s.connections().forEach(connectionState -> {
            connectionState.delayBy(silence);
            s.markChanged(connectionState);
        });
    }

    private void spreadOut(WatchState s, Instant now) {
        // What colleagues have seen meanwhile is heard first, and need not be asked.
        var nth = s.isShared() ? UNTIL_NEWS : 0;
        for (var migrationState : s.migrations()) {
            migrationState.slept = true;
            if (migrationState.due != null) {
                migrationState.due = pollSchedule.spread(nth++, now);
            }
        }
    }
}
