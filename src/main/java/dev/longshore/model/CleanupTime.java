package dev.longshore.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time for which a cleanup can be scheduled: a whole second, as the service keeps no parts of it, and in a year of
 * four digits, as it takes no other (DevOps API, rescheduling a cleanup). What is asked of the service, what is recorded
 * and what the window shows of a request are this value.
 *
 * @param at the time, in UTC; a part of a second is cut off
 */
public record CleanupTime(Instant at) {
    // A day within the four digits, so that the time has no others in any zone.
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** @throws IllegalArgumentException when its year has not four digits */
    public CleanupTime {
        at = at.truncatedTo(ChronoUnit.SECONDS);
        if (!isInBounds(at)) {
            throw new IllegalArgumentException("A cleanup cannot be scheduled for " + at + ".");
        }
    }

    /** The time as one for a cleanup; empty where its year has not four digits. */
    public static Optional<CleanupTime> of(Instant time) {
        return isInBounds(time) ? Optional.of(new CleanupTime(time)) : Optional.empty();
    }

    private static boolean isInBounds(Instant time) {
        return !time.isBefore(FIRST) && time.isBefore(AFTER_LAST);
    }

    /** True when {@code cleanupTime}, as the service names it, is there and in this very second. */
    public boolean is(@Nullable Instant cleanupTime) {
        return cleanupTime != null && isSameSecond(at, cleanupTime);
    }

    /** True when two times that the service named are the same to it. */
    public static boolean isSameSecond(Instant one, Instant other) {
        return one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }

    /** In ISO 8601, as the service takes it: "2026-12-31T14:30:00Z". */
    @Override
    public String toString() {
        return at.toString();
    }
}
