package dev.longshore.simulator.service;

import java.time.Duration;

/**
 * How long the service takes for what it does, in simulated time.
 *
 * @param initialize from the call to {@code ReceivingFiles}; "minutes"
 * @param lag how much later than it happened a change of status is reported; "several minutes"
 * @param start from the launch until the import runs
 * @param drain how long running jobs go on after a pause was asked for
 * @param cleanUp from {@code CleaningUpFiles} to {@code Closed}
 */
public record ServiceTimings(Duration initialize, Duration lag, Duration start, Duration drain, Duration cleanUp) {

    /** One week, after which an idle migration is cleaned up (DevOps API, idle timeout and automatic cleanup). */
    public static final Duration IDLE_TIMEOUT = Duration.ofDays(7);

    private static final double MAX_VISIBLE_SPEED = 1_000;

    /** {@return timings as the documentation lets one expect them} */
    public static ServiceTimings usual() {
        return new ServiceTimings(
                Duration.ofMinutes(4),
                Duration.ofMinutes(3),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                Duration.ofMinutes(10));
    }

    /**
     * {@return the usual timings, drawn out as far as a user needs to see each of them happen; above a thousand times as
     * fast as life they would outlast the idle week, and stay as they are}
     *
     * @param speed simulated seconds per real second
     */
    public static ServiceTimings stretchedFor(double speed) {
        ServiceTimings usual = usual();
        return new ServiceTimings(
                stretched(usual.initialize, 20, speed),
                stretched(usual.lag, 6, speed),
                stretched(usual.start, 4, speed),
                stretched(usual.drain, 8, speed),
                stretched(usual.cleanUp, 45, speed));
    }

    /**
     * {@return the same timings with another lag}
     *
     * @param other how much later a change is reported; zero for none
     */
    public ServiceTimings withLag(Duration other) {
        return new ServiceTimings(initialize, other, start, drain, cleanUp);
    }

    private static Duration stretched(Duration usual, int realSeconds, double speed) {
        Duration drawnOut = Duration.ofSeconds((long) (realSeconds * Math.min(speed, MAX_VISIBLE_SPEED)));
        return drawnOut.compareTo(usual) > 0 ? drawnOut : usual;
    }
}
