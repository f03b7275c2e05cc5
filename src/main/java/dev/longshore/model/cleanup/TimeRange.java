package dev.longshore.model.cleanup;

import java.time.Duration;
import java.time.Instant;

/**
 * A time within which something happened at a moment nobody knows more exactly.
 *
 * @param from not before, in UTC
 * @param to not after, in UTC
 */
public record TimeRange(Instant from, Instant to) {
    /** True when {@code time} lies in it, or not further outside of it than {@code tolerance}. */
    boolean contains(Instant time, Duration tolerance) {
        return !time.plus(tolerance).isBefore(from) && !time.minus(tolerance).isAfter(to);
    }
}
