package dev.longshore.usertext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 s | PT30S
            5min | PT5M
            90 sec. | PT1M30S
            1 h 30 min | PT1H30M
            1h30 | PT1H30M
            1 h 05 | PT1H5M
            1.5 h | PT1H30M
            1,5h | PT1H30M
            .5 h | PT30M
            36h | PT36H
            1 d 4 h | P1DT4H
            1d4h | P1DT4H
            1D 4H30 | P1DT4H30M
            2 days | P2D
            2\u00a0days, 3\u00a0hours and 10 minutes | P2DT3H10M
            1 week | P7D
            2w3d | P17D
            1 500 s | PT25M
            1:30:00 | PT1H30M
            PT36H | PT36H
            p1dt4h | P1DT4H
            \u0661 d | P1D
            0 s | PT0S
            """)
    void aLengthIsReadHoweverItIsWritten(String written, Duration length) {
        assertThat(DurationText.read(written, Locale.UK)).contains(length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "90", "1:30", "1h5", "1h 30 min 20", "30 30", "1 d 12", "5 m 30", "h", "-1 h",
                "30 min 1 h", "1 h 1 h", "1 h 90", "1 month", "2 mo", "P1M", "PT", "P", "-PT1H", "PT-1H", "0.1 s",
                "1 h,",
                "1 h and", "1 h 30 min x", "PT0.5S", "1e3 s", "\u00b9 h"})
    void whatIsNoLengthOrCouldMeanTwoIsNone(String written) {
        assertThat(DurationText.read(written, Locale.UK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 | P2D
            1,5 | P1DT12H
            36 h | P1DT12H
            1 d 12 h | P1DT12H
            """)
    void aNumberAloneCountsTheUnitOfItsField(String written, Duration length) {
        assertThat(DurationText.read(written, Duration.ofDays(1), Locale.GERMANY)).contains(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "x", "0,000001"})
    void whatIsNoNumberOfThatUnitIsNone(String written) {
        assertThat(DurationText.read(written, Duration.ofDays(1), Locale.GERMANY)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long seconds) {
        var length = Duration.ofSeconds(seconds);

        assertThat(DurationText.read(DurationText.write(length), Locale.US)).contains(length);
    }
}
