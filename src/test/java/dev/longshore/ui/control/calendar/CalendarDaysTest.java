package dev.longshore.ui.control.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longshore.text.Texts;
import dev.longshore.ui.control.timeline.SampleTimelines;
import dev.longshore.ui.look.Urgency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDaysTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-26, de-DE, 2026-11-23, 2026-12-27",
        "2026-11-26, en-US, 2026-11-22, 2026-12-26",
        "2026-12-27, de-DE, 2026-11-23, 2026-12-27",
        "2026-12-28, de-DE, 2026-12-28, 2027-01-31",
        "2026-11-22, de-DE, 2026-10-19, 2026-11-22",
        "2026-11-26, ar-EG, 2026-11-21, 2026-12-25"})
    void fiveWeeksAreCountedFromThisOne(LocalDate day, String locale, LocalDate first, LocalDate last) {
        var days = CalendarDays.ofFiveWeeks(day, LocalDate.of(2026, 11, 26), Locale.forLanguageTag(locale));

        assertThat(days).hasSize(35).contains(day);
        assertThat(days.getFirst()).isEqualTo(first);
        assertThat(days.getLast()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31, de-DE, 53", "2027-01-01, de-DE, 53", "2027-01-01, en-US, 1", "2026-11-21, de-DE, 47"})
    void weeksAreNumberedAsTheLocaleDoes(LocalDate day, String locale, int number) {
        assertThat(CalendarDays.weekNumber(day, Locale.forLanguageTag(locale))).isEqualTo(number);
    }

    @Test
    void anEntryLiesOnTheDayOfTheZoneShown() {
        var late = SampleEntries.entry("orders", 0.46, CleanupEntry.EntryKind.CLEANUP_IDLE, Urgency.CALM, "");
        var saturday = LocalDate.of(2026, 11, 21);

        assertThat(EntryIndex.of(List.of(late), ZoneId.of("Europe/Berlin")).inDays(saturday.plusDays(1)))
                .containsExactly(late);
        assertThat(EntryIndex.of(List.of(late), ZoneId.of("America/New_York")).inDays(saturday))
                .containsExactly(late);
    }

    @Test
    void credentialsAreInTheAgendaOnly() {
        var index = EntryIndex.of(SampleEntries.dozen(), SampleTimelines.BERLIN);
        var today = LocalDate.of(2026, 11, 21);

        assertThat(index.all(today)).extracting(CleanupEntry::kind).contains(CleanupEntry.EntryKind.CREDENTIALS);
        assertThat(index.inDays(today)).extracting(CleanupEntry::kind)
                .doesNotContain(CleanupEntry.EntryKind.CREDENTIALS);
    }

    @Property(tries = 200)
    void whatComesAndGoesLeavesWhatIsThere(@ForAll long seed) {
        var random = new Random(seed);
        var all = new ArrayList<>(SampleEntries.threeHundred());
        all.add(SampleEntries.range("catalogue", 3.4, 5.1));
        var there = new HashSet<CleanupEntry>();
        var index = EntryIndex.of(there, SampleTimelines.BERLIN);
        for (int step = 0; step < 20; step++) {
            var gone = there.stream().filter(_ -> random.nextInt(4) == 0).toList();
            var come = all.stream().filter(each -> !there.contains(each) && random.nextInt(4) == 0).toList();
            index = index.with(gone, come);
            gone.forEach(there::remove);
            there.addAll(come);

            assertThat(index.all()).containsExactlyInAnyOrderElementsOf(there);
        }
        var anew = EntryIndex.of(there, SampleTimelines.BERLIN);
        for (var day : index.daysFrom(LocalDate.EPOCH)) {
            assertThat(index.inDays(day)).isEqualTo(anew.inDays(day)).isSortedAccordingTo(
                    Comparator.comparing(CleanupEntry::urgency).reversed());
            assertThat(index.all(day)).isEqualTo(anew.all(day));
        }
    }

    @Test
    void aRangeLiesOnEveryDayItTouches() {
        var catalogue = SampleEntries.range("catalogue", 3.4, 5.1);
        var index = EntryIndex.of(List.of(catalogue), SampleTimelines.BERLIN);

        assertThat(index.daysFrom(LocalDate.EPOCH)).containsExactly(
                LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 26));
    }

    @ParameterizedTest
    @CsvSource({"3.4, 3.6, 2026-11-25, 00:06–04:54", "3.4, 5.1, 2026-11-25, 00:06 →", "3.4, 5.1, 2026-11-26, → 16:54",
        "3.4, 6.1, 2026-11-26, →"})
    void aRangeSaysWhatOfItLiesOnADay(double from, double until, LocalDate day, String said) {
        var text = new EntryText(new Texts(Locale.ENGLISH), SampleTimelines.time());

        assertThat(text.on(day, SampleEntries.range("catalogue", from, until))).isEqualTo(said);
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
