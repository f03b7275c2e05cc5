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
import dev.longshore.model.advice.RiskRank.Level;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RiskRankTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Nothing is known."));

    @ParameterizedTest
    @EnumSource
    void needsNobodyWhileNothingIsWrong(Phase phase) {
        assertThat(isNeeded(in(phase), cleanup(days(7)), NO_END)).isEqualTo(phase == Phase.FAILED);
        assertThat(isNeeded(in(phase), List.of(), NO_END)).isEqualTo(phase == Phase.FAILED);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatDoesNotAnswerNeedsNobodyUnlessWhatIsKnownDoes(Phase phase) {
        var rank = RiskRank.of(in(phase), cleanup(days(7)), NO_END, true, null);

        assertThat(rank.level()).isEqualTo(phase == Phase.FAILED ? Level.NEEDS_DECISION : Level.NOT_ANSWERING);
        assertThat(rank.needsAttention()).isEqualTo(phase == Phase.FAILED);
    }

    @Test
    void whatIsLostFirstComesFirstAndWhatIsOverLast() {
        var soon = new Forecast.Range(hours(1), hours(10), Fact.recorded("From what was seen."));
        var ranks = List.of(
                rank(Phase.PAUSED, hours(-2), false), rank(Phase.PAUSED, hours(9), false),
                rank(Phase.FAILED, hours(20), true), rank(Phase.FAILED, days(7), false),
                rank(Phase.PAUSED, days(7), true),
                RiskRank.of(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(90)), soon, false, null),
                rank(Phase.IMPORT_IN_PROGRESS, days(8), false), rank(Phase.RECEIVING_FILES, days(9), false),
                rank(Phase.MIGRATION_DONE, hours(1), false), rank(Phase.PAUSED, days(6), false),
                rank(Phase.CLOSED, hours(1), false));
        var shuffled = new ArrayList<>(ranks);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(shuffled.stream().sorted().map(RiskRank::level)).containsExactly(
                Level.AT_RISK, Level.AT_RISK, Level.AT_RISK, Level.NOT_ANSWERING, Level.NEEDS_DECISION,
                Level.LITTLE_TIME, Level.RUNNING, Level.RUNNING, Level.RESTING, Level.RESTING, Level.CLOSED);
        assertThat(shuffled.stream().sorted().limit(3).map(RiskRank::cleanup)).isSorted();
        assertThat(shuffled.stream().sorted().skip(8).limit(2).map(RiskRank::cleanup)).isSorted();
    }

    @Test
    void oneWithoutAKnownCleanupComesAfterThoseOfItsLevelThatHaveOne() {
        var unknown = RiskRank.of(in(Phase.RECEIVING_FILES), List.of(), NO_END, false, null);

        assertThat(unknown.level()).isEqualTo(Level.RUNNING);
        assertThat(unknown).isGreaterThan(rank(Phase.RECEIVING_FILES, days(30), false))
                .isLessThan(rank(Phase.PAUSED, days(7), false));
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

        assertThat(RiskRank.of(in(Phase.IMPORT_IN_PROGRESS), List.of(), NO_END, false, command).needsAttention())
                .isEqualTo(expected);
    }

    private static boolean isNeeded(Situation situation, List<Deadline> deadlines, Forecast end) {
        return RiskRank.of(situation, deadlines, end, false, null).needsAttention();
    }

    private static RiskRank rank(Phase phase, Instant cleanup, boolean hasProblem) {
        return RiskRank.of(in(phase), cleanup(cleanup), NO_END, hasProblem, null);
    }

    private static List<Deadline> cleanup(Instant at) {
        return List.of(new Deadline(at, Cause.CLEANUP_SCHEDULED, NOON));
    }
}
