package dev.longshore.ui.control.axis;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How far apart the marks of a time axis can be, and how they are written. The pattern of {@code context} is written
 * once for all marks that share it.
 */
enum TickStep {
    SECONDS_10(Duration.ofSeconds(10), "HH:mm:ss", "EEE d MMM yyyy"),
    MINUTE(Duration.ofMinutes(1), "HH:mm", "EEE d MMM yyyy"),
    MINUTES_5(Duration.ofMinutes(5), "HH:mm", "EEE d MMM yyyy"),
    MINUTES_15(Duration.ofMinutes(15), "HH:mm", "EEE d MMM yyyy"),
    MINUTES_30(Duration.ofMinutes(30), "HH:mm", "EEE d MMM yyyy"),
    HOUR(Duration.ofHours(1), "HH:mm", "EEE d MMM yyyy"),
    HOURS_3(Duration.ofHours(3), "HH:mm", "EEE d MMM yyyy"),
    HOURS_6(Duration.ofHours(6), "HH:mm", "EEE d MMM"),
    HOURS_12(Duration.ofHours(12), "HH:mm", "EEE d MMM"),
    DAY(Duration.ofDays(1), "EEE d", "MMMM yyyy"),
    WEEK(Duration.ofDays(7), "d MMM", "yyyy"),
    MONTH(Duration.ofDays(30), "MMM", "yyyy"),
    YEAR(Duration.ofDays(365), "yyyy", "");

    private static final int SECONDS_OF_A_MINUTE = 60;

    private final Duration about;
    private final String pattern;
    private final String context;

    TickStep(Duration about, String pattern, String context) {
        this.about = about;
        this.pattern = pattern;
        this.context = context;
    }

    /** Its length; a day's and a month's vary. */
    Duration about() {
        return about;
    }

    /** How a mark is written. */
    String pattern() {
        return pattern;
    }

    /** How that which several marks share is written; may be empty. */
    String context() {
        return context;
    }

    /** The mark at or before {@code time}. */
    ZonedDateTime floor(ZonedDateTime time) {
        var day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case SECONDS_10, MINUTE, MINUTES_5, MINUTES_15, MINUTES_30, HOUR -> floorOfHour(time);
            case HOURS_3, HOURS_6, HOURS_12 -> day.withHour(time.getHour() - time.getHour() % (int) about.toHours());
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfMonth());
            case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }

    /** The mark after {@code mark}. */
    ZonedDateTime next(ZonedDateTime mark) {
        return switch (this) {
            case SECONDS_10, MINUTE, MINUTES_5, MINUTES_15, MINUTES_30, HOUR -> mark.plus(about);
            case HOURS_3, HOURS_6, HOURS_12 -> nextOnTheClock(mark);
            case DAY -> mark.plusDays(1);
            case WEEK -> mark.plusWeeks(1);
            case MONTH -> mark.plusMonths(1);
            case YEAR -> mark.plusYears(1);
        };
    }

    private ZonedDateTime floorOfHour(ZonedDateTime time) {
        var hour = time.truncatedTo(ChronoUnit.HOURS);
        var second = time.getMinute() * SECONDS_OF_A_MINUTE + time.getSecond();
        return hour.plusSeconds(second - second % about.toSeconds());
    }

    /** By the wall clock, so that marks stay at 6, 12, 18 also on the day of a clock change. */
    private ZonedDateTime nextOnTheClock(ZonedDateTime mark) {
        return mark.toLocalDateTime().plus(about).atZone(mark.getZone());
    }
}
