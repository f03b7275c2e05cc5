package dev.longshore.model.forecast;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.forecast.StallRule.Stall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StallRuleTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            INITIALIZING,       1
            STARTING,           1
            IMPORT_IN_PROGRESS, 24
            CLEANING_UP_FILES,  24
            """)
    void waitsSoLongWhereThePhaseHasNoHistory(Phase phase, long hours) {
        var first = List.of(seen(NOON, phase));

        assertThat(stall(first, hours(hours))).isEmpty();
        assertThat(stall(first, hours(hours).plusSeconds(1)))
                .contains(new Stall(NOON, Duration.ofHours(hours).plusSeconds(1), Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVING_FILES", "PAUSED", "MIGRATION_DONE", "FAILED", "ABORTED", "CLOSED"})
    void neverStallsWhereItWaitsForAPerson(Phase phase) {
        assertThat(stall(List.of(seen(NOON, phase)), hours(1000))).isEmpty();
    }

    @Test
    void waitsFourTimesWhatIsUsualInThisPhase() {
        var steps = importing(0, 10, 30, 70);

        assertThat(stall(steps, minutes(70 + 80))).isEmpty();
        assertThat(stall(steps, minutes(70 + 81)))
                .contains(new Stall(minutes(70), Duration.ofMinutes(81), Duration.ofMinutes(80)));
    }

    @Test
    void isNotMadePatientByOneLongGap() {
        assertThat(stall(importing(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 400), minutes(400 + 21))).isPresent();
    }

    @Test
    void waitsAtLeastTenMinutes() {
        assertThat(stall(importing(0, 1, 2, 3), minutes(13))).isEmpty();
        assertThat(stall(importing(0, 1, 2, 3), minutes(13).plusSeconds(1))).isPresent();
    }

    @Test
    void countsOnlyGapsOfTheSamePhase() {
        var observations = new ArrayList<Observation>();
        observations.add(seen(minutes(-9), Phase.RECEIVING_FILES));
        observations.add(seen(minutes(-6), Phase.RECEIVING_FILES, "1 file"));
        observations.add(seen(minutes(-3), Phase.RECEIVING_FILES, "2 files"));
        observations.addAll(importing(0, 20));

        assertThat(stall(observations, hours(20))).isEmpty();
    }

    @Test
    void takesNoOtherFieldForNews() {
        var steps = new ArrayList<>(importing(0, 20, 40, 70));
        steps.add(seen(minutes(100), ModelSamples.status(Phase.IMPORT_IN_PROGRESS), "70 of 1000", hours(99)));
        steps.add(seen(minutes(110), Phase.IMPORT_IN_PROGRESS));

        assertThat(stall(steps, minutes(151)).map(Stall::since)).contains(minutes(70));
    }

    @Test
    void takesAChangeOfStatusForNews() {
        var steps = new ArrayList<>(importing(0, 20, 40, 70));
        steps.add(seen(minutes(300), Phase.PAUSED, "70 of 1000"));
        steps.add(seen(minutes(400), Phase.IMPORT_IN_PROGRESS, "70 of 1000"));

        assertThat(stall(steps, minutes(470))).isEmpty();
    }

    @Test
    void countsSilenceOnlyUpToTheNewestAnswer() {
        var steps = importing(0, 20, 40, 70);

        assertThat(StallRule.stall(known(steps), history(steps))).isEmpty();
    }

    @Test
    void countsFromTheStatusWhereThereIsNoHistory() {
        var known = known(seen(NOON, Phase.STARTING), seen(hours(2), Phase.STARTING));

        assertThat(StallRule.stall(known, history()).map(Stall::since)).contains(NOON);
    }

    @Test
    void cannotTellBeforeTheFirstAnswerOrInAStatusThatNobodyKnows() {
        assertThat(StallRule.stall(null, history())).isEmpty();
        assertThat(stall(List.of(seen(NOON, Status.of("Rebalancing"))), hours(1000))).isEmpty();
    }

    private static List<Observation> importing(long... minutes) {
        var observations = new ArrayList<Observation>();
        for (long minute : minutes) {
            observations.add(seen(minutes(minute), Phase.IMPORT_IN_PROGRESS, minute + " of 1000"));
        }
        return observations;
    }

    private static Optional<Stall> stall(List<Observation> observations, Instant observedAt) {
        var last = observations.getLast();
        var heartbeat = new Observation(
                last.key(), observedAt, last.status(), last.progress(), last.expectedCleanupTime(), null, null, null);
        return StallRule.stall(known(observations).updatedBy(heartbeat), history(observations));
    }
}
