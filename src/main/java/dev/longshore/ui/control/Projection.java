package dev.longshore.ui.control;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a moment lies on the screen.
 *
 * @param window the part of time that is seen
 * @param width how wide it is drawn, in pixels
 */
record Projection(TimeWindow window, double width) {

    /** Pixels right of the left edge; outside of 0 to {@code width} for what is not seen. */
    double x(Instant instant) {
        return (double) Duration.between(window.from(), instant).toMillis() / window.length().toMillis() * width;
    }

    /** The moment at {@code x} pixels right of the left edge. */
    Instant at(double x) {
        return window.from().plusMillis(Math.round(x / width * window.length().toMillis()));
    }

    /** True when {@code instant} is within the window. */
    boolean sees(Instant instant) {
        return !instant.isBefore(window.from()) && !instant.isAfter(window.to());
    }

    /** True when any moment from {@code from} to {@code to} is within the window. */
    boolean sees(Instant from, Instant to) {
        return !to.isBefore(window.from()) && !from.isAfter(window.to());
    }

    /** How many pixels {@code duration} takes. */
    double pixels(Duration duration) {
        return (double) duration.toMillis() / window.length().toMillis() * width;
    }
}
