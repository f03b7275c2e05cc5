package dev.longshore.model.cleanup;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.refused;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.withCredentials;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.History;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CleanupClockTest {
    @Test
    void namesTheCleanupWithTheTimeAtWhichItWasObserved() {
        var first = seen(NOON, Phase.RECEIVING_FILES, days(7));
        var later = seen(hours(1), Phase.RECEIVING_FILES);

        assertThat(CleanupClock.deadlines(known(first, later), history(first, later)))
                .containsExactly(new Deadline(days(7), Cause.CLEANUP_UNKNOWN, NOON));
    }

    @Test
    void putsTheSoonestFirst() {
        var soon = withCredentials(seen(NOON, Phase.RECEIVING_FILES, days(7)), hours(1));
        var late = withCredentials(seen(NOON, Phase.RECEIVING_FILES, hours(1)), hours(2));

        assertThat(CleanupClock.deadlines(known(soon), history(soon)))
                .extracting(Deadline::cause)
                .containsExactly(Cause.CREDENTIALS, Cause.CLEANUP_UNKNOWN);
        assertThat(CleanupClock.deadlines(known(late), history(late)))
                .extracting(Deadline::at)
                .containsExactly(hours(1), hours(2));
    }

    @ParameterizedTest
    @EnumSource
    void namesTheEndOfTheCredentialsOnlyWhileFilesAreReceived(Phase phase) {
        var seen = withCredentials(seen(NOON, phase), hours(1));

        assertThat(CleanupClock.deadlines(known(seen), history(seen))
                .contains(new Deadline(hours(1), Cause.CREDENTIALS, NOON)))
                .isEqualTo(phase == Phase.RECEIVING_FILES);
    }

    @ParameterizedTest
    @EnumSource
    void namesNothingOnceTheCleanupHasBegun(Phase phase) {
        var seen = seen(NOON, phase, days(7));

        assertThat(CleanupClock.deadlines(known(seen), history(seen)).isEmpty()).isEqualTo(phase.isClosing());
    }

    @Test
    void namesTheCleanupInAStatusThatNobodyKnows() {
        var seen = seen(NOON, Status.of("Rebalancing"), null, days(2));

        assertThat(CleanupClock.deadlines(known(seen), history(seen))).hasSize(1);
    }

    @Test
    void namesNothingBeforeTheFirstAnswer() {
        assertThat(CleanupClock.deadlines(null, history())).isEmpty();
    }

    @Test
    void isScheduledWhenOurCommandAskedForThatVerySecond() {
        var seen = seen(hours(1), Phase.RECEIVING_FILES, days(7));

        assertThat(cause(List.of(seen), scheduled(days(7).plusMillis(400), NOON))).isEqualTo(Cause.CLEANUP_SCHEDULED);
        assertThat(cause(List.of(seen), scheduled(days(7).plusSeconds(1), NOON))).isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void isNotScheduledByACommandThatWasRefusedOrCameLater() {
        var seen = seen(hours(1), Phase.RECEIVING_FILES, days(7));
        var refused = new Command(
                "c", ModelSamples.ORDERS, Action.SCHEDULE_CLEANUP, new CleanupTime(days(7)),
                List.of(new CommandState.Requested(NOON), new CommandState.Refused(NOON, Fact.recorded("Conflict."))));

        assertThat(cause(List.of(seen), refused)).isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(List.of(seen), scheduled(days(7), hours(2)))).isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(List.of(seen), refused(Action.PAUSE, NOON))).isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void isScheduledWhenItIsMoreThanAWeekAfterAnythingThatStartsTheIdleWeek() {
        assertThat(cause(seen(NOON, Phase.RECEIVING_FILES, days(7).plus(Duration.ofHours(1)))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(seen(NOON, Phase.RECEIVING_FILES, days(7).plus(Duration.ofMinutes(61)))))
                .isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void isNotKnownAtAnyEarlierTimeWhenNobodySawWhenItWasInitialized() {
        assertThat(cause(seen(NOON, Phase.RECEIVING_FILES, hours(2)))).isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void isScheduledWhenItComesEarlierThanAWeekAfterTheInitializeThatWasSeen() {
        var initializing = seen(NOON, Phase.INITIALIZING);

        assertThat(cause(initializing, seen(minutes(9), Phase.RECEIVING_FILES, days(7)))).isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(initializing, seen(minutes(9), Phase.RECEIVING_FILES, days(7).minus(Duration.ofHours(2)))))
                .isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(initializing, seen(minutes(9), Phase.RECEIVING_FILES, days(7).minus(Duration.ofMinutes(121)))))
                .isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void isIdleWhenAnImportStartedTheWeekAnew() {
        var done = seen(days(3), Phase.MIGRATION_DONE, days(10));

        assertThat(cause(
                seen(NOON, Phase.INITIALIZING),
                seen(hours(1), Phase.RECEIVING_FILES, days(7)),
                seen(days(1), Phase.IMPORT_IN_PROGRESS, days(7)),
                done))
                .isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(seen(NOON, Phase.INITIALIZING), seen(hours(1), Phase.RECEIVING_FILES, days(7)), done))
                .isEqualTo(Cause.CLEANUP_IDLE);
    }

    @Test
    void isIdleWhenAnImportThatStillRunsStartedTheWeekAnew() {
        var observations = List.of(
                seen(NOON, Phase.INITIALIZING),
                seen(days(1), Phase.STARTING, days(7)),
                seen(days(2), Phase.IMPORT_IN_PROGRESS, days(9)));

        assertThat(cause(observations)).isEqualTo(Cause.CLEANUP_IDLE);
    }

    @Test
    void isScheduledWhenItMovedAlthoughNoImportRan() {
        assertThat(cause(seen(NOON, Phase.RECEIVING_FILES, days(6)), seen(hours(1), Phase.RECEIVING_FILES, days(5))))
                .isEqualTo(Cause.CLEANUP_SCHEDULED);
        assertThat(cause(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(hours(1), Phase.RECEIVING_FILES, days(6).plusSeconds(60))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(hours(1), Phase.RECEIVING_FILES, days(6).minusSeconds(61))))
                .isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void allowsTheFigureToFollowTheImportWithinAnHour() {
        var imported = List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(6)), seen(days(1), Phase.MIGRATION_DONE, days(6)));
        var soon = new ArrayList<>(imported);
        soon.add(seen(days(1).plusSeconds(1800), Phase.MIGRATION_DONE, days(8)));
        var quiet = new ArrayList<>(imported);
        quiet.add(seen(days(1).plusSeconds(60), Phase.MIGRATION_DONE, days(7)));
        quiet.add(seen(days(2), Phase.MIGRATION_DONE, days(7).plusSeconds(120)));

        assertThat(cause(soon)).isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(quiet)).isEqualTo(Cause.CLEANUP_IDLE);
    }

    @Test
    void isScheduledWhenItCameEarlierOrLongAfterAnImport() {
        var done = List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(6)), seen(days(1), Phase.MIGRATION_DONE, days(7)),
                seen(days(3), Phase.MIGRATION_DONE, days(7).plusSeconds(1)));
        var earlier = new ArrayList<>(done);
        earlier.add(seen(days(4), Phase.MIGRATION_DONE, days(7).minusSeconds(61)));
        var later = new ArrayList<>(done);
        later.add(seen(days(4), Phase.MIGRATION_DONE, days(7).plusSeconds(90)));

        assertThat(cause(done)).isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(earlier)).isEqualTo(Cause.CLEANUP_SCHEDULED);
        assertThat(cause(later)).isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void staysScheduledOnceItWas() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(hours(2), Phase.RECEIVING_FILES, days(30)),
                seen(hours(3), Phase.IMPORT_IN_PROGRESS, days(30)),
                seen(hours(4), Phase.MIGRATION_DONE, days(7)));

        assertThat(cause(observations, scheduled(days(30), hours(1)))).isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void doesNotExplainATimeByAnImportThatCameLater() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(9)),
                seen(days(1), Phase.IMPORT_IN_PROGRESS, days(9)),
                seen(days(3), Phase.MIGRATION_DONE, days(9)));

        assertThat(cause(observations)).isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void decidesFromTheLastKnownValuesWhereThereIsNoHistory() {
        var unknown = known(seen(NOON, Phase.RECEIVING_FILES, days(7)));
        var scheduled = known(seen(NOON, Phase.RECEIVING_FILES, days(8)));

        assertThat(CleanupCauseRule.of(history(), unknown)).isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(CleanupCauseRule.of(history(), scheduled)).isEqualTo(Cause.CLEANUP_SCHEDULED);
        assertThat(CleanupCauseRule.of(history(), known(seen(NOON, Phase.PAUSED)))).isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void doesNotTakeAWordThatNobodyKnowsForAnImport() {
        assertThat(cause(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(days(1), Status.of("Rebalancing"), null, days(8))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(
                seen(NOON, Status.of("Rebalancing"), null, days(6)),
                seen(days(1), Phase.MIGRATION_DONE, days(8))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void isNotKnownWhenItsWeekBeganWhileNobodyWatched() {
        var observations = List.of(
                seen(NOON, Phase.INITIALIZING),
                seen(days(1), Phase.IMPORT_IN_PROGRESS, days(7)),
                seen(days(3), Phase.MIGRATION_DONE, days(9)));

        assertThat(causeBlind(observations, hours(47), hours(49))).isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(causeBlind(observations, hours(48), hours(49))).isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(causeBlind(observations, hours(47), hours(48))).isEqualTo(Cause.CLEANUP_IDLE);
    }

    @Test
    void isNotKnownWhenAnImportThatWasSeenDidNotMoveIt() {
        assertThat(cause(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(7)),
                seen(days(1), Phase.MIGRATION_DONE, days(7).plusSeconds(60))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
        assertThat(cause(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(7)),
                seen(days(1), Phase.MIGRATION_DONE, days(7).plusSeconds(61))))
                .isEqualTo(Cause.CLEANUP_IDLE);
    }

    @Test
    void isNotKnownWhenItMovedDuringAnImportButToAWeekAfterAnEarlierTime() {
        assertThat(cause(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(6)),
                seen(days(1), Phase.MIGRATION_DONE, days(6).plus(Duration.ofHours(2)))))
                .isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void isKnownBeforeTheServiceNamesATimeOnlyWhereTheInitializeWasSeen() {
        assertThat(cause(seen(NOON, Phase.INITIALIZING))).isEqualTo(Cause.CLEANUP_IDLE);
        assertThat(cause(seen(NOON, Phase.RECEIVING_FILES))).isEqualTo(Cause.CLEANUP_UNKNOWN);
    }

    @Test
    void takesAPauseThatLastsForNoImport() {
        assertThat(cause(
                seen(NOON, Phase.PAUSED, days(6)),
                seen(hours(1), Phase.PAUSED, "Paused. 30 %"),
                seen(hours(2), Phase.PAUSED, days(5))))
                .isEqualTo(Cause.CLEANUP_SCHEDULED);
    }

    @Test
    void reckonsTheIdleWeekFromInitialize() {
        assertThat(week(seen(NOON, Phase.INITIALIZING), seen(hours(1), Phase.RECEIVING_FILES)))
                .isEqualTo(estimate(
                        days(7).minus(Duration.ofHours(1)), days(7), CleanupFact.IDLE_SINCE_INITIALIZE));
    }

    @Test
    void reckonsTheIdleWeekFromTheImport() {
        assertThat(week(
                seen(NOON, Phase.RECEIVING_FILES, days(6)),
                seen(days(1), Phase.STARTING),
                seen(days(2), Phase.IMPORT_IN_PROGRESS),
                seen(days(3), Phase.MIGRATION_DONE, days(10))))
                .isEqualTo(estimate(days(7), days(10), CleanupFact.IDLE_SINCE_IMPORT));
    }

    @Test
    void reckonsWithTheNewestImportWhenThereWereSeveral() {
        assertThat(week(
                seen(NOON, Phase.INITIALIZING),
                seen(days(1), Phase.IMPORT_IN_PROGRESS),
                seen(days(2), Phase.FAILED),
                seen(days(4), Phase.FAILED, "Schema mismatch"),
                seen(days(5), Phase.IMPORT_IN_PROGRESS),
                seen(days(6), Phase.MIGRATION_DONE)))
                .isEqualTo(estimate(days(11), days(13), CleanupFact.IDLE_SINCE_IMPORT));
    }

    @Test
    void doesNotRelyOnAFailedImportToRestartTheWeek() {
        assertThat(week(
                seen(NOON, Phase.INITIALIZING),
                seen(days(1), Phase.IMPORT_IN_PROGRESS),
                seen(days(2), Phase.FAILED)))
                .isEqualTo(estimate(
                        days(7).minus(Duration.ofHours(1)), days(9), CleanupFact.IDLE_SINCE_INITIALIZE_OR_IMPORT));
    }

    @Test
    void saysWhenItCannotReckon() {
        var why = IdleTimeoutEstimate.none(CleanupFact.IDLE_MAY_BE_OVERRIDDEN);

        assertThat(week(seen(NOON, Phase.RECEIVING_FILES))).isEqualTo(why);
        assertThat(week(seen(NOON, Phase.MIGRATION_DONE))).isEqualTo(why);
        assertThat(week(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(hours(1), Phase.PAUSED))).isEqualTo(why);
        assertThat(CleanupClock.idleWeek(known(seen(NOON, Phase.RECEIVING_FILES)), history())).isEqualTo(why);
    }

    @Test
    void cannotReckonAfterAFailureWhereTheInitializeWasNotSeen() {
        assertThat(week(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, days(6)),
                seen(days(1), Phase.FAILED, days(8))))
                .isEqualTo(IdleTimeoutEstimate.none(CleanupFact.IDLE_START_UNKNOWN));
    }

    @Test
    void saysWhyTheIdleWeekDoesNotRun() {
        assertThat(week(seen(NOON, Phase.INITIALIZING)))
                .isEqualTo(IdleTimeoutEstimate.none(CleanupFact.NOT_IDLE_INITIALIZING));
        assertThat(week(seen(NOON, Phase.IMPORT_IN_PROGRESS)))
                .isEqualTo(IdleTimeoutEstimate.none(CleanupFact.NOT_IDLE_IMPORTING));
        assertThat(week(seen(NOON, Phase.CLOSED)))
                .isEqualTo(IdleTimeoutEstimate.none(CleanupFact.IDLE_OVER));
        assertThat(week(seen(NOON, Phase.RECEIVING_FILES, days(30))))
                .isEqualTo(IdleTimeoutEstimate.none(CleanupFact.IDLE_OVERRIDDEN));
    }

    @Test
    void saysWhatALaunchDoesToEachDeadline() {
        assertThat(CleanupClock.effectOfLaunch(new Deadline(NOON, Cause.CLEANUP_IDLE, NOON)))
                .isEqualTo(Fact.of(CleanupFact.LAUNCH_RESTARTS_TIMEOUT, NOON));
        assertThat(CleanupClock.effectOfLaunch(new Deadline(NOON, Cause.CLEANUP_SCHEDULED, NOON)))
                .isEqualTo(Fact.of(CleanupFact.LAUNCH_KEEPS_SCHEDULE, NOON));
        assertThat(CleanupClock.effectOfLaunch(new Deadline(NOON, Cause.CLEANUP_UNKNOWN, NOON)))
                .isEqualTo(Fact.of(CleanupFact.LAUNCH_MAY_KEEP_SCHEDULE, NOON));
        assertThat(CleanupClock.effectOfLaunch(new Deadline(NOON, Cause.CREDENTIALS, NOON)))
                .isEqualTo(Fact.of(CleanupFact.LAUNCH_REVOKES_CREDENTIALS));
    }

    @Test
    void tellsAnEndThatTheServiceDoesNotName() {
        var exact = estimate(days(7), days(7), CleanupFact.IDLE_SINCE_IMPORT);
        var range = estimate(days(6), days(7), CleanupFact.IDLE_SINCE_IMPORT);

        assertThat(exact.difference(days(7).plus(Duration.ofHours(1)))).isEmpty();
        assertThat(exact.difference(days(9))).contains(Fact.of(CleanupFact.DIFFERS_FROM_RULES, days(9), days(7)));
        assertThat(range.difference(days(9)))
                .contains(Fact.of(CleanupFact.DIFFERS_FROM_RANGE, days(9), days(6), days(7)));
        assertThat(IdleTimeoutEstimate.none(CleanupFact.IDLE_OVER).difference(days(9))).isEmpty();
    }

    private static IdleTimeoutEstimate estimate(Instant earliest, Instant latest, CleanupFact basis) {
        return new IdleTimeoutEstimate(Optional.of(new TimeRange(earliest, latest)), basis);
    }

    private static Cause cause(Observation... observations) {
        return cause(List.of(observations));
    }

    private static Cause cause(List<Observation> observations, Command... commands) {
        return CleanupCauseRule.of(history(observations, commands), known(observations));
    }

    private static Cause causeBlind(List<Observation> observations, Instant from, Instant to) {
        var gap = new WatchGap(ModelSamples.ORDERS, from, to, WatchGap.Reason.CLOSED);
        return CleanupCauseRule.of(new History(observations, List.of(), List.of(gap)), known(observations));
    }

    private static IdleTimeoutEstimate week(Observation... observations) {
        return CleanupClock.idleWeek(known(List.of(observations)), history(observations));
    }
}
