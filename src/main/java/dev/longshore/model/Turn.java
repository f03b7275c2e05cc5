package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of status, known to lie between two looks.
 *
 * @param after the last look at which it had not happened, in UTC; null where there was none, so that it lies any time
 *     before the first look
 * @param by the first look at which it had, in UTC
 */
public record Turn(@Nullable Instant after, Instant by) {
    private static final Duration SHORT = Duration.ofMinutes(15);
    private static final int HARDLY_MATTERS = 20;

    /** A change that was seen as it happened. */
    public static Turn seen(Instant at) {
        return new Turn(at, at);
    }

    /** True where the two looks are so close to each other that it hardly matters. */
    public boolean isShort() {
        return after != null && Duration.between(after, by).compareTo(SHORT) <= 0;
    }

    /** The time from this change to {@code end}, as far as either was seen. */
    public Length to(Turn end) {
        var least = end.after == null || end.after.isBefore(by) ? Duration.ZERO : Duration.between(by, end.after);
        return new Length(least, after == null ? null : Duration.between(after, end.by));
    }

    /**
     * A length of time as far as it is known.
     *
     * @param least it is not shorter
     * @param most it is not longer; null where nobody saw the beginning
     */
    public record Length(Duration least, @Nullable Duration most) {
        /** True where the doubt hardly matters. */
        public boolean isExact() {
            if (most == null) {
                return false;
            }
            var doubt = most.minus(least);
            return doubt.compareTo(SHORT) <= 0 || doubt.multipliedBy(HARDLY_MATTERS).compareTo(least) <= 0;
        }
    }
}
