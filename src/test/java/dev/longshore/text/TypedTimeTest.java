package dev.longshore.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.Chronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "de", "tr", "th", "th-TH-u-ca-buddhist", "ar", "ar-EG-u-nu-arab", "ja",
        "ja-JP-u-ca-japanese", "fa", "bg", "lt"})
    void readsTheServicesOwnFormInEveryLanguage(String language) {
        assertThat(new TypedTime(Locale.forLanguageTag(language)).date(TypedTime.write(DAY))).contains(DAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en-US | 12/31/2026", "en-US | 12/31/26", "en-US | Dec 31, 2026", "en-US | december 31, 2026",
        "en-US | Thursday, December 31, 2026", "en-GB | 31/12/2026", "de | 31.12.2026", "de | 31.12.26",
        "de | 31. Dezember 2026", "de | 31 Dec 2026", "tr | 31.12.2026", "tr | 31 Ara 2026", "ja | 2026/12/31",
        "ja | 2026年12月31日木曜日", "ar | 31/12/2026", "ar | ٣١‏/١٢‏/٢٠٢٦",
        "th-TH-u-ca-buddhist | 31/12/2569", "th-TH-u-ca-buddhist | 31/12/69",
        "th-TH-u-ca-buddhist | ๓๑/๑๒/๒๕๖๙", "en-US |   12/31/2026​ ",
        "de | ３１.１２.２０２６"})
    void readsWhatTheLanguageWrites(String language, String typed) {
        assertThat(new TypedTime(Locale.forLanguageTag(language)).date(typed)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en-US", "en-GB", "de", "tr", "th", "th-TH-u-ca-buddhist", "ar", "ar-EG-u-nu-arab", "ja", "fr",
                "fa", "hu", "ko", "zh"})
    void readsWhatJavaPrintsInEveryLanguage(String language) {
        var locale = Locale.forLanguageTag(language);
        var calendar = Chronology.ofLocale(locale);
        for (var style : new FormatStyle[]{FormatStyle.SHORT, FormatStyle.MEDIUM}) {
            var printed = DateTimeFormatter.ofLocalizedDate(style).withLocale(locale).withChronology(calendar)
                    .withDecimalStyle(DecimalStyle.of(locale)).format(DAY);

            assertThat(new TypedTime(locale).date(printed)).as(printed).contains(DAY);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-US, 31/12/2026", "en-GB, 12/31/2026", "de, 12/31/2026", "de, 31.02.2026", "en-US, 2/30/2026",
        "en-US, 13/1/2026", "de, 1.1", "de, 31.12.026", "ja, 26/12/31", "de, 'Freitag, 31. Dezember 2026'", "de, x",
        "de, ''"})
    void makesNoDateOfWhatIsNone(String language, String typed) {
        assertThat(new TypedTime(Locale.forLanguageTag(language)).date(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"en-US | 14:30", "en-US | 2:30 PM", "en-US | 2:30 pm", "de | 14:30", "de | 2:30 pm",
                "ar | ١٤:٣٠", "ar | 2:30 م", "fi | 14.30", "ja | 14:30"})
    void readsATimeOfDay(String language, String typed) {
        assertThat(new TypedTime(Locale.forLanguageTag(language)).timeOfDay(typed)).contains(LocalTime.of(14, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-CO", "es-AR", "es-VE", "en-AU", "ko-KR", "zh-TW", "hi-IN", "fil-PH", "am-ET", "ar-SA"})
    void readsTheTimeOfDayThatTheLanguagePrints(String language) {
        var locale = Locale.forLanguageTag(language);
        var printed = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale)
                .withDecimalStyle(DecimalStyle.of(locale)).format(LocalTime.of(14, 30));

        assertThat(new TypedTime(locale).timeOfDay(printed)).as(printed).contains(LocalTime.of(14, 30));
        assertThat(new TypedTime(locale).timeOfDay(printed.replaceAll("[\\u00a0\\u202f]", " ")))
                .contains(LocalTime.of(14, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026\u201112\u201131", "2026\u201312\u201331", "2026\u221212\u221231",
        "\u200b2026-12-31\u00a0"})
    void readsADateWithTheDashesOfAWordProcessor(String typed) {
        assertThat(new TypedTime(Locale.US).date(typed)).contains(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "14:60", "14", "1430", "14:3", "2:30 xm", "14:30:10", "-1:30", ""})
    void makesNoTimeOfWhatIsNone(String typed) {
        assertThat(new TypedTime(Locale.US).timeOfDay(typed)).isEmpty();
    }
}
