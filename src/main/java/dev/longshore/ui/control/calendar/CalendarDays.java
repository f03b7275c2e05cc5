package dev.longshore.ui.control.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;

/** Which days five weeks and a week are made of, by locale. Pure. */
final class CalendarDays {
    /** Days of a week. */
    static final int WEEK = 7;

    /** Weeks that are shown at once. */
    static final int WEEKS = 5;

    private CalendarDays() {}

    /** The days of the five weeks, counted from the one of {@code today}, among which {@code day} is. */
    static List<LocalDate> ofFiveWeeks(LocalDate day, LocalDate today, Locale locale) {
        var thisWeek = startOfWeek(today, locale);
        var block = Math.floorDiv(ChronoUnit.WEEKS.between(thisWeek, startOfWeek(day, locale)), WEEKS);
        var from = thisWeek.plusWeeks(block * WEEKS);
        return from.datesUntil(from.plusWeeks(WEEKS)).toList();
    }

    /** The seven days of the week of {@code day}. */
    static List<LocalDate> ofWeek(LocalDate day, Locale locale) {
        var from = startOfWeek(day, locale);
        return from.datesUntil(from.plusDays(WEEK)).toList();
    }

    static LocalDate startOfWeek(LocalDate day, Locale locale) {
        return day.with(TemporalAdjusters.previousOrSame(WeekFields.of(locale).getFirstDayOfWeek()));
    }

    static int weekNumber(LocalDate day, Locale locale) {
        return day.get(WeekFields.of(locale).weekOfWeekBasedYear());
    }

    static List<DayOfWeek> daysOfWeek(Locale locale) {
        var first = WeekFields.of(locale).getFirstDayOfWeek();
        return IntStream.range(0, WEEK).mapToObj(first::plus).toList();
    }

    /** The day that an arrow key leads to in a grid of weeks. */
    static LocalDate beside(LocalDate day, KeyCode arrow) {
        return switch (arrow) {
            case LEFT, KP_LEFT -> day.minusDays(1);
            case RIGHT, KP_RIGHT -> day.plusDays(1);
            case UP, KP_UP -> day.minusWeeks(1);
            case DOWN, KP_DOWN -> day.plusWeeks(1);
            default -> day;
        };
    }
}
