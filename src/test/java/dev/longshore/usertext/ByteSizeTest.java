package dev.longshore.usertext;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31M | 32505856
            800G | 858993459200
            800g | 858993459200
            1K | 1024
            100T | 109951162777600
            1.5P | 1688849860263936
            4.0Ki | 4096
            2.4T | 2638827906662
            2,4T | 2638827906662
            """)
    void aBareLetterIsAPowerOf1024(String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.4 TB | 2400000000000
            2,4 TB | 2400000000000
            800 GB | 800000000000
            800gb | 800000000000
            800 Go | 800000000000
            1,5 Tio | 1649267441664
            1.5 TiB | 1649267441664
            12 Bytes | 12
            100 MBps | 100000000
            3.4 KiB | 3481
            12 B | 12
            0,125 TB | 125000000000
            1\u00a0500 GB | 1500000000000
            800 gigabytes | 800000000000
            1.5 terabyte | 1500000000000
            2 gigaoctets | 2000000000
            3 petabytes | 3000000000000000
            7 kilobytes | 7000
            2 tebibytes | 2199023255552
            4 mebibyte | 4194304
            10 megabits/s | 1250000
            """)
    void aUnitIsReadAsItIsWritten(String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0
            12 | 12
            31457280 | 31457280
            2400000000000 | 2400000000000
            31,457,280 | 31457280
            31.457.280 | 31457280
            2 400 GB | 2400000000000
            2 400,5 GB | 2400500000000
            1,234.5 GB | 1234500000000
            1.234,5 GB | 1234500000000
            1'234'567 | 1234567
            """)
    void plainBytesAndGroupsOfDigitsAreRead(String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31M\t/var/lib/cassandra/data/ks/t/snapshots/s", "31M /data dir/x", "31M\t./ks", " 31M\t~/x\n",
                "31M\tks", "31M\ttotal", "31M/var/lib/cassandra",
                "32505856B\t/var/lib/cassandra/data/ks/t-1/snapshots/31G"})
    void aWholeLineOfDuIsRead(String written) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(32_505_856));
    }

    @ParameterizedTest
    @ValueSource(strings = {"32505856\t/var/lib/cassandra/data", "8 /var/lib/cassandra/data", "31744\ttotal"})
    void aLineOfDuThatMayBeKibOrBytesIsNeither(String written) {
        assertThat(ByteSize.of(written, Locale.US)).isEmpty();
        assertThat(ByteSize.couldMeanTwo(written)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"32505857\t/var/lib/cassandra/data, 32505857", "31745 /var/lib/cassandra/data, 31745"})
    void aLineOfDuThatIsNoWholeBlockIsBytes(String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.US)).hasValue(bytes);
        assertThat(ByteSize.couldMeanTwo(written)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            80 MB/s | 80000000
            80M/s | 83886080
            80 MiB/s | 83886080
            800 Mbit/s | 100000000
            800 Mb/s | 100000000
            800 Mbps | 100000000
            1 Gbit/s | 125000000
            80 mb/s | 80000000
            """)
    void aRateOfBitsIsNotOneOfBytes(String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "much", "-3 GB", "3 XB", "1e9", "3 GB each", "3..4 GB", "3,4,5 GB", "1 2 GB", "GB",
        "NaN",
        "31M x", "99999999999 PB", "12345678901234567890", "0x10", "12.34", "5² GB",
        "31M/h", "31M /h", "31 GB/day"})
    void whatIsNoSizeIsNone(String written) {
        assertThat(ByteSize.of(written, Locale.US)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31M\t/a\n2G\t/b", "31M\t./a\n2G\t./b", "31M/var/lib/a2.0G/var/lib/b",
        "31M/var/lib/a2/var/lib/b", "31M /data/s 2,0G /data/t"})
    void severalLinesOfDuAreNotTheFirstOfThem(String written) {
        assertThat(ByteSize.of(written, Locale.US)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31M/var/lib/2T/data", "31M\t/var/disk2G/var2/x", "31M /data/s\n"})
    void aSizeInThePathIsOfThePath(String written) {
        assertThat(ByteSize.of(written, Locale.US)).hasValue(32_505_856);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | 2,400 GB | 2400000000000
            de-DE | 2,400 GB | 2400000000
            en-US | 1.500 T | 1649267441664
            de-DE | 1.500 T | 1649267441664000
            fr-FR | 2 400 GB | 2400000000000
            """)
    void oneGroupIsReadAsTheRegionWritesIt(String region, String written, long bytes) {
        assertThat(ByteSize.of(written, Locale.forLanguageTag(region))).isEqualTo(OptionalLong.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.024 GB", "999.999 MB"})
    void whatCouldMeanTwoSizesIsNone(String written) {
        assertThat(ByteSize.of(written, Locale.FRANCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0663\u0661M", "\uff13\uff11\uff2d", "\u200b31M\ufeff", "31\u202f\u2009M", "31M\r\n"})
    void digitsAndLettersOfOtherScriptsAndWhatIsNotSeenAreRead(String written) {
        assertThat(ByteSize.of(written, Locale.US)).isEqualTo(OptionalLong.of(32_505_856));
    }

    @Property
    void aSizeIsReadAsTheRegionWritesIt(
            @ForAll @LongRange(max = 1L << 50) long bytes, @ForAll("regions") Locale region) {
        var written = NumberFormat.getIntegerInstance(region).format(bytes);

        assertThat(ByteSize.of(written, region)).as(written).isEqualTo(OptionalLong.of(bytes));
    }

    @Property
    void whateverIsTypedIsASizeOrNone(@ForAll String written, @ForAll("regions") Locale region) {
        ByteSize.of(written, region).ifPresent(bytes -> assertThat(bytes).isNotNegative());
    }

    @Provide
    Arbitrary<Locale> regions() {
        return Arbitraries.of("en-US", "de-DE", "de-CH", "fr-FR", "tr-TR", "ja-JP", "th-TH", "ar-EG", "sv-SE")
                .map(Locale::forLanguageTag);
    }
}
