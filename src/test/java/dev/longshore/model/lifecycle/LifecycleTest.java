package dev.longshore.model.lifecycle;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.accepted;
import static dev.longshore.model.ModelSamples.beside;
import static dev.longshore.model.ModelSamples.in;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.refused;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.situation;
import static dev.longshore.model.ModelSamples.status;
import static dev.longshore.model.ModelSamples.unanswered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.CommandState;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.Denied;
import dev.longshore.model.Ruling.LifecycleRule;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.lifecycle.Situation.Sibling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleTest {
    /** One row per phase, one column per action: allowed, or the rule that forbids it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            INITIALIZING,       WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,                        -
            RECEIVING_FILES,    -,           WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,                        -
            STARTING,           WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,           NO_CLEANUP_DURING_IMPORT, -
            IMPORT_IN_PROGRESS, WRONG_PHASE, -,           WRONG_PHASE, -,           NO_CLEANUP_DURING_IMPORT, -
            PAUSED,             WRONG_PHASE, WRONG_PHASE, -,           -,           -,                        -
            MIGRATION_DONE,     WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,                        -
            FAILED,             -,           WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,                        -
            ABORTED,            WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, WRONG_PHASE, -,                        -
            CLEANING_UP_FILES,  CLOSED,      CLOSED,      CLOSED,      CLOSED,      CLOSED,                   CLOSED
            CLOSED,             CLOSED,      CLOSED,      CLOSED,      CLOSED,      CLOSED,                   CLOSED
            """)
    void allowsInEachPhaseWhatTheDocumentationAllows(
            Phase phase, String launch, String pause, String resume, String abort, String cleanUp, String schedule) {
        assertThat(rule(Action.LAUNCH, in(phase))).isEqualTo(launch);
        assertThat(rule(Action.PAUSE, in(phase))).isEqualTo(pause);
        assertThat(rule(Action.RESUME, in(phase))).isEqualTo(resume);
        assertThat(rule(Action.ABORT, in(phase))).isEqualTo(abort);
        assertThat(rule(Action.CLEAN_UP, in(phase))).isEqualTo(cleanUp);
        assertThat(rule(Action.SCHEDULE_CLEANUP, in(phase))).isEqualTo(schedule);
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingOnAReadOnlyConnection(Action action) {
        var readOnly = new Situation(NOON, known(seen(NOON, Phase.RECEIVING_FILES)), true, null, List.of());

        assertThat(why(action, readOnly)).isEqualTo("The connection is read-only: no action is sent.");
        assertThat(rule(action, readOnly)).isEqualTo("READ_ONLY");
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingBeforeTheFirstAnswer(Action action) {
        assertThat(rule(action, situation(null, null))).isEqualTo("NOT_OBSERVED");
        assertThat(why(action, situation(null, null)))
                .isEqualTo("The status has not been read yet, so the effect of an action is unknown.");
    }

    @ParameterizedTest
    @EnumSource
    void offersOnlyToPutOffThePlannedCleanupInAStatusThatNobodyKnows(Action action) {
        var planned = situation(known(seen(NOON, Status.of("Rebalancing"), null, minutes(60))), null);
        var undecided = situation(planned.lastKnown(), requested(Action.SCHEDULE_CLEANUP, NOON));

        assertThat(rule(action, planned)).isEqualTo(action == Action.SCHEDULE_CLEANUP ? "-" : "UNKNOWN_STATUS");
        assertThat(rule(action, undecided))
                .isEqualTo(action == Action.SCHEDULE_CLEANUP ? "ANOTHER_ACTION_OPEN" : "UNKNOWN_STATUS");
    }

    @Test
    void putsTheCleanupOnlyOffInAStatusThatNobodyKnows() {
        var planned = situation(known(seen(NOON, Status.of("Rebalancing"), null, minutes(60))), null);

        assertThat(Lifecycle.scheduling(new CleanupTime(minutes(60).plusSeconds(1)), planned))
                .isEqualTo(new Ruling.Allowed());
        assertThat(Lifecycle.scheduling(new CleanupTime(minutes(60).plusMillis(999)), planned))
                .isEqualTo(new Denied(
                        LifecycleRule.UNKNOWN_STATUS,
                        Fact.of(LifecycleFact.ONLY_A_LATER_CLEANUP, Status.of("Rebalancing"), minutes(60))));
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingInAStatusThatNobodyKnowsWithoutAPlannedCleanup(Action action) {
        assertThat(rule(action, in(Status.of("Rebalancing")))).isEqualTo("UNKNOWN_STATUS");
        assertThat(why(action, in(Status.of("Rebalancing"))))
                .isEqualTo(
                        "Undocumented status “Rebalancing”: the effect of an action is unknown.");
    }

    @ParameterizedTest
    @EnumSource
    void offersNothingWhileAnotherActionIsOpen(Action action) {
        var paused = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)), requested(Action.PAUSE, NOON));

        assertThat(rule(action, paused)).isEqualTo("ANOTHER_ACTION_OPEN");
        assertThat(why(action, paused))
                .isEqualTo("Waiting for the pause to take effect (requested Sat 21 Nov, 12:00 UTC).");
    }

    @Test
    void alwaysOffersALaterCleanupWhileAnotherActionIsOpen() {
        var pausing = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS, minutes(60))), accepted(Action.PAUSE, NOON));

        assertThat(rule(Action.SCHEDULE_CLEANUP, pausing)).isEqualTo("-");
        assertThat(Lifecycle.scheduling(new CleanupTime(minutes(61)), pausing)).isEqualTo(new Ruling.Allowed());
        assertThat(Lifecycle.scheduling(new CleanupTime(minutes(59)), pausing))
                .isEqualTo(new Denied(
                        LifecycleRule.ANOTHER_ACTION_OPEN,
                        Fact.of(LifecycleFact.ONLY_A_LATER_CLEANUP_YET, Action.PAUSE, minutes(60))));
    }

    @ParameterizedTest
    @CsvSource({"SCHEDULE_CLEANUP,ANOTHER_ACTION_OPEN", "CLEAN_UP,ANOTHER_ACTION_OPEN", "PAUSE,-", "ABORT,-"})
    void isHeldUpByAScheduleOnlyWhereThatConflicts(Action action, String rule) {
        var scheduling = situation(
                known(seen(NOON, Phase.IMPORT_IN_PROGRESS, minutes(60))), scheduled(minutes(90), NOON));

        assertThat(rule(action, scheduling)).isEqualTo(rule);
    }

    @Test
    void isNotHeldUpByAnActionThatIsDecided() {
        var decided = situation(known(seen(NOON, Phase.IMPORT_IN_PROGRESS)), refused(Action.PAUSE, NOON));

        assertThat(rule(Action.PAUSE, decided)).isEqualTo("-");
    }

    @Test
    void saysThatItIsClosedRatherThanThatAnActionIsOpen() {
        var closing = situation(known(seen(NOON, Phase.CLEANING_UP_FILES)), requested(Action.CLEAN_UP, NOON));

        assertThat(rule(Action.CLEAN_UP, closing)).isEqualTo("CLOSED");
        assertThat(why(Action.CLEAN_UP, closing)).isEqualTo(
                "No action is possible any more. This migration is being cleaned up (“CleaningUpFiles”).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    LAUNCH   | PAUSED             | An import can be launched only while files are received, or again after a failure. This migration is paused (“Paused”).
                    PAUSE    | STARTING           | Only a running import can be paused. This migration is starting its import (“STARTING”).
                    RESUME   | IMPORT_IN_PROGRESS | Only a paused import can be resumed. This migration is importing (“ImportInProgress”).
                    ABORT    | RECEIVING_FILES    | There is no import to abort. This migration is receiving files (“ReceivingFiles”).
                    CLEAN_UP | IMPORT_IN_PROGRESS | A cleanup never runs during an import. This migration is importing (“ImportInProgress”).
                    PAUSE    | INITIALIZING       | Only a running import can be paused. This migration is initializing (“Initializing”).
                    PAUSE    | MIGRATION_DONE     | Only a running import can be paused. This migration is imported (“MigrationDone”).
                    PAUSE    | FAILED             | Only a running import can be paused. This migration is failed (“ERROR”).
                    PAUSE    | ABORTED            | Only a running import can be paused. This migration is aborted (“Aborted”).
                    PAUSE    | CLOSED             | No action is possible any more. This migration is closed (“Closed”).
                    """)
    void saysInASentenceWhy(Action action, Phase phase, String sentence) {
        assertThat(why(action, in(phase))).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Paused", "PAUSED", "Pausing", "import_paused"})
    void takesEveryWordThatContainsPausForPaused(String word) {
        assertThat(rule(Action.RESUME, in(Status.of(word)))).isEqualTo("-");
        assertThat(why(Action.PAUSE, in(Status.of(word)))).contains("“" + word + "”");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            INITIALIZING,       -
            RECEIVING_FILES,    -
            STARTING,           ANOTHER_IMPORT_RUNS
            IMPORT_IN_PROGRESS, ANOTHER_IMPORT_RUNS
            PAUSED,             ANOTHER_IMPORT_RUNS
            MIGRATION_DONE,     -
            FAILED,             -
            ABORTED,            -
            CLEANING_UP_FILES,  -
            CLOSED,             -
            """)
    void launchesOnlyWhenEveryOtherImportOnTheDatabaseHasFinished(Phase sibling, String expected) {
        var siblings = new Sibling[]{
            new Sibling("quiet", status(Phase.CLOSED), false), new Sibling("billing", status(sibling), false)
        };

        assertThat(rule(Action.LAUNCH, beside(Phase.RECEIVING_FILES, siblings))).isEqualTo(expected);
        assertThat(rule(Action.LAUNCH, beside(Phase.FAILED, siblings))).isEqualTo(expected);
        assertThat(rule(Action.CLEAN_UP, beside(Phase.FAILED, siblings))).isEqualTo("-");
    }

    @Test
    void doesNotLaunchWhileTheLaunchOfAnotherIsUndecided() {
        var beside = beside(Phase.RECEIVING_FILES, new Sibling("billing", status(Phase.RECEIVING_FILES), true));

        assertThat(rule(Action.LAUNCH, beside)).isEqualTo("ANOTHER_IMPORT_RUNS");
        assertThat(why(Action.LAUNCH, beside))
                .isEqualTo("“billing” is being launched (one import per database).");
    }

    @Test
    void doesNotLaunchBesideAMigrationWhoseStateNobodyKnows() {
        var beside = beside(Phase.RECEIVING_FILES, new Sibling("billing", Status.of("Rebalancing"), false));
        var unseen = beside(Phase.RECEIVING_FILES, new Sibling("billing", null, false));

        assertThat(why(Action.LAUNCH, beside))
                .isEqualTo(
                        "“billing” may be importing (one import per database). Its status “Rebalancing” is undocumented.");
        assertThat(why(Action.LAUNCH, unseen))
                .isEqualTo("“billing” may be importing (one import per database). Its status has not been read yet.");
    }

    @Test
    void namesTheImportThatHasToFinishFirst() {
        var beside = beside(Phase.RECEIVING_FILES, new Sibling("billing", status(Phase.PAUSED), false));

        assertThat(why(Action.LAUNCH, beside)).isEqualTo(
                "Launch after “billing” has finished (one import per database). It is paused (“Paused”).");
    }

    @Test
    void saysThePhaseRatherThanTheSiblingWhenBothForbidALaunch() {
        var beside = beside(Phase.PAUSED, new Sibling("billing", status(Phase.PAUSED), false));

        assertThat(rule(Action.LAUNCH, beside)).isEqualTo("WRONG_PHASE");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "IMPORT_IN_PROGRESS", "PAUSED"})
    void doesNotAbortPastThePointOfNoReturn(Phase phase) {
        var passed = situation(known(seen(NOON, phase, "Importing SSTable metadata: 3 of 40 subsets")), null);

        assertThat(rule(Action.ABORT, passed)).isEqualTo("PAST_POINT_OF_NO_RETURN");
        assertThat(why(Action.ABORT, passed))
                .isEqualTo("The metadata import has begun. An abort is no longer possible.");
    }

    @Test
    void abortsAnImportWhoseMetadataTextStemsFromTheImportBefore() {
        var relaunched = situation(
                known(
                        seen(NOON, Phase.IMPORT_IN_PROGRESS, "Importing metadata"),
                        seen(minutes(1), Phase.FAILED),
                        seen(minutes(2), Phase.IMPORT_IN_PROGRESS)),
                null);

        assertThat(rule(Action.ABORT, relaunched)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            RECEIVING_FILES,    -
            IMPORT_IN_PROGRESS, -
            PAUSED,             -
            CLOSED,             CLOSED
            """)
    void schedulesACleanupForAnyTimeInTheFuture(Phase phase, String expected) {
        assertThat(rule(Lifecycle.scheduling(new CleanupTime(NOON.plusSeconds(1)), in(phase)))).isEqualTo(expected);
        assertThat(rule(Lifecycle.scheduling(new CleanupTime(ModelSamples.days(400)), in(phase)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T12:00:00Z", "2026-11-21T12:00:00.999Z", "2026-11-21T11:59:59Z",
        "2020-01-01T00:00:00Z"})
    void refusesACleanupTimeThatIsNotInTheFutureOnceItsFractionIsCutOff(Instant time) {
        assertThat(rule(Lifecycle.scheduling(new CleanupTime(time), in(Phase.RECEIVING_FILES))))
                .isEqualTo("TIME_IN_THE_PAST");
    }

    @Test
    void saysThatATimeInThePastWouldStartTheCleanup() {
        assertThat(Lifecycle.scheduling(new CleanupTime(NOON.minusSeconds(60)), in(Phase.PAUSED)))
                .isEqualTo(new Denied(LifecycleRule.TIME_IN_THE_PAST,
                        Fact.of(LifecycleFact.TIME_IN_THE_PAST, NOON.minusSeconds(60))));
    }

    @ParameterizedTest
    @EnumSource
    void isNeverLockedForGoodByALostAnswer(Action action) {
        var lost = unanswered(action, NOON);

        assertThat(Lifecycle.outcome(lost, seen(minutes(10), Status.of("Rebalancing")), ModelSamples.LAG)).isPresent();
    }

    @Test
    void decidesNothingAboutACommandThatIsDecided() {
        var refused = accepted(Action.PAUSE, NOON)
                .withState(new CommandState.Refused(NOON, Fact.recorded("Conflict.")));

        assertThat(Lifecycle.outcome(refused, seen(minutes(1), Phase.PAUSED), Duration.ZERO)).isEmpty();
    }

    private static String rule(Action action, Situation situation) {
        return rule(Lifecycle.ruling(action, situation));
    }

    private static String rule(Ruling ruling) {
        return ruling instanceof Denied denied ? denied.rule().name() : "-";
    }

    private static String why(Action action, Situation situation) {
        return Lifecycle.ruling(action, situation) instanceof Denied denied ? say(denied.why()) : "";
    }
}
