package dev.longshore.watch;

import java.time.Duration;

/**
 * How the watch behaves; every time is in the time of the watch's clock.
 *
 * @param intervals how often it asks
 * @param shortest nobody is asked more often than this, whatever the intervals say
 * @param lag how long the service may go on showing the old status after a change (documented: several minutes)
 * @param wakeGap a silence of its own clock longer than this means that the machine slept or the clock jumped
 * @param requestsPerMinute budget of one connection
 * @param inFlight requests of one connection under way at once
 */
public record WatchSettings(
        Intervals intervals,
        Duration shortest,
        Duration lag,
        Duration wakeGap,
        int requestsPerMinute,
        int inFlight) {
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** The same settings with other intervals, as far as {@link #shortest} allows them. */
    public WatchSettings with(Intervals others) {
        return new WatchSettings(
                others.atLeast(shortest), shortest, lag, wakeGap, requestsPerMinute, inFlight);
    }

    /** The settings Longshore begins with. */
    public static WatchSettings standard() {
        return new WatchSettings(
                Intervals.standard(), SECOND, Duration.ofMinutes(10), Duration.ofSeconds(45), 120, 4);
    }

    /**
     * The settings for a simulator that runs {@code speed} times as fast as life on the watch's own clock: nobody is
     * asked more often than once a real second.
     */
    public WatchSettings acceleratedBy(double speed) {
        var second = Duration.ofMillis(Math.round(1000 * Math.max(1, speed)));
        var longestWait = second.multipliedBy(60);
        var slowest = lag.compareTo(longestWait) >= 0 ? lag : longestWait;
        return new WatchSettings(
                intervals.atLeast(second), second, slowest, wakeGap.plus(second.multipliedBy(30)), requestsPerMinute,
                inFlight);
    }
}
