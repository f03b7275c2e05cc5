package dev.longshore.calendarfile;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.property.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A calendar program as any other: it takes files by another library than the one that wrote them, by UID and SEQUENCE. */
final class CalendarProgram {
    private final Map<String, VEvent> events = new TreeMap<>();

    /** Takes a file in: an event it knows is replaced by one of a greater sequence. */
    void open(String file) {
        var warnings = new ArrayList<List<ParseWarning>>();
        var calendars = Biweekly.parse(file).warnings(warnings).all();
        calendars.forEach(each -> each.getEvents().forEach(this::take));
        if (warnings.stream().anyMatch(each -> !each.isEmpty())) {
            throw new IllegalArgumentException("This is no sound calendar file: " + warnings);
        }
    }

    private void take(VEvent event) {
        events.merge(event.getUid().getValue(), event,
                (known, next) -> sequence(next) > sequence(known) ? next : known);
    }

    List<VEvent> events() {
        return List.copyOf(events.values());
    }

    VEvent only() {
        if (events.size() != 1) {
            throw new IllegalStateException("There are " + events.size() + " events.");
        }
        return events.values().iterator().next();
    }

    static int sequence(VEvent event) {
        return event.getSequence().getValue();
    }

    static Instant at(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }

    static boolean isCancelled(VEvent event) {
        return event.getStatus().isCancelled();
    }

    /** How long before its beginning it reminds, longest first. */
    static List<Duration> reminders(VEvent event) {
        return event.getAlarms().stream().map(each -> before(each.getTrigger())).toList();
    }

    private static Duration before(Trigger trigger) {
        return Duration.ofMillis(-trigger.getDuration().toMillis());
    }
}
