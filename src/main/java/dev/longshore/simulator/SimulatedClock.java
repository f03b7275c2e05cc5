package dev.longshore.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The simulator's time: a real clock made faster, or one that stands still until a test moves it. It never runs
 * backwards as long as its source does not. Safe for any thread.
 */
public final class SimulatedClock implements InstantSource {

    /** Faster than that nobody can watch anything. */
    public static final double MAX_SPEED = 1_000_000;
    /** Time stands still there: later years do not have four digits, which every date of HTTP and ISO 8601 has here. */
    static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

    private static final double NANOS_PER_SECOND = 1e9;

    private final InstantSource source;
    private Instant sourceAnchor;
    private Instant anchor;
    private double speed;

    SimulatedClock(InstantSource source, Instant start, double speed) {
        this.source = source;
        this.sourceAnchor = source.instant();
        this.anchor = start;
        this.speed = checked(speed);
    }

    /** {@return the simulated instant, in UTC} */
    @Override
    public synchronized Instant instant() {
        Duration real = Duration.between(sourceAnchor, source.instant());
        double passed = (real.toSeconds() + real.toNanosPart() / NANOS_PER_SECOND) * speed;
        if (passed >= Duration.between(anchor, END).toSeconds()) {
            return END;
        }
        long seconds = (long) passed;
        return anchor.plusSeconds(seconds).plusNanos((long) ((passed - seconds) * NANOS_PER_SECOND));
    }

    /**
     * Moves time forward at once.
     *
     * @param step how far, in simulated time; not negative
     */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("Time does not run backwards: " + step);
        }
        if (step.compareTo(Duration.between(anchor, END)) > 0) {
            throw new IllegalArgumentException("Time ends in the year 9000: " + step);
        }
        anchor = anchor.plus(step);
    }

    /** {@return how many simulated seconds pass in one real second; 0 when time stands still} */
    public synchronized double speed() {
        return speed;
    }

    /**
     * Changes the speed from now on.
     *
     * @param times simulated seconds per real second; 0 makes time stand still
     */
    public synchronized void setSpeed(double times) {
        double next = checked(times);
        anchor = instant();
        sourceAnchor = source.instant();
        speed = next;
    }

    private static double checked(double speed) {
        if (!(speed >= 0 && speed <= MAX_SPEED)) {
            throw new IllegalArgumentException("A speed is 0 to " + (int) MAX_SPEED + ", not " + speed);
        }
        return speed;
    }
}
