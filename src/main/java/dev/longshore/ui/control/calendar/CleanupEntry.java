package dev.longshore.ui.control.calendar;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.look.Urgency;
import java.time.Instant;

/**
 * One entry of the calendar.
 *
 * @param key whose it is
 * @param name the user's name for that migration
 * @param kind what is due, or was
 * @param from when, in UTC; for a range its beginning
 * @param until the end of the range, in UTC; the same as {@code from} where it is one moment
 * @param urgency how urgently it needs a user
 * @param brief the most important of it in one short clause; may be empty
 * @param detail sentences for the tooltip and for assistive technology; may be empty
 * @param isOld true where the service has not answered for too long
 */
public record CleanupEntry(
        MigrationKey key, String name, EntryKind kind, Instant from, Instant until, Urgency urgency, String brief,
        String detail, boolean isOld) {
    /** An entry that is new enough and has nothing to say in short. */
    public CleanupEntry(MigrationKey key, String name, EntryKind kind, Instant from, Instant until, Urgency urgency,
            String detail) {
        this(key, name, kind, from, until, urgency, "", detail, false);
    }

    /** What an entry stands for. */
    public enum EntryKind {
        /** The cleanup is due because of the idle timeout. */
        CLEANUP_IDLE,
        /** The cleanup is due as it was scheduled. */
        CLEANUP_SCHEDULED,
        /** The cleanup is due, and nobody here has seen why then. */
        CLEANUP_UNKNOWN,
        /** The cleanup runs. */
        CLEANING_UP,
        /** The cleanup has run; the time is when that was first seen. */
        CLEANED_UP,
        /** The import is expected to end within this range. */
        IMPORT_ENDS,
        /** The upload credentials end. */
        CREDENTIALS,
        /** A deadline that the user has set. */
        OWN_DEADLINE,
        /** In a plan, the import is launched, paused or resumed. */
        PLANNED_STEP,
        /** In a plan, the import ends or fails within this range. */
        PLANNED_IMPORT_END,
        /** In a plan, the cleanup starts within this range. */
        PLANNED_CLEANUP,
        /** The policy that the user has set is going to move the cleanup there. */
        AUTOMATIC_MOVE
    }

    /** True for what a user can set to another time. */
    public boolean isMovable() {
        return switch (kind) {
            case CLEANUP_IDLE, CLEANUP_SCHEDULED, CLEANUP_UNKNOWN -> true;
            case CLEANING_UP, CLEANED_UP, IMPORT_ENDS, CREDENTIALS, OWN_DEADLINE, PLANNED_STEP, PLANNED_IMPORT_END,
                    PLANNED_CLEANUP, AUTOMATIC_MOVE ->
                false;
        };
    }

    /** True for what is not so yet: it is planned, or going to be moved. */
    boolean isPlanned() {
        return switch (kind) {
            case PLANNED_STEP, PLANNED_IMPORT_END, PLANNED_CLEANUP, AUTOMATIC_MOVE -> true;
            case CLEANUP_IDLE, CLEANUP_SCHEDULED, CLEANUP_UNKNOWN, CLEANING_UP, CLEANED_UP, IMPORT_ENDS, CREDENTIALS,
                    OWN_DEADLINE ->
                false;
        };
    }

    /** True for what lies in a month or a week; what ends within the hour stands in the agenda only. */
    boolean isOfDays() {
        return kind != EntryKind.CREDENTIALS;
    }

    /** True when both are about the same thing, whatever has become of its time. */
    boolean isSameAs(CleanupEntry other) {
        return kind == other.kind && key.equals(other.key)
                && (kind != EntryKind.OWN_DEADLINE || name.equals(other.name));
    }
}
