package dev.longshore.ui.control.timeline;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.look.Urgency;
import java.time.Instant;

/**
 * What happens to a migration only if a plan is carried out.
 *
 * @param key which one
 * @param label the short word beside the mark
 * @param sentence what happens, by which rule
 * @param at when, in UTC, at the earliest
 * @param end at the latest
 * @param urgency how urgently it needs the user
 */
public record PlannedChange(
        MigrationKey key, String label, String sentence, Instant at, Instant end, Urgency urgency) {}
