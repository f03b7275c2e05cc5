package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ui.fx.WindowTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin    | 2026-11-21T13:30:00Z | Sat 21 Nov, 14:30 CET
            Europe/Berlin    | 2026-07-01T12:00:00Z | Wed 1 Jul, 14:00 CEST
            Europe/Berlin    | 2027-01-02T03:04:59Z | Sat 2 Jan 2027, 04:04 CET
            Europe/Berlin    | 2026-12-31T22:59:59Z | Thu 31 Dec, 23:59 CET
            Europe/Berlin    | 2026-12-31T23:00:00Z | Fri 1 Jan 2027, 00:00 CET
            Europe/Berlin    | 2026-10-25T00:30:00Z | Sun 25 Oct, 02:30 CEST
            Europe/Berlin    | 2026-10-25T01:30:00Z | Sun 25 Oct, 02:30 CET
            Europe/Berlin    | 2026-03-29T00:59:59Z | Sun 29 Mar, 01:59 CET
            Europe/Berlin    | 2026-03-29T01:00:00Z | Sun 29 Mar, 03:00 CEST
            America/New_York | 2026-11-21T13:30:00Z | Sat 21 Nov, 08:30 EST
            Asia/Kolkata     | 2026-11-21T13:30:00Z | Sat 21 Nov, 19:00 IST
            UTC              | 2026-11-21T13:30:00Z | Sat 21 Nov, 13:30 UTC
            """)
    void namesDateTimeAndZone(String zone, Instant instant, String expected) {
        assertThat(in(zone).at(instant)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin | 2026-11-21T13:30:00Z | 2026-11-21T14:10:00Z | 15:10 CET
            Europe/Berlin | 2026-10-25T00:30:00Z | 2026-10-25T01:30:00Z | 02:30 CET
            Europe/Berlin | 2026-11-21T22:30:00Z | 2026-11-21T23:10:00Z | Sun 22 Nov, 00:10 CET
            UTC           | 2026-11-21T22:30:00Z | 2026-11-21T23:10:00Z | 23:10 UTC
            UTC           | 2025-11-21T22:30:00Z | 2026-11-21T23:10:00Z | Sat 21 Nov, 23:10 UTC
            """)
    void namesTheDayOfTheEndOfASpanWhereThatIsAnotherOne(String zone, Instant from, Instant to, String expected) {
        assertThat(in(zone).end(from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S            | just now
            PT-4S           | just now
            PT4S            | now
            PT8S            | in 8 s
            PT-8S           | 8 s ago
            PT59S           | in 59 s
            PT-60S          | 1 min ago
            PT-3M-59S       | 3 min ago
            PT20H           | in 20 h
            PT20H59M59S     | in 20 h 59 min
            PT23H59M59S     | in 23 h 59 min
            P6DT4H          | in 6 d 4 h
            P6DT4H59M       | in 6 d 4 h
            P6DT59M         | in 6 d
            P-2DT-3H        | 2 d 3 h ago
            P400D           | in 400 d
            """)
    void saysHowFarATimeIsAndNeverMoreThanThereIs(Duration ahead, String expected) {
        assertThat(in("UTC").distance(NOW.plus(ahead))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S      | 0 s
            PT59.9S   | 59 s
            PT1M      | 1 min
            PT2H1M    | 2 h 1 min
            P2DT3H    | 2 d 3 h
            P-2DT-3H  | 2 d 3 h
            P1000D    | 1000 d
            """)
    void saysHowLongATimeIs(Duration duration, String expected) {
        assertThat(in("UTC").duration(duration)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Berlin      | 2026-11-21T13:30:00.123Z | 2026-11-21T14:30:00+01:00
            Europe/Berlin      | 2026-10-25T00:30:00Z     | 2026-10-25T02:30:00+02:00
            Europe/Berlin      | 2026-10-25T01:30:00Z     | 2026-10-25T02:30:00+01:00
            Pacific/Kiritimati | 2026-11-21T13:30:00Z     | 2026-11-22T03:30:00+14:00
            UTC                | 2026-11-21T13:30:00Z     | 2026-11-21T13:30:00Z
            """)
    void exportsWithTheOffset(String zone, Instant instant, String expected) {
        assertThat(in(zone).iso(instant)).isEqualTo(expected);
    }

    @Test
    void theSwitchChangesWhatIsShownButNotWhatIsAskedForByName() {
        var time = in("Europe/Berlin");

        time.zoneProperty().set(TimeText.ZoneChoice.UTC);

        assertThat(time.at(NOW)).isEqualTo("Sat 21 Nov, 13:30 UTC");
        assertThat(time.time(NOW)).isEqualTo("13:30 UTC");
        assertThat(time.zoneName(NOW)).isEqualTo("UTC");
        assertThat(time.local(NOW)).isEqualTo("Sat 21 Nov, 14:30 CET");
        assertThat(time.utc(NOW)).isEqualTo("Sat 21 Nov, 13:30 UTC");
    }

    private static WindowTimes in(String zone) {
        return new WindowTimes(InstantSource.fixed(NOW), ZoneId.of(zone), new Texts(Locale.ENGLISH), Locale.GERMANY);
    }
}
