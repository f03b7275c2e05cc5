package dev.longshore.model.activity;

import dev.longshore.model.ConnectionId;
import java.util.Optional;

/**
 * Which records of the activity log are wanted.
 *
 * @param kind of which kind; empty for all. Periods in which nothing was watched are read in any case
 * @param connection of which connection; empty for all
 * @param before where the page before ended; empty for the newest
 * @param limit how many at most
 */
public record ActivityQuery(
        Optional<ActivityKind> kind, Optional<ConnectionId> connection, Optional<ActivityPosition> before, int limit) {
    /** The newest of all kinds and connections. */
    public static ActivityQuery newest(int limit) {
        return new ActivityQuery(Optional.empty(), Optional.empty(), Optional.empty(), limit);
    }

    /** What follows after {@code position}. */
    public ActivityQuery before(ActivityPosition position) {
        return new ActivityQuery(kind, connection, Optional.of(position), limit);
    }
}
