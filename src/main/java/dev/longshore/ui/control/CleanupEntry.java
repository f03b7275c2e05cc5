package dev.longshore.ui.control;

import dev.longshore.model.Deadline;
import dev.longshore.model.MigrationKey;
import java.time.Instant;

/**
 * One entry of the calendar.
 *
 * @param key whose deadline it is
 * @param name the person's name for that migration
 * @param at when it is due, in UTC
 * @param cause what is due, and by which rule
 * @param risk how urgently it needs a person
 * @param detail a sentence for the tooltip and for assistive technology; may be empty
 */
public record CleanupEntry(
        MigrationKey key, String name, Instant at, Deadline.Cause cause, Risk risk, String detail) {}
