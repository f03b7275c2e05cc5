package dev.longshore.model.activity;

import java.time.Instant;
import java.util.Comparator;

/**
 * The place of a record in the activity log: no two records have the same.
 *
 * @param at when, in UTC
 * @param rank which of those of one moment come first
 * @param first which record of that rank, as whoever keeps it counts them
 * @param second the same where that is two numbers, else 0
 */
public record ActivityPosition(Instant at, int rank, long first, long second)
        implements
            Comparable<ActivityPosition> {
    private static final Comparator<ActivityPosition> ORDER = Comparator.comparing(ActivityPosition::at)
            .thenComparingInt(ActivityPosition::rank).thenComparingLong(ActivityPosition::first)
            .thenComparingLong(ActivityPosition::second);

    @Override
    public int compareTo(ActivityPosition other) {
        return ORDER.compare(this, other);
    }
}
