package dev.longshore.model;

import java.time.Instant;

/**
 * Under which address calendar programs find the calendar. Whoever knows it can read dates, and nothing else.
 *
 * @param secret the part of the address that nobody can guess; letters and digits
 * @param withNames whether the names of migrations and databases are told
 * @param madeAt when it was made, in UTC
 */
public record CalendarAddress(String secret, boolean withNames, Instant madeAt) {
    /** The path of the address. */
    public String path() {
        return "/calendar/" + secret + ".ics";
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CalendarAddress[withNames=" + withNames + ", madeAt=" + madeAt + "]";
    }
}
