package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;

/**
 * Something the service will do by itself to a migration.
 *
 * @param at when, in UTC
 * @param cause what
 * @param observedAt when the figure was observed, in UTC
 */
public record Deadline(Instant at, Cause cause, Instant observedAt) {
    private static final Duration CREDENTIALS_SOON = Duration.ofMinutes(15);

    /** What will happen, and by which rule. */
    public enum Cause {
        /** The cleanup deletes the staged data because the migration was idle for a week. */
        CLEANUP_IDLE,
        /** The cleanup deletes the staged data at the time that was scheduled. */
        CLEANUP_SCHEDULED,
        /** The cleanup deletes the staged data; whether for idleness or as scheduled by somebody was not seen. */
        CLEANUP_UNKNOWN,
        /** The upload credentials end. */
        CREDENTIALS
    }

    /** True for credentials that end so soon, or have ended, that no upload should begin with them. */
    public boolean isEndOfCredentials(Instant now) {
        return cause == Cause.CREDENTIALS && isSoonForCredentials(at, now);
    }

    /** True where credentials end so soon at {@code end}, or have ended, that no upload should begin with them. */
    public static boolean isSoonForCredentials(Instant end, Instant now) {
        return Duration.between(now, end).compareTo(CREDENTIALS_SOON) < 0;
    }
}
