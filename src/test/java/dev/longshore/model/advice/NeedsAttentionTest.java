package dev.longshore.model.advice;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.in;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.situation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NeedsAttentionTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Nothing is known."));

    @ParameterizedTest
    @EnumSource
    void needsNobodyWhileNothingIsWrong(Phase phase) {
        assertThat(isNeeded(in(phase), cleanup(days(7)), NO_END)).isEqualTo(phase == Phase.FAILED);
        assertThat(isNeeded(in(phase), List.of(), NO_END)).isEqualTo(phase == Phase.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void needsAPersonWhileItCannotBeAskedAbout(Phase phase) {
        assertThat(NeedsAttention.isNeeded(in(phase), List.of(), NO_END, true, null)).isTrue();
        assertThat(NeedsAttention.isNeeded(situation(null, null), List.of(), NO_END, true, null)).isTrue();
    }

    @Test
    void needsNobodyBeforeTheFirstAnswer() {
        assertThat(isNeeded(situation(null, null), cleanup(hours(1)), NO_END)).isFalse();
    }

    @Test
    void needsAPersonInAStatusThatNobodyKnows() {
        assertThat(isNeeded(in(Status.of("Rebalancing")), cleanup(days(7)), NO_END)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void needsAPersonWhenTheCleanupIsNearAndThereAreFilesToLose(Phase phase) {
        assertThat(isNeeded(in(phase), cleanup(hours(48).minusSeconds(1)), NO_END)).isEqualTo(phase.hasFilesToLose());
        assertThat(isNeeded(in(phase), cleanup(hours(48)), NO_END)).isFalse();
    }

    @Test
    void needsAPersonWhenTheCleanupCollidesWithTheExpectedEnd() {
        var end = new Forecast.Range(hours(1), hours(70), Fact.recorded("From what was seen."));

        assertThat(isNeeded(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(60)), end)).isTrue();
        assertThat(isNeeded(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(118)), end)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Refused,true", "NoEffect,true", "Unanswered,true", "Requested,false", "Accepted,false",
        "Observed,false"})
    void needsAPersonWhenTheNewestCommandCameToNothingOrMayHave(String state, boolean expected) {
        var command = requested(Action.PAUSE, NOON).withState(switch (state) {
            case "Refused" -> new CommandState.Refused(NOON, Fact.recorded("Not now."));
            case "NoEffect" -> new CommandState.NoEffect(NOON, Fact.recorded("It goes on."));
            case "Unanswered" -> new CommandState.Unanswered(NOON, Fact.recorded("No answer came."));
            case "Requested" -> new CommandState.Requested(NOON);
            case "Accepted" -> new CommandState.Accepted(NOON);
            default -> new CommandState.Observed(NOON);
        });

        assertThat(NeedsAttention.isNeeded(in(Phase.IMPORT_IN_PROGRESS), List.of(), NO_END, false, command))
                .isEqualTo(expected);
    }

    private static boolean isNeeded(Situation situation, List<Deadline> deadlines, Forecast end) {
        return NeedsAttention.isNeeded(situation, deadlines, end, false, null);
    }

    private static List<Deadline> cleanup(Instant at) {
        return List.of(new Deadline(at, Cause.CLEANUP_SCHEDULED, NOON));
    }
}
