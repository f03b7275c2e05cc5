package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.longshore.support.TestWait;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            34 %                                   | 34
            34%                                    | 34
            0 %                                    | 0
            100 %                                  | 100
            100.0 %                                | 100
            05 %                                   | 5
            34.5%                                  | 34.5
            34,5 %                                 | 34.5
            99.999 %                               | 99.999
            Converting: 34% done                   | 34
            Importing...34%                        | 34
            (34 %)                                 | 34
            progress=34%;                          | 34
            34 percent complete                    | 34
            34 per cent                            | 34
            34 PERCENT                             | 34
            2026-11-21 12:30 34 %                  | 34
            3 of 10 subsets, 34 %                  | 34
            120 % and 34 %                         | 34
            34 % of 3 of 10                        | 34
            12 of 48                               | 25
            12 out of 48                           | 25
            12 OF 48 subsets                       | 25
            subset #12 of 48                       | 25
            Converted 12 of 48.                    | 25
            Converted 12 of 48, 5 to go            | 25
            12/48                                  | 25
            12 / 48                                | 25
            [12/48]                                | 25
            12/48: converting                      | 25
            48 of 48                               | 100
            0 of 48                                | 0
            1.5 of 3.0 TB                          | 50
            1,5 of 3 TB                            | 50
            0,123 of 1 TB                          | 12.3
            1,200 of 4,800 files                   | 25
            1.200 of 4.800 files                   | 25
            1 200 of 4 800 files                   | 25
            1'200 of 4'800 files                   | 25
            1’200 of 4’800 files                   | 25
            1_200 of 4_800 files                   | 25
            1\u00A0200 of 4\u00A0800 files          | 25
            1\u202F200 of 4\u202F800 files          | 25
            1,200,000/4,800,000                    | 25
            1,200,000.5 of 2,400,001.0             | 50
            250 of 1,000                           | 25
            999 of 1000                            | 99.9
            1200 of 4800                           | 25
            2026-11-21 500 of 1000                 | 50
            24/7 support: 5 of 10                  | 50
            0 of 0 tables, 5 of 10 subsets         | 50
            3/10 files, 5 of 20 subsets            | 30
            5 of 20 subsets, 3/10 files            | 25
            """)
    void findsTheNumber(String text, double percent) {
        assertThat(ProgressText.percentIn(text.translateEscapes())).hasValueCloseTo(percent, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "Importing", "a/b", "and/or", "2026/11/21", "11/21/2026", "2026-11-21", "21.11.2026", "12:34:56",
        "Started 11/21 14:05", "s3://bucket/12/48/", "/data/12/48", "dir/3/10", "data\\12/48", "3/10/", "file 3/10.db",
        "3/10-Data.db", "node1/3", "node1 of 3", "0 of 0", "0/0", "10 of 5", "24/7", "-5 of 10", "-5 %", "\u22125 %",
        "+5 %",
        "5 of -10", "120 %", "100.5 %", "1000 %", "10-20 %", "10\u201320 %", "5-10 of 20", "a%20b34%41", "dir34%2Fx",
        "3.11/4.1", "version 4.1/5.0", "10.0.0.0/24", "1.2.34%", "12:34%", "x34%", "1 250 of 3000", "1250 of 3,000",
        "1000 of 2,000",
        "1,250 of 3.000", "1,250 of 3 000", "5 of 10 000x", "5/10 000/s", "5 of 7.5.3", "5 of ten", "five of 10",
        "5of10",
        "5 / of 10", "%", "of", "/", "5 %5", "5 of 10:30", "1,2345 of 9,9999x", "5 of 10'a", "12345678901234567 of 9",
        "nan %", "\u0663\u0664 %", "5 of 10/2", "5_of_10", "007 %", "1,234,56 of 9,999,99"
    })
    void inventsNoNumber(String text) {
        assertThat(ProgressText.percentIn(text)).isEmpty();
    }

    @Property
    void staysWithinZeroAndAHundredWhateverTheText(@ForAll String text) {
        ProgressText.percentIn(text).ifPresent(percent -> assertThat(percent).isBetween(0.0, 100.0));
    }

    @Property
    void readsEveryPercentage(@ForAll @DoubleRange(max = 100) double percent) {
        var text = "Importing: " + Math.floor(percent * 100) / 100 + " % of subsets";

        assertThat(ProgressText.percentIn(text)).hasValueCloseTo(percent, within(0.011));
    }

    @Property
    void readsEveryPairInEveryWayOfWriting(
            @ForAll @LongRange(max = 999_999_999) long n, @ForAll @LongRange(min = 1, max = 999_999_999) long more,
            @ForAll @IntRange(max = 6) int way) {
        var format = way == 6 ? "%d" : "%,d";
        var separator = way == 6 ? "," : String.valueOf(",. '_\u202F".charAt(way));
        var text = "Subsets: " + format.formatted(n).replace(",", separator) + " of "
                + format.formatted(n + more).replace(",", separator) + " done";

        assertThat(ProgressText.percentIn(text)).hasValueCloseTo(100.0 * n / (n + more), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9", "1,", "1 000 ", "1/", "12 of ", "1 ", " ", "%", "34.", "1,234", "9 of 9/", "1.1", "per "})
    void readsAMegabyteOfHostileTextInLinearTime(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(TestWait.LIMIT, () -> ProgressText.percentIn(text));
    }
}
