package dev.longshore.usertext;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number is read as it is typed, or not at all. */
class NumberTextTest {
    private static final NumberText ENGLISH = new NumberText(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | 6.5 | 6.5", "en | 6,5 | 6.5", "de | 6,5 | 6.5", "de | 6.5 | 6.5", "en | 1,000 | 1000",
        "de | 1.000 | 1000", "de | 1,000 | 1.000",
        "en | 1.000 | 1.000", "en | 1,234,567 | 1234567", "de | 1,234,567 | 1234567", "en | 1.234.567,5 | 1234567.5",
        "de | 1,234.5 | 1234.5",
        "fr | 2 400 | 2400", "fr | 2\u202f400,5 | 2400.5", "de-CH | 2\u2019400.5 | 2400.5", "en | +4 | 4",
        "en | -4 | -4", "en | \u22124 | -4",
        "ar | \u0661\u0662\u066b\u0665 | 12.5", "ar-EG | \u0661\u066b\u0661\u0662\u0665 | 1.125",
        "ar-EG | \u0661\u066c\u0660\u0660\u0660 | 1000", "ja | \uff11\uff12\uff0e\uff15 | 12.5",
        "hi | \u0967\u0968 | 12", "en-IN | 12,34,567.5 | 1234567.5",
        "hi | \u0967,\u0968\u0969,\u096a\u096b\u096c | 123456", "en-IN | 1,234,567 | 1234567", "en | .5 | .5",
        "en | 0,500 | 0.500", "en | \u200b12\u00a0 | 12"
    })
    void readsNumbersAsTheyAreTyped(String language, String typed, BigDecimal number) {
        assertThat(new NumberText(Locale.forLanguageTag(language)).read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1e9", "0x10", "1 2", "12 34", "1,23,456", "1..5", "1.5.5", "1,5,5", "--4", "4-",
        "four", "NaN", "Infinity", "5d", "1/2",
        "1_000", ".", ",", "4 GB", "01,000,000", "1.000,000.5", "99999999999999999999999999999999999999999"})
    void whatIsNoNumberIsNotRepaired(String typed) {
        assertThat(ENGLISH.read(typed)).isEmpty();
    }

    @Test
    void whatCouldBeReadInTwoWaysIsNotReadWhereTheLanguageWritesNeither() {
        assertThat(new NumberText(Locale.forLanguageTag("de-CH")).read("1,000")).isEmpty();
    }

    @Test
    void aWholeNumberHasNoFractionAndLiesWithinItsBounds() {
        assertThat(ENGLISH.readWhole("1,200", 1, 1_200)).hasValue(1_200);
        for (var typed : List.of("0", "1201", "4.0", "2.5", "-4", "99999999999")) {
            assertThat(ENGLISH.readWhole(typed, 1, 1_200)).isEmpty();
        }
        assertThat(new NumberText(Locale.GERMAN).readWhole("1,000", 1, 1_200)).isEmpty();
    }

    /** But for Toki Pona, which writes groups of two with blanks. */
    @Test
    void aNumberIsReadAsAnyLanguageOfThisJavaWritesIt() {
        for (var locale : Locale.getAvailableLocales()) {
            if (locale.getLanguage().equals("tok")) {
                continue;
            }
            for (var number : List.of(new BigDecimal("1234567.5"), new BigDecimal("12345"), new BigDecimal("-6.25"))) {
                var written = NumberFormat.getInstance(locale).format(number);

                assertThat(new NumberText(locale).read(written)).as("%s: %s", locale, written).hasValueSatisfying(
                        read -> assertThat(read).isEqualByComparingTo(number));
            }
        }
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @BigRange(min = "0", max = "999999") @Scale(3) BigDecimal number,
            @ForAll("locales") Locale locale) {
        var numbers = new NumberText(locale);

        assertThat(numbers.read(numbers.write(number)))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @Provide
    Arbitrary<Locale> locales() {
        return Arbitraries.of("en-US", "de", "tr", "th", "ar", "ar-EG", "ja", "fr", "de-CH", "hi")
                .map(Locale::forLanguageTag);
    }
}
