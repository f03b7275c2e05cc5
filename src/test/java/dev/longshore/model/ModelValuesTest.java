package dev.longshore.model;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.ORDERS;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.status;
import static dev.longshore.model.ModelSamples.withCredentials;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.longshore.model.fact.Fact;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelValuesTest {
    @Test
    void keepsTheLastGoodValueOfEachFieldWithItsAge() {
        var full = new Observation(
                ORDERS, NOON, status(Phase.RECEIVING_FILES), Progress.of("34 %"), days(7), "s3://bucket/", hours(1),
                "f1");
        var known = LastKnown.first(full).updatedBy(seen(minutes(5), Status.of("Rebalancing")));

        assertThat(known)
                .isEqualTo(new LastKnown(
                        minutes(5),
                        Status.of("Rebalancing"),
                        minutes(5),
                        NOON,
                        new Timed<>(status(Phase.RECEIVING_FILES), NOON),
                        new Timed<>(Progress.of("34 %"), NOON),
                        new Timed<>(days(7), NOON),
                        new Timed<>("s3://bucket/", NOON),
                        new Timed<>(hours(1), NOON)));
    }

    @Test
    void countsAStatusFromWhenItsWordWasFirstSeenInARow() {
        var known = LastKnown.first(seen(NOON, Phase.PAUSED)).updatedBy(seen(minutes(5), Phase.PAUSED));

        assertThat(known.since()).isEqualTo(NOON);
        assertThat(known.observedAt()).isEqualTo(minutes(5));
        assertThat(known.updatedBy(seen(minutes(9), Status.of("Pausing"))).since()).isEqualTo(minutes(9));
    }

    @Test
    void knowsWhenAStatusBeganAtTheEarliestOnlyWhereAnotherWasSeen() {
        var first = LastKnown.first(seen(NOON, Phase.RECEIVING_FILES))
                .updatedBy(seen(minutes(5), Phase.RECEIVING_FILES));
        var failed = first.updatedBy(seen(hours(9), Phase.FAILED)).updatedBy(seen(hours(10), Phase.FAILED));

        assertThat(first.lastInOtherStatus()).isNull();
        assertThat(failed.lastInOtherStatus()).isEqualTo(minutes(5));
    }

    @Test
    void keepsOfAnAnswerAllButTheCredentials() {
        var credentials = new UploadCredentials.Google(Secret.of("key"), hours(1), "f1");
        var answer = new MigrationStatus(
                ORDERS.ref(), status(Phase.RECEIVING_FILES), Progress.of("34 %"), "gs://bucket/", credentials, days(7),
                null, null, List.of());

        assertThat(Observation.of(ORDERS, NOON, answer))
                .isEqualTo(new Observation(
                        ORDERS, NOON, status(Phase.RECEIVING_FILES), Progress.of("34 %"), days(7), "gs://bucket/",
                        hours(1), "f1"));
    }

    @Test
    void keepsAnAnswerWithoutCredentials() {
        var answer = new MigrationStatus(
                ORDERS.ref(), status(Phase.CLOSED), null, null, null, null, null, null, List.of());

        assertThat(Observation.of(ORDERS, NOON, answer)).isEqualTo(seen(NOON, Phase.CLOSED));
    }

    @Test
    void saysTheSameOnlyWhenNothingButTheTimeDiffers() {
        var seen = withCredentials(seen(NOON, Phase.PAUSED), hours(1));

        assertThat(seen.saysTheSameAs(withCredentials(seen(hours(1), Phase.PAUSED), hours(1)))).isTrue();
        assertThat(seen.saysTheSameAs(withCredentials(seen(NOON, Phase.PAUSED), hours(2)))).isFalse();
        assertThat(seen.saysTheSameAs(seen(NOON, Phase.PAUSED))).isFalse();
    }

    @Test
    void addsTheStatesOfACommandInTheOrderTheyAreReached() {
        var accepted = requested(Action.PAUSE, NOON).withState(new CommandState.Accepted(minutes(1)));

        assertThat(accepted.requestedAt()).isEqualTo(NOON);
        assertThat(accepted.state()).isEqualTo(new CommandState.Accepted(minutes(1)));
        assertThat(accepted.isOpen()).isTrue();
        assertThat(accepted.withState(new CommandState.Observed(minutes(2))).isOpen()).isFalse();
        assertThat(accepted.withState(new CommandState.Refused(minutes(2), Fact.recorded(""))).isOpen()).isFalse();
        assertThat(accepted.withState(new CommandState.NoEffect(minutes(2), Fact.recorded(""))).isOpen()).isFalse();
        assertThat(accepted.withState(new CommandState.Unanswered(minutes(2), Fact.recorded(""))).isOpen()).isTrue();
    }

    @Test
    void refusesACommandWithoutTheStateInWhichItWasAskedFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Command("c", ORDERS, Action.PAUSE, null, List.of()))
                .withMessage("A command has at least the state in which it was asked for.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN})
    void refusesAProgressThatCannotBe(double percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Progress("", OptionalDouble.of(percent)))
                .withMessage("Progress of " + percent + " % cannot be.");
    }

    @Test
    void keepsTheTextOfAProgressWithAndWithoutANumber() {
        assertThat(Progress.of("34 %")).isEqualTo(new Progress("34 %", OptionalDouble.of(34)));
        assertThat(Progress.of("34 %").percent()).hasValue(34);
        assertThat(new Progress("", OptionalDouble.of(0)).percent()).hasValue(0);
        assertThat(new Progress("", OptionalDouble.of(100)).percent()).hasValue(100);
        assertThat(Progress.of("Converting")).isEqualTo(new Progress("Converting", OptionalDouble.empty()));
        assertThat(Progress.of("Converting").percent()).isEmpty();
    }

    @Test
    void knowsThePhaseOfASituationOnlyFromAKnownStatus() {
        assertThat(ModelSamples.in(Phase.PAUSED).phase()).contains(Phase.PAUSED);
        assertThat(ModelSamples.in(Status.of("Rebalancing")).phase()).isEmpty();
        assertThat(ModelSamples.situation(null, null).phase()).isEmpty();
    }

    @Test
    void renamesAnEntryOfTheRegister() {
        assertThat(new RegisteredMigration(ORDERS, "orders", NOON).named("billing"))
                .isEqualTo(new RegisteredMigration(ORDERS, "billing", NOON));
    }

    @Test
    void allowsOrForbids() {
        assertThat(new Ruling.Allowed().isAllowed()).isTrue();
        assertThat(new Ruling.Denied(Ruling.LifecycleRule.CLOSED, Fact.recorded("")).isAllowed()).isFalse();
    }
}
