package dev.longshore.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longshore.model.Deadline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11, de-DE, 2026-10-26, 2026-12-06",
        "2026-11, en-US, 2026-11-01, 2026-12-05",
        "2026-02, de-DE, 2026-01-26, 2026-03-01",
        "2027-02, de-DE, 2027-02-01, 2027-02-28",
        "2026-11, ar-EG, 2026-10-31, 2026-12-04"})
    void aMonthIsShownInWholeWeeksOfTheLocale(YearMonth month, String locale, LocalDate first, LocalDate last) {
        var days = CalendarDays.ofMonth(month, Locale.forLanguageTag(locale));

        assertThat(days.getFirst()).isEqualTo(first);
        assertThat(days.getLast()).isEqualTo(last);
        assertThat(days.size() % CalendarDays.WEEK).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, de-DE, 53", "2027-01-01, de-DE, 53", "2027-01-01, en-US, 1", "2026-11-21, de-DE, 47"})
    void weeksAreNumberedAsTheLocaleDoes(LocalDate day, String locale, int number) {
        assertThat(CalendarDays.weekNumber(day, Locale.forLanguageTag(locale))).isEqualTo(number);
    }

    @Test
    void anEntryLiesOnTheDayOfTheZoneShown() {
        var late = new CleanupEntry(
                Samples.KEY, "orders", Samples.NOW.plusSeconds(11 * 3600), Deadline.Cause.CLEANUP_IDLE, Risk.CALM, "");
        var saturday = LocalDate.of(2026, 11, 21);

        assertThat(EntryIndex.of(List.of(late), ZoneId.of("Europe/Berlin")).cleanups(saturday.plusDays(1)))
                .containsExactly(late);
        assertThat(EntryIndex.of(List.of(late), ZoneId.of("America/New_York")).cleanups(saturday))
                .containsExactly(late);
    }

    @Test
    void credentialsAreInTheAgendaOnly() {
        var index = EntryIndex.of(Samples.dozen(), Samples.BERLIN);
        var today = LocalDate.of(2026, 11, 21);

        assertThat(index.all(today)).hasSize(2);
        assertThat(index.cleanups(today)).singleElement()
                .matches(each -> each.cause() == Deadline.Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void theHoursOfAWeekFillTheHeightThereIs() {
        var rows = HourRows.of(new int[HourGrid.HOURS], 1000);

        assertThat(rows.total()).isCloseTo(1000, within(0.001));
    }

    @Test
    void anHourInWhichMuchIsDueIsTaller() {
        var entries = new int[HourGrid.HOURS];
        entries[14] = 300;

        var rows = HourRows.of(entries, 0);

        assertThat(rows.height(14)).isGreaterThan(3 * rows.height(13));
        assertThat(rows.total()).isLessThan(640);
    }
}
