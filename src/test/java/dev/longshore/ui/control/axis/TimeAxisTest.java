package dev.longshore.ui.control.axis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void hoursAreMarkedByTheWallClock() {
        var axis = axis("2026-11-21T10:20:00Z", Duration.ofHours(8), BERLIN);

        assertThat(texts(axis.ticks())).startsWith("11:00", "12:00", "13:00");
        assertThat(texts(axis.contexts())).containsExactly("Sat 21 Nov 2026");
    }

    @Test
    void midnightBeginsANewContext() {
        var axis = axis("2026-11-21T20:00:00Z", Duration.ofHours(8), BERLIN);

        assertThat(texts(axis.contexts())).containsExactly("Sat 21 Nov 2026", "Sun 22 Nov 2026");
        assertThat(axis.contexts().getLast().at()).isEqualTo(Instant.parse("2026-11-21T23:00:00Z"));
    }

    @Test
    void marksStayAtSixTwelveAndEighteenWhenTheClockGoesBack() {
        var axis = axis("2026-10-24T22:00:00Z", Duration.ofHours(50), BERLIN);

        assertThat(texts(axis.ticks())).containsExactly(
                "00:00", "06:00", "12:00", "18:00", "00:00", "06:00", "12:00", "18:00", "00:00");
        assertThat(axis.ticks().get(1).at()).isEqualTo(Instant.parse("2026-10-25T05:00:00Z"));
    }

    @Test
    void theHourThatIsSkippedHasNoMark() {
        var axis = axis("2026-03-28T23:30:00Z", Duration.ofHours(6), BERLIN);

        assertThat(texts(axis.ticks())).startsWith("00:00", "01:00", "03:00", "04:00");
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        var axis = axis("2026-11-20T00:00:00Z", Duration.ofDays(6), ZoneId.of("Asia/Kathmandu"));

        assertThat(axis.ticks().get(1).at()).isEqualTo(Instant.parse("2026-11-20T18:15:00Z"));
        assertThat(texts(axis.contexts())).containsExactly("November 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Kiritimati",
        "Australia/Lord_Howe"})
    void marksAreInOrderNeitherTooManyNorTooFew(String zone) {
        var random = new Random(7);
        for (var i = 0; i < 300; i++) {
            var from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 86_400));
            var length = Duration.ofSeconds(60 + (long) (Math.pow(random.nextDouble(), 4) * 86_400 * 700));
            var axis = TimeAxis.of(
                    new TimeScale(new TimeWindow(from, from.plus(length)), 800), ZoneId.of(zone), Locale.ENGLISH, 76);

            assertThat(axis.ticks().stream().map(TimeAxis.AxisTick::at)).isSorted().doesNotHaveDuplicates();
            assertThat(axis.ticks()).as("%s %s", from, length).hasSizeBetween(2, 13);
        }
    }

    private static TimeAxis axis(String from, Duration length, ZoneId zone) {
        var start = Instant.parse(from);
        return TimeAxis.of(new TimeScale(new TimeWindow(start, start.plus(length)), 800), zone, Locale.ENGLISH, 76);
    }

    private static List<String> texts(List<TimeAxis.AxisTick> marks) {
        return Stream.of(marks).flatMap(List::stream).map(TimeAxis.AxisTick::text).toList();
    }
}
