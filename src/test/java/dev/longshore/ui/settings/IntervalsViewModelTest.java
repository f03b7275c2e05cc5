package dev.longshore.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.StartFact;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.Texts;
import dev.longshore.watch.Interval;
import dev.longshore.watch.Intervals;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final IntervalsViewModel model = new IntervalsViewModel(
            window.context(new SameThreadUi()), window.preferences());

    private void type(Interval interval, String text) {
        model.typedProperty(interval).set(text);
        model.apply(interval);
    }

    private Duration used(Interval interval) {
        return interval.of(window.watch.settings().intervals());
    }

    @Test
    void showsWhatIsUsed() {
        assertThat(model.typedProperty(Interval.RECEIVING_FILES).get()).isEqualTo("5 min");
        assertThat(model.typedProperty(Interval.AFTER_ACTION).get()).isEqualTo("15 s");
    }

    @ParameterizedTest
    @CsvSource({"30 s,PT30S", "5min,PT5M", "5 m,PT5M", "1 h 30 min,PT1H30M", "90 s,PT1M30S", "' 2 H ',PT2H", "6 h,PT6H",
        "5 s,PT5S", "1.5 h,PT1H30M", "'1,5 h',PT1H30M", "'1,800 s',PT30M", "\u0665 min,PT5M",
        "\uff15\uff4d\uff49\uff4e,PT5M",
        "\u200b5\u00a0min,PT5M", "2 hours 3 minutes,PT2H3M"})
    void takesALengthOfTimeAndKeepsIt(String typed, Duration length) {
        type(Interval.IMPORTING, typed);

        assertThat(used(Interval.IMPORTING)).isEqualTo(length);
        assertThat(model.complaintProperty().get()).isEmpty();
        assertThat(Intervals.read(window.preferences()::find).importing()).isEqualTo(length);
        assertThat(window.savedAtOnce).containsEntry(Interval.IMPORTING.key(), length.toString());
    }

    @Test
    void writesWhatWasTakenInItsOwnWords() {
        type(Interval.IMPORTING, "5400s");

        assertThat(model.typedProperty(Interval.IMPORTING).get()).isEqualTo("1 h 30 min");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "soon", "5", "-5 min", "5 min 1 h", "1e3 s", "0.5 s", "1..5 h", "5 min x", "0x5 s"})
    void saysThatSomethingIsNoLengthOfTime(String typed) {
        type(Interval.IMPORTING, typed);

        assertThat(model.complaintProperty().get()).startsWith("Not a duration.");
        assertThat(used(Interval.IMPORTING)).isEqualTo(Duration.ofMinutes(1));
        assertThat(window.saved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 s", "4 s", "6 h 1 s", "9999 h", "99999999999 s", "999999999999999999999999 h"})
    void saysBetweenWhatItHasToBe(String typed) {
        type(Interval.IMPORTING, typed);

        assertThat(model.complaintProperty().get()).isEqualTo("Must be between 5 s and 6 h.");
        assertThat(used(Interval.IMPORTING)).isEqualTo(Duration.ofMinutes(1));
    }

    @Property
    void anIntervalIsUsedAsItWasTypedInAnyRegion(
            @ForAll @IntRange(min = 5, max = 21_600) int seconds, @ForAll("regions") Locale region) {
        var there = new IntervalsViewModel(
                window.context(new SameThreadUi(), new Texts(Locale.ENGLISH), ZoneOffset.UTC, region),
                window.preferences());
        var number = NumberFormat.getInstance(region);
        for (var typed : List.of(number.format(seconds) + " s",
                number.format(seconds / 60) + " min " + seconds % 60 + " s",
                "\u200b" + seconds + "\u00a0sec")) {
            there.typedProperty(Interval.IMPORTING).set(typed);

            assertThat(there.apply(Interval.IMPORTING)).as(typed).isTrue();
            assertThat(used(Interval.IMPORTING)).as(typed).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Provide
    Arbitrary<Locale> regions() {
        return Arbitraries.of("en-US", "de-DE", "de-CH", "fr-FR", "tr-TR", "ja-JP", "th-TH-u-nu-thai", "ar-EG", "sv-SE")
                .map(Locale::forLanguageTag);
    }

    @Test
    void goesOnAsBeforeAndSaysSoWhereItCannotBeKept() {
        type(Interval.IMPORTING, "5 min");
        window.savingTrouble = Optional.of(Fact.of(StartFact.SETTINGS_NOT_WRITTEN, "settings.json", "disk full"));

        type(Interval.IMPORTING, "2 min");

        assertThat(model.complaintProperty().get()).contains("settings.json (disk full)");
        assertIsFiveMinutes();

        model.reset();

        assertThat(model.complaintProperty().get()).contains("settings.json (disk full)");
        assertIsFiveMinutes();
    }

    private void assertIsFiveMinutes() {
        assertThat(used(Interval.IMPORTING)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Intervals.read(window.preferences()::find).importing()).isEqualTo(Duration.ofMinutes(5));
        assertThat(model.typedProperty(Interval.IMPORTING).get()).isEqualTo("5 min");
    }

    @Test
    void goesBackToTheUsual() {
        type(Interval.IMPORTING, "5 min");
        type(Interval.RESTING, "nonsense");

        model.reset();

        assertThat(window.watch.settings().intervals()).isEqualTo(Intervals.standard());
        assertThat(model.complaintProperty().get()).isEmpty();
        assertThat(model.typedProperty(Interval.RESTING).get()).isEqualTo("10 min");
        assertThat(Intervals.read(window.preferences()::find)).isEqualTo(Intervals.standard());
    }
}
