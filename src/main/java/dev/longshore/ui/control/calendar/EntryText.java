package dev.longshore.ui.control.calendar;

import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What an entry says: its words, its times and the shape of its kind. */
final class EntryText {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;
    private final TimeText time;

    EntryText(Texts texts, TimeText time) {
        this.texts = texts;
        this.time = time;
    }

    /** What the entry is, when, and why it matters, for tooltip and assistive technology. */
    String all(CleanupEntry entry) {
        return texts.get(
                "control.calendar.entry", entry.name(), kind(entry), time(entry), time.distance(entry.from()),
                urgency(entry), entry.detail()).strip();
    }

    /** Whose it is; of an import that ends, that it does. */
    String title(CleanupEntry entry) {
        return entry.kind() == CleanupEntry.EntryKind.IMPORT_ENDS
                ? texts.get("control.calendar.ends", entry.name()) : entry.name();
    }

    /** What it is. */
    String kind(CleanupEntry entry) {
        return texts.get("control.calendar.kind." + entry.kind().name());
    }

    /** By which rule the cleanup is due, and what follows where that is not known; empty for anything else. */
    String rule(CleanupEntry entry) {
        return switch (entry.kind()) {
            case CLEANUP_IDLE -> texts.get("text.deadline.idle.rule");
            case CLEANUP_SCHEDULED -> texts.get("text.deadline.scheduled.rule");
            case CLEANUP_UNKNOWN -> texts.get("text.deadline.unknown.rule");
            case CLEANING_UP, CLEANED_UP, IMPORT_ENDS, CREDENTIALS, OWN_DEADLINE, PLANNED_STEP, PLANNED_IMPORT_END,
                    PLANNED_CLEANUP, AUTOMATIC_MOVE ->
                "";
        };
    }

    String urgency(CleanupEntry entry) {
        return texts.get("control.risk." + entry.urgency().name());
    }

    /** What it is, and the most important of the rest, in one line. */
    String line(CleanupEntry entry) {
        return Texts.joined(Stream.of(kind(entry), entry.brief()));
    }

    /** When, and how far that is from now. */
    String when(CleanupEntry entry) {
        return time(entry) + " · " + time.distance(entry.from());
    }

    private String time(CleanupEntry entry) {
        return entry.from().equals(entry.until())
                ? time.at(entry.from())
                : texts.get("control.calendar.range", time.at(entry.from()), time.at(entry.until()));
    }

    /** The part of its time that lies on {@code day}, as short as can be: "14:30", "06:00–09:00", "22:00 →", "→ 09:00". */
    String on(LocalDate day, CleanupEntry entry) {
        var from = time.zoned(entry.from());
        var until = time.zoned(entry.until());
        if (entry.from().equals(entry.until())) {
            return CLOCK.format(from);
        }
        if (day.isAfter(from.toLocalDate()) && day.isBefore(until.toLocalDate())) {
            return "→";
        }
        return on(from, day, "→") + (from.toLocalDate().equals(until.toLocalDate()) ? "–" : " ") + on(until, day, "→");
    }

    private static String on(ZonedDateTime end, LocalDate day, String elsewhere) {
        return end.toLocalDate().equals(day) ? CLOCK.format(end) : elsewhere;
    }

    /** The hour of {@code day} at which it is drawn: where it begins, or the first where it began before. */
    int hour(LocalDate day, CleanupEntry entry) {
        var from = time.zoned(entry.from());
        return from.toLocalDate().equals(day) ? from.getHour() : 0;
    }

    /** How far it is from now. */
    String distance(Instant at) {
        return time.distance(at);
    }

    /** A shape for each kind, so that nothing is told by colour alone. */
    static Ikon shape(CleanupEntry.EntryKind kind) {
        return switch (kind) {
            case CLEANUP_IDLE -> MaterialDesignT.TIMER_SAND;
            case CLEANUP_SCHEDULED -> MaterialDesignC.CALENDAR_CLOCK;
            case CLEANUP_UNKNOWN -> MaterialDesignC.CALENDAR_QUESTION;
            case CLEANING_UP -> MaterialDesignB.BROOM;
            case CLEANED_UP -> MaterialDesignC.CHECK_ALL;
            case IMPORT_ENDS -> MaterialDesignF.FLAG_CHECKERED;
            case CREDENTIALS -> MaterialDesignK.KEY_OUTLINE;
            case OWN_DEADLINE -> MaterialDesignB.BULLSEYE;
            case PLANNED_STEP, PLANNED_IMPORT_END, PLANNED_CLEANUP -> MaterialDesignG.GHOST_OUTLINE;
            case AUTOMATIC_MOVE -> MaterialDesignC.CALENDAR_ARROW_RIGHT;
        };
    }
}
