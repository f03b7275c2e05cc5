package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the sentences of the model name phases, actions, times and durations. */
public final class ModelText {
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private ModelText() {}

    /** "paused", as it stands in "this migration is …". */
    static String phase(Phase phase) {
        return switch (phase) {
            case INITIALIZING -> "still being initialized";
            case RECEIVING_FILES -> "receiving files";
            case STARTING -> "starting its import";
            case IMPORT_IN_PROGRESS -> "importing";
            case PAUSED -> "paused";
            case MIGRATION_DONE -> "imported";
            case FAILED -> "failed";
            case ABORTED -> "aborted";
            case CLEANING_UP_FILES -> "being cleaned up";
            case CLOSED -> "closed";
        };
    }

    /** The meaning and the word as it came; for an unknown word that alone. */
    public static String status(Status status) {
        var word = status.raw().isBlank() ? "not known" : "\"" + status.raw() + "\"";
        return status.phase().map(phase -> phase(phase) + " (" + word + ")").orElse(word);
    }

    /** "the pause", as it stands in "… was asked for". */
    public static String noun(Action action) {
        return switch (action) {
            case LAUNCH -> "the launch";
            case PAUSE -> "the pause";
            case RESUME -> "the resume";
            case SCHEDULE_CLEANUP -> "the new cleanup time";
            case CLEAN_UP -> "the cleanup";
            case ABORT -> "the abort";
        };
    }

    /** With a capital letter at its beginning. */
    public static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** "2026-11-28 15:14:38 UTC". */
    public static String time(Instant time) {
        return UTC.format(time);
    }

    /** The two largest units, rounded down: "6 d 4 h", "3 h 20 min", "35 min", "8 s"; the sign is left out. */
    public static String span(Duration span) {
        var abs = span.abs();
        if (abs.toDays() > 0) {
            return two(abs.toDays(), "d", abs.toHoursPart(), "h");
        }
        if (abs.toHours() > 0) {
            return two(abs.toHours(), "h", abs.toMinutesPart(), "min");
        }
        return abs.toMinutes() > 0 ? abs.toMinutes() + " min" : abs.toSeconds() + " s";
    }

    private static String two(long large, String largeUnit, int small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
