package dev.longshore.calendarfile;

import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One deadline as a calendar program keeps it. Two events of the same {@code uid} are the same event; the one with the
 * greater {@code sequence} replaces the other.
 *
 * @param kind what is due
 * @param uid stays the same for as long as the migration is known through the same connection
 * @param sequence grows whenever the deadline has moved or was called off
 * @param at when it is due, in UTC and whole seconds
 * @param length how long it takes; a while for what is a moment
 * @param cancelled true once it is no longer to come
 * @param title what it is, as one line
 * @param lines more about it, a line each; never a secret
 */
public record CalendarEvent(
        EventKind kind, String uid, int sequence, Instant at, Duration length, boolean cancelled, Fact title,
        List<Fact> lines) {
    /** Programs show an event without one not at all, or as a whole day. */
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    public CalendarEvent {
        lines = List.copyOf(lines);
    }

    /** One that is a moment. */
    public CalendarEvent(
            EventKind kind, String uid, int sequence, Instant at, boolean cancelled, Fact title, List<Fact> lines) {
        this(kind, uid, sequence, at, A_WHILE, cancelled, title, lines);
    }

    /** How long before it is due a reminder is wanted. */
    List<Duration> reminders() {
        return cancelled ? List.of() : kind.reminders();
    }
}
