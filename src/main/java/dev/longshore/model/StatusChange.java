package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of status, known to lie between two looks.
 *
 * @param earliest the last observation at which it had not happened, in UTC; null where there was none, so that it lies any time
 *     before the first observation
 * @param latest the first observation at which it had, in UTC
 */
public record StatusChange(@Nullable Instant earliest, Instant latest) {
    private static final Duration SHORT = Duration.ofMinutes(15);
    private static final int HARDLY_MATTERS = 20;

    /** A change that was seen as it happened. */
    public static StatusChange at(Instant at) {
        return new StatusChange(at, at);
    }

    /** True where the two looks are so close to each other that it hardly matters. */
    public boolean isShort() {
        return earliest != null && Duration.between(earliest, latest).compareTo(SHORT) <= 0;
    }

    /** The time from this change to {@code end}, as far as either was seen. */
    public DurationRange durationUntil(StatusChange end) {
        var least = end.earliest == null || end.earliest.isBefore(latest) ? Duration.ZERO
                : Duration.between(latest, end.earliest);
        return new DurationRange(least, earliest == null ? null : Duration.between(earliest, end.latest));
    }

    /**
     * A length of time as far as it is known.
     *
     * @param least it is not shorter
     * @param most it is not longer; null where nobody saw the beginning
     */
    public record DurationRange(Duration least, @Nullable Duration most) {
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
