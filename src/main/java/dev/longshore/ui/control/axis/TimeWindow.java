package dev.longshore.ui.control.axis;

import java.time.Duration;
import java.time.Instant;

/**
 * The part of time that is seen.
 *
 * @param from its left edge, in UTC
 * @param to its right edge, in UTC, after {@code from}
 */
public record TimeWindow(Instant from, Instant to) {
    /** The least that can be seen at once. */
    public static final Duration LEAST = Duration.ofMinutes(1);

    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window from " + from + " to " + to + " shows nothing.");
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** This window with {@code factor} times its length, in which {@code anchor} stays where it is. */
    public TimeWindow zoom(double factor, Instant anchor) {
        var least = (double) LEAST.toMillis() / length().toMillis();
        var scale = Math.max(least, factor);
        return new TimeWindow(
                anchor.minus(scaled(Duration.between(from, anchor), scale)),
                anchor.plus(scaled(Duration.between(anchor, to), scale)));
    }

    /** This window moved to the right by {@code share} of its length; to the left where that is negative. */
    public TimeWindow pan(double share) {
        var by = scaled(length(), share);
        return new TimeWindow(from.plus(by), to.plus(by));
    }

    /** This window, moved and shortened as far as needed to lie within {@code extent}. */
    public TimeWindow within(TimeWindow extent) {
        if (length().compareTo(extent.length()) >= 0) {
            return extent;
        }
        if (from.isBefore(extent.from)) {
            return new TimeWindow(extent.from, extent.from.plus(length()));
        }
        return to.isAfter(extent.to) ? new TimeWindow(extent.to.minus(length()), extent.to) : this;
    }

    /** This window with {@code share} of its length added at either edge. */
    public TimeWindow padded(double share) {
        var by = scaled(length(), share);
        return new TimeWindow(from.minus(by), to.plus(by));
    }

    private static Duration scaled(Duration duration, double scale) {
        return Duration.ofMillis(Math.round(duration.toMillis() * scale));
    }
}
