package dev.longshore.journal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as they stand in the file: ISO 8601 in UTC, always with nine digits of a second, so that they sort as text. */
final class Times {
    private static final DateTimeFormatter SORTABLE = new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private Times() {}

    static String write(Instant instant) {
        return SORTABLE.format(instant);
    }

    static Instant read(String text) {
        return Instant.parse(text);
    }
}
