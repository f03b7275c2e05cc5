package dev.longshore.model.forecast;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Forecast;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportForecastTest {
    @Test
    void foreseesTheEndExactlyWhenThePaceIsSteady() {
        assertThat(forecast(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40)))
                .isEqualTo(new Forecast.Range(
                        hours(9), hours(9),
                        Fact.of(ForecastFact.PACE, 3, Duration.ofHours(3), 10.0, 10.0, 40.0)));
    }

    @Test
    void doesNotCallDoneWhatIsNearlyDone() {
        var basis = range(importing(0, 10), importing(1, 40), importing(2, 70),
                seen(hours(3), Phase.IMPORT_IN_PROGRESS, "99.99 %"))
                .basis();

        assertThat(say(basis)).endsWith(": 29.9 to 30 % per hour, 99.9 % done.");
    }

    @Test
    void widensTheRangeWithThePaceOfTheNewestThird() {
        var range = range(importing(0, 0), importing(1, 20), importing(2, 40), importing(6, 50));

        assertThat(range.earliest()).isEqualTo(hours(9));
        assertThat(range.latest()).isEqualTo(hours(6).plus(Duration.ofHours(20)));
    }

    @Test
    void leavesPausesOut() {
        var range = range(
                importing(0, 10), importing(1, 20), seen(hours(2), Phase.PAUSED, "30 %"),
                seen(hours(50), Phase.IMPORT_IN_PROGRESS, "30 %"), importing(51, 40));

        assertThat(range.earliest()).isEqualTo(hours(57));
        assertThat(range.latest()).isEqualTo(hours(57));
    }

    @Test
    void countsTheTimeInWhichItRanUpToAPause() {
        var range = range(
                importing(0, 10), importing(1, 20), seen(hours(2), Phase.PAUSED, "25 %"),
                seen(hours(50), Phase.IMPORT_IN_PROGRESS, "25 %"), importing(51, 30), importing(52, 40));

        assertThat(say(range.basis())).startsWith("From 4 progress updates in 4 h of importing");
    }

    @Test
    void isNotStretchedWithoutEndByOneStall() {
        var observations = new ArrayList<Observation>();
        for (int hour = 0; hour <= 10; hour++) {
            observations.add(importing(hour, hour));
        }
        observations.add(importing(30, 11));
        for (int hour = 31; hour <= 50; hour++) {
            observations.add(importing(hour, hour - 19));
        }
        var range = range(observations.toArray(Observation[]::new));

        assertThat(range.earliest()).isEqualTo(hours(50 + 69));
        assertThat(range.latest()).isEqualTo(hours(50).plusSeconds(Math.round(69.0 * 2 * 50 / 31 * 3600)));
    }

    @Test
    void movesTheLatestEndWhileNothingComes() {
        var steps = List.of(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40));
        var quiet = new ArrayList<>(steps);
        quiet.add(seen(hours(5), Phase.IMPORT_IN_PROGRESS, "40 % "));
        var forecast = ImportForecast.of(known(quiet), history(quiet), hours(5));

        assertThat(forecast).isInstanceOfSatisfying(Forecast.Range.class, range -> {
            assertThat(range.earliest()).isEqualTo(hours(9));
            assertThat(range.latest()).isEqualTo(hours(5 + 10));
        });
    }

    @Test
    void countsTheTimeSinceTheNewestObservationThatDiffered() {
        var steps = List.of(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40));
        var heartbeat = known(steps).updatedBy(seen(hours(5), Phase.IMPORT_IN_PROGRESS, "40 %"));

        assertThat(ImportForecast.of(heartbeat, history(steps), hours(5)))
                .isInstanceOfSatisfying(
                        Forecast.Range.class, range -> assertThat(range.latest()).isEqualTo(hours(5 + 10)));
    }

    @Test
    void takesAClockThatWasSetBackForNoProgress() {
        var steps = List.of(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40));
        var heartbeat = known(steps).updatedBy(seen(hours(2), Phase.IMPORT_IN_PROGRESS, "40 %"));

        assertThat(ImportForecast.of(heartbeat, history(steps), hours(2)))
                .isInstanceOfSatisfying(
                        Forecast.Range.class, range -> assertThat(range.latest()).isEqualTo(hours(2 + 6)));
    }

    @Test
    void beginsAnewAfterARelaunchAndWhenThePercentageFalls() {
        var range = range(
                importing(0, 10), importing(1, 50), importing(2, 90), seen(hours(3), Phase.FAILED),
                importing(10, 5), importing(11, 10), importing(12, 0), importing(13, 10), importing(14, 20),
                importing(15, 30));

        assertThat(say(range.basis())).startsWith("From 3 progress updates in 3 h of importing");
        assertThat(range.latest()).isEqualTo(hours(22));
    }

    @Test
    void goesOnAcrossAWordThatNobodyKnows() {
        var range = range(
                importing(0, 10), importing(1, 20), seen(hours(2), Status.of("Rebalancing")), importing(9, 30),
                importing(10, 40));

        assertThat(say(range.basis())).startsWith("From 3 progress updates in 3 h of importing");
    }

    @Test
    void takesTwoAnswersOfTheSameMomentForOne() {
        var range = range(
                importing(0, 10), importing(0, 15), importing(1, 20), importing(2, 30), importing(3, 40));

        assertThat(range.latest()).isEqualTo(hours(9));
    }

    @Test
    void neverForeseesAnEndBeforeNow() {
        var observations = List.of(importing(0, 10), importing(1, 40), importing(2, 70), importing(3, 99));
        var last = seen(hours(4), Phase.IMPORT_IN_PROGRESS, "99 % ");
        var all = new ArrayList<>(observations);
        all.add(last);

        assertThat(ImportForecast.of(known(all), history(all), hours(4)))
                .isInstanceOfSatisfying(Forecast.Range.class,
                        range -> assertThat(range.earliest()).isEqualTo(hours(4)));
    }

    @Test
    void saysThatItShouldHaveEndedWhenItWasNotObservedForLong() {
        var observations = List.of(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40));

        assertThat(ImportForecast.of(known(observations), history(observations), hours(10)))
                .isEqualTo(new Forecast.NoForecast(
                        Fact.of(ForecastFact.OVERDUE, hours(3))));
        assertThat(ImportForecast.of(known(observations), history(observations), hours(9)))
                .isInstanceOf(Forecast.Range.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INITIALIZING      | The import has not been launched.
            RECEIVING_FILES   | The import has not been launched.
            STARTING          | Import is starting: no progress yet.
            PAUSED            | Import is paused. It ends only after it is resumed.
            MIGRATION_DONE    | Import finished.
            FAILED            | No import is running.
            ABORTED           | No import is running.
            CLEANING_UP_FILES | No import is running.
            CLOSED            | No import is running.
            """)
    void saysWhyThereIsNoEndWhereNoImportRuns(Phase phase, String reason) {
        assertThat(
                reason(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40), seen(hours(4), phase)))
                .isEqualTo(reason);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(ImportForecast.of(null, history(), NOON))
                .isEqualTo(new Forecast.NoForecast(Fact.of(ForecastFact.NOT_OBSERVED)));
        assertThat(reason(seen(NOON, Status.of("Rebalancing"))))
                .isEqualTo("Undocumented status “Rebalancing”.");
        assertThat(reason(seen(NOON, Phase.IMPORT_IN_PROGRESS, "Converting")))
                .isEqualTo("Expected end unknown: the progress text has no number.");
        assertThat(reason(seen(NOON, Phase.IMPORT_IN_PROGRESS)))
                .isEqualTo("Expected end unknown: the progress text has no number.");
        assertThat(reason(importing(0, 0)))
                .isEqualTo("Expected end unknown: 3 progress updates needed, 0 so far.");
        assertThat(reason(importing(0, 10), importing(1, 20), importing(2, 30)))
                .isEqualTo("Expected end unknown: 3 progress updates needed, 2 so far.");
        assertThat(reason(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 100)))
                .isEqualTo("Expected end unknown: progress says 100 %, but the import is still running.");
    }

    @Test
    void saysThatThePaceIsTooSlowToTell() {
        var observations = new ArrayList<Observation>();
        for (int step = 0; step <= 3; step++) {
            observations.add(seen(hours(step * 100L), Phase.IMPORT_IN_PROGRESS, "0.0" + (step + 1) + " %"));
        }

        assertThat(reason(observations.toArray(Observation[]::new)))
                .isEqualTo("Expected end unknown: at this pace it would take more than a year.");
    }

    @Test
    void saysSinceWhenNothingHasCome() {
        var observations = List.of(importing(0, 10), importing(1, 20), importing(2, 30), importing(3, 40));
        var silent = known(observations).updatedBy(seen(hours(8), Phase.IMPORT_IN_PROGRESS, "40 %"));

        assertThat(ImportForecast.of(silent, history(observations), hours(8)))
                .isEqualTo(
                        new Forecast.NoForecast(
                                Fact.of(ForecastFact.NO_PROGRESS, hours(3), new Distance(hours(3)))));
    }

    @Property
    void givesARangeThatContainsTheMeanPaceAndDoesNotBeginBeforeNow(
            @ForAll @Size(min = 3, max = 30) List<@IntRange(min = 1, max = 60) Integer> gaps) {
        var observations = new ArrayList<Observation>();
        var time = NOON;
        var percent = 0;
        observations.add(seen(time, Phase.IMPORT_IN_PROGRESS, "0 %"));
        for (var gap : gaps) {
            time = time.plus(Duration.ofMinutes(gap));
            observations.add(seen(time, Phase.IMPORT_IN_PROGRESS, ++percent + " %"));
        }
        var mean = time.plusSeconds(Math.round(Duration.between(NOON, time).toSeconds() * (100.0 - percent) / percent));
        var range = range(observations.toArray(Observation[]::new));

        assertThat(range.earliest()).isBetween(time, mean.plusSeconds(1));
        assertThat(range.latest()).isAfterOrEqualTo(mean.minusSeconds(1));
    }

    private static Observation importing(long hour, int percent) {
        return seen(hours(hour), Phase.IMPORT_IN_PROGRESS, percent + " %");
    }

    private static Forecast forecast(Observation... observations) {
        Instant now = observations[observations.length - 1].at();
        return ImportForecast.of(known(List.of(observations)), history(observations), now);
    }

    private static Forecast.Range range(Observation... observations) {
        return (Forecast.Range) forecast(observations);
    }

    private static String reason(Observation... observations) {
        return say(((Forecast.NoForecast) forecast(observations)).reason());
    }
}
