package dev.longshore.model.advice;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.accepted;
import static dev.longshore.model.ModelSamples.beside;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.in;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.notSent;
import static dev.longshore.model.ModelSamples.refused;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.situation;
import static dev.longshore.model.ModelSamples.status;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.lifecycle.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextStepTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Nothing is known."));
    private static final List<Deadline> FAR = List.of(new Deadline(days(7), Cause.CLEANUP_IDLE, NOON));

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    INITIALIZING       |                  | Waiting for the upload directory.
                    RECEIVING_FILES    | LAUNCH           | Launch the import once every upload is complete.
                    STARTING           |                  | Waiting for the import to run.
                    IMPORT_IN_PROGRESS |                  | Import is running.
                    PAUSED             | RESUME           | Paused. Cleanup is still due in 7 d. Resume when ready.
                    MIGRATION_DONE     | CLEAN_UP         | Check the imported data, then clean up.
                    FAILED             |                  | Find out why the import failed. Launch again if the cause is outside the files, else start a new migration.
                    ABORTED            | CLEAN_UP         | Clean up. Begin a new migration if the data is still wanted.
                    CLEANING_UP_FILES  |                  | Cleanup is running.
                    CLOSED             |                  | Cleaned up. Nothing left to do.
                    """)
    void isTheNextPhaseWhereNothingPresses(Phase phase, Action action, String sentence) {
        var next = NextStep.of(in(phase), FAR, NO_END, null);

        assertThat(say(next.explained())).isEqualTo(sentence);
        assertThat(next.action()).isEqualTo(Optional.ofNullable(action));
    }

    @Test
    void isToWaitForTheFirstAnswer() {
        assertThat(NextStep.of(situation(null, null), List.of(), NO_END, null))
                .isEqualTo(new NextStep(Fact.of(AdviceFact.WAIT_FOR_ANSWER), Optional.empty()));
    }

    @Test
    void isToLookAtTheErrorWhereNothingElseWasAnswered() {
        assertThat(say(NextStep.withoutStatus().explained()))
                .isEqualTo("No status yet, only an error. If its IDs are wrong, remove it from the list.");
        assertThat(NextStep.withoutStatus().action()).isEmpty();
    }

    @Test
    void isToFindOutWhatAnUnknownStatusMeans() {
        assertThat(NextStep.of(in(Status.of("Rebalancing")), FAR, NO_END, null))
                .isEqualTo(new NextStep(
                        Fact.of(AdviceFact.CLARIFY_STATUS, Status.of("Rebalancing")),
                        Optional.empty()));
    }

    @Test
    void isToExtendTheCleanupInAStatusThatNobodyKnows() {
        var known = LastKnown.first(ModelSamples.seen(NOON, Status.of("Rebalancing"), null, hours(47)));

        assertThat(NextStep.of(situation(known, null), cleanup(hours(47)), NO_END, null))
                .isEqualTo(extend(Fact.of(AdviceFact.CLEANUP_DUE, new Distance(hours(47)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INITIALIZING", "RECEIVING_FILES", "STARTING", "IMPORT_IN_PROGRESS", "PAUSED", "FAILED",
        "ABORTED"})
    void isToExtendTheCleanupBeforeAnythingElseWhenFilesMayBeLost(Phase phase) {
        assertThat(NextStep.of(in(phase), cleanup(hours(47)), NO_END, null))
                .isEqualTo(extend(Fact.of(AdviceFact.CLEANUP_DUE, new Distance(hours(47)))));
    }

    @Test
    void saysHowFarCleanupAndExpectedEndAreApart() {
        var importing = in(Phase.IMPORT_IN_PROGRESS);
        var end = new Forecast.Range(hours(20), hours(27), Fact.recorded("From what was seen."));

        assertThat(NextStep.of(importing, cleanup(hours(24)), end, null))
                .isEqualTo(extend(Fact.of(
                        AdviceFact.CLEANUP_BEFORE_END, new Distance(hours(24)), Duration.ofHours(3))));
        assertThat(NextStep.of(importing, cleanup(hours(30)), end, null))
                .isEqualTo(extend(Fact.of(
                        AdviceFact.CLEANUP_AFTER_END, new Distance(hours(30)), Duration.ofHours(3))));
        assertThat(NextStep.of(importing, cleanup(hours(-1)), end, null))
                .isEqualTo(extend(Fact.of(AdviceFact.CLEANUP_DUE, new Distance(hours(-1)))));
        assertThat(NextStep.of(importing, cleanup(NOON), end, null))
                .isEqualTo(extend(Fact.of(AdviceFact.CLEANUP_DUE, new Distance(NOON))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RECEIVING_FILES", "STARTING", "IMPORT_IN_PROGRESS"})
    void isToExtendTheCleanupWhenLittleRoomIsLeftAndNothingElseIsToBeDone(Phase phase) {
        assertThat(NextStep.of(in(phase), cleanup(hours(72)), NO_END, null))
                .isEqualTo(extend(Fact.sentences(
                        Fact.of(AdviceFact.CLEANUP_DUE, new Distance(hours(72))),
                        Fact.of(AdviceFact.MARGIN_RECOMMENDED, Duration.ofDays(4)))));
    }

    @Test
    void leavesOutTheActionThatTheRulesForbid() {
        var readOnly = new Situation(NOON, known(seen(NOON, Phase.PAUSED)), true, null, List.of());

        assertThat(NextStep.of(readOnly, cleanup(hours(1)), NO_END, null).action()).isEmpty();
        assertThat(NextStep.of(readOnly, FAR, NO_END, null).action()).isEmpty();
    }

    @Test
    void isToWaitWhileAnActionIsOpen() {
        var pausing = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)), requested(Action.PAUSE, NOON));
        var decided = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)), refused(Action.PAUSE, NOON));

        assertThat(NextStep.of(pausing, FAR, NO_END, null))
                .isEqualTo(new NextStep(
                        Fact.of(LifecycleFact.WAITING_FOR_EFFECT, Action.PAUSE, NOON), Optional.empty()));
        assertThat(say(NextStep.of(decided, FAR, NO_END, null).fact())).isEqualTo("Import is running.");
    }

    @Test
    void saysThatAPauseWasAcceptedAndWaitsForJobs() {
        var pausing = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)), accepted(Action.PAUSE, NOON));

        assertThat(NextStep.of(pausing, FAR, NO_END, null).fact()).isEqualTo(Fact.of(AdviceFact.PAUSING, NOON));
    }

    private static NextStep afterPause(Command latest) {
        return NextStep.of(in(Phase.IMPORT_IN_PROGRESS), FAR, NO_END, latest);
    }

    private static NextStep tryAgain(AdviceFact fact) {
        return new NextStep(Fact.of(fact, Action.PAUSE), Optional.of(Action.PAUSE));
    }

    @Test
    void isToAskAgainWhenAnActionDidNotHappen() {
        var nothing = accepted(Action.PAUSE, NOON)
                .withState(new CommandState.NoEffect(NOON, Fact.recorded("Nothing.")));

        assertThat(afterPause(refused(Action.PAUSE, NOON))).isEqualTo(tryAgain(AdviceFact.TRY_AGAIN_REFUSED));
        assertThat(afterPause(notSent(Action.PAUSE, NOON))).isEqualTo(tryAgain(AdviceFact.TRY_AGAIN_NOT_SENT));
        assertThat(afterPause(nothing)).isEqualTo(tryAgain(AdviceFact.TRY_AGAIN));
    }

    @Test
    void doesNotGoOnAboutAnActionThatHappenedOrMakesNoSenseAnyMore() {
        var observed = accepted(Action.PAUSE, NOON).withState(new CommandState.Observed(NOON));

        assertThat(say(NextStep.of(in(Phase.IMPORT_IN_PROGRESS), FAR, NO_END, observed).fact()))
                .isEqualTo("Import is running.");
        assertThat(say(NextStep.of(in(Phase.IMPORT_IN_PROGRESS), FAR, NO_END, accepted(Action.PAUSE, NOON)).fact()))
                .isEqualTo("Import is running.");
        assertThat(NextStep.of(in(Phase.MIGRATION_DONE), FAR, NO_END, refused(Action.PAUSE, NOON)).action())
                .contains(Action.CLEAN_UP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14 | Upload credentials expire in 14 min.
            1  | Upload credentials expire in 1 min.
            0  | Upload credentials have expired.
            -5 | Upload credentials have expired.
            15 | Launch the import once every upload is complete.
            """)
    void isToRenewCredentialsThatEnd(long left, String sentence) {
        var deadlines = List.of(new Deadline(minutes(left), Cause.CREDENTIALS, NOON), FAR.getFirst());

        assertThat(say(NextStep.of(in(Phase.RECEIVING_FILES), deadlines, NO_END, null).fact())).isEqualTo(sentence);
    }

    @Test
    void saysWhyARelaunchHasToWait() {
        var beside = new Situation(NOON, failed("Table orders does not exist"), false, null,
                List.of(new Situation.Sibling("billing", status(Phase.PAUSED), false)));

        var next = NextStep.of(beside, FAR, NO_END, null);

        assertThat(next.action()).isEmpty();
        assertThat(say(next.explained())).startsWith("Fix the schema, and launch again later.")
                .endsWith(" Launch after “billing” has finished (one import per database). It is paused (“Paused”).");
    }

    @Test
    void saysWhyALaunchHasToWait() {
        var beside = beside(Phase.RECEIVING_FILES, new Situation.Sibling("billing", status(Phase.STARTING), false));

        var next = NextStep.of(beside, FAR, NO_END, null);

        assertThat(say(next.explained()))
                .isEqualTo("Keep uploading. Launch after “billing” has finished (one import per"
                        + " database). It is starting its import (“STARTING”).");
        assertThat(next.action()).isEmpty();
    }

    @Test
    void isNeverALaunchWhereTheFilesAreAtFault() {
        var next = NextStep.of(
                situation(failed("Checksum mismatch in nb-12-big-Data.db"), null), FAR, NO_END, null);

        assertThat(next.action()).isEmpty();
        assertThat(next.isToBeginAnew()).isTrue();
        assertThat(say(next.explained())).isEqualTo("Start a new migration and upload again."
                + " Likely cause of the failure: a damaged file. A new launch would fail again.");
    }

    @Test
    void isToLaunchAgainWhereTheSchemaIsAtFault() {
        var next = NextStep.of(situation(failed("Table orders does not exist"), null), FAR, NO_END, null);

        assertThat(next.action()).contains(Action.LAUNCH);
        assertThat(say(next.explained()))
                .isEqualTo("Fix the schema, then launch again. Nothing has to be uploaded again.");
    }

    @Test
    void isToDecideNothingWhileTheServiceDoesNotAnswer() {
        var silence = Optional.of(new Silence(minutes(-47), minutes(1)));

        var next = NextStep.of(in(Phase.RECEIVING_FILES), FAR, NO_END, null, silence);

        assertThat(say(next.fact())).isEqualTo("No answer for 47 min: decide nothing yet.");
        assertThat(next.action()).isEmpty();
        assertThat(next.isToAskAgain()).isTrue();
    }

    @Test
    void isALaterCleanupEvenWhileTheServiceDoesNotAnswer() {
        var silence = Optional.of(new Silence(minutes(-47), null));

        var next = NextStep.of(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(5)), NO_END, null, silence);

        assertThat(say(next.fact())).isEqualTo("No answer for 47 min. A later cleanup is safe to set.");
        assertThat(next.action()).contains(Action.SCHEDULE_CLEANUP);
    }

    private static LastKnown failed(String message) {
        return LastKnown.first(ModelSamples.seen(NOON, status(Phase.FAILED), message, days(7)));
    }

    private static NextStep extend(Fact why) {
        return new NextStep(
                Fact.of(AdviceFact.SCHEDULE_LATER_CLEANUP), Optional.of(why), Optional.of(Action.SCHEDULE_CLEANUP));
    }

    private static List<Deadline> cleanup(Instant at) {
        return List.of(new Deadline(at, Cause.CLEANUP_SCHEDULED, NOON));
    }
}
