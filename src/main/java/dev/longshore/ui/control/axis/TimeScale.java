package dev.longshore.ui.control.axis;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a moment lies on the screen.
 *
 * @param window the part of time that is seen
 * @param width how wide it is drawn, in pixels
 */
public record TimeScale(TimeWindow window, double width) {

    /** Pixels right of the left edge; outside of 0 to {@code width} for what is not seen. */
    public double x(Instant instant) {
        return (double) Duration.between(window.from(), instant).toMillis() / window.length().toMillis() * width;
    }

    /** The moment at {@code x} pixels right of the left edge. */
    public Instant at(double x) {
        return window.from().plusMillis(Math.round(x / width * window.length().toMillis()));
    }

    /** True when {@code instant} is within the window. */
    public boolean shows(Instant instant) {
        return !instant.isBefore(window.from()) && !instant.isAfter(window.to());
    }

    /** True when any moment from {@code from} to {@code to} is within the window. */
    public boolean shows(Instant from, Instant to) {
        return !to.isBefore(window.from()) && !from.isAfter(window.to());
    }

    /** How many pixels {@code duration} takes. */
    double pixels(Duration duration) {
        return (double) duration.toMillis() / window.length().toMillis() * width;
    }
}
