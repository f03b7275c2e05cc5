package dev.longshore.model;

import java.time.Instant;

/**
 * A time in which nobody watched a migration: what happened then is not known.
 *
 * @param key which migration
 * @param from the last good observation before, in UTC
 * @param to the first good observation after, in UTC
 * @param reason why nobody watched
 */
public record WatchGap(MigrationKey key, Instant from, Instant to, Reason reason) {
    /** Why nobody watched. */
    public enum Reason {
        /** The program was not running. */
        CLOSED,
        /** The machine slept, or its clock jumped. */
        ASLEEP,
        /** The service could not be reached, or refused to answer. */
        UNREACHABLE
    }
}
