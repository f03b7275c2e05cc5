package dev.longshore.ui.control.timeline;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.look.Urgency;
import java.time.Instant;

/**
 * A date that the service knows nothing of, for the timeline of a migration.
 *
 * @param key which migration
 * @param origin where it comes from
 * @param label the short word beside the mark
 * @param sentence what happens, by which rule
 * @param at when, in UTC, at the earliest
 * @param end at the latest
 * @param urgency how urgently it needs the user
 */
public record DrawnDate(
        MigrationKey key, DateOrigin origin, String label, String sentence, Instant at, Instant end, Urgency urgency) {
    /** Where a date comes from. */
    public enum DateOrigin {
        /** It happens only if a plan is carried out. */
        PLAN,
        /** The user has set it as a deadline. */
        DEADLINE,
        /** The user wants no change then. */
        FREEZE,
        /** The policy that the user has set is going to move the cleanup there. */
        POLICY
    }
}
