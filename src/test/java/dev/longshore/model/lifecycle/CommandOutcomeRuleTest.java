package dev.longshore.model.lifecycle;

import static dev.longshore.model.ModelSamples.LAG;
import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.accepted;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.refused;
import static dev.longshore.model.ModelSamples.requested;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.model.ModelSamples.unanswered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandOutcomeRuleTest {
    /** Per action and phase that is seen a minute later: it happened, it was overtaken, or nobody can tell yet. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            INITIALIZING,       open,      open,      open,      open,      open
            RECEIVING_FILES,    open,      open,      open,      open,      open
            STARTING,           happened,  open,      happened,  open,      open
            IMPORT_IN_PROGRESS, happened,  open,      happened,  open,      open
            PAUSED,             happened,  happened,  open,      open,      open
            MIGRATION_DONE,     happened,  overtaken, happened,  overtaken, open
            FAILED,             open,      overtaken, overtaken, overtaken, open
            ABORTED,            happened,  overtaken, overtaken, happened,  open
            CLEANING_UP_FILES,  overtaken, overtaken, overtaken, overtaken, happened
            CLOSED,             overtaken, overtaken, overtaken, overtaken, happened
            """)
    void decidesByThePhaseThatIsSeen(
            Phase phase, String launch, String pause, String resume, String abort, String cleanUp) {
        assertThat(decided(Action.LAUNCH, phase)).isEqualTo(launch);
        assertThat(decided(Action.PAUSE, phase)).isEqualTo(pause);
        assertThat(decided(Action.RESUME, phase)).isEqualTo(resume);
        assertThat(decided(Action.ABORT, phase)).isEqualTo(abort);
        assertThat(decided(Action.CLEAN_UP, phase)).isEqualTo(cleanUp);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PAUSE            | MIGRATION_DONE    | The import finished before the pause took effect.
            PAUSE            | FAILED            | The import failed before the pause took effect.
            PAUSE            | ABORTED           | The import was aborted before the pause took effect.
            PAUSE            | CLOSED            | The cleanup began before the pause took effect.
            RESUME           | FAILED            | The import failed before the resume took effect.
            ABORT            | MIGRATION_DONE    | The import finished before the abort took effect.
            LAUNCH           | CLEANING_UP_FILES | The cleanup began before the launch took effect.
            SCHEDULE_CLEANUP | CLEANING_UP_FILES | The cleanup began before the new cleanup time took effect.
            """)
    void saysWhatOvertookIt(Action action, Phase phase, String sentence) {
        assertThat(why(accepted(action, NOON), seen(minutes(1), phase))).isEqualTo(sentence);
    }

    @Test
    void seesANewCleanupTimeToTheSecond() {
        var command = scheduled(days(9), NOON);

        assertThat(after(command, seen(minutes(1), Phase.RECEIVING_FILES, days(9).plusMillis(999))))
                .contains(new CommandState.Observed(minutes(1)));
        assertThat(after(command, seen(minutes(1), Phase.RECEIVING_FILES, days(9).plusSeconds(1)))).isEmpty();
        assertThat(after(command, seen(minutes(1), Phase.RECEIVING_FILES))).isEmpty();
    }

    @Test
    void seesANewCleanupTimeInAnyStatus() {
        var seen = seen(minutes(1), Status.of("Rebalancing"), null, days(9));

        assertThat(after(scheduled(days(9), NOON), seen)).contains(new CommandState.Observed(minutes(1)));
        assertThat(after(scheduled(days(9), NOON), seen(minutes(1), Phase.CLEANING_UP_FILES, days(9))))
                .contains(new CommandState.Observed(minutes(1)));
    }

    @Test
    void countsTheLagFromTheNewestState() {
        var taken = requested(Action.PAUSE, NOON).withState(new CommandState.Accepted(minutes(5)));

        assertThat(after(taken, seen(minutes(14), Phase.IMPORT_IN_PROGRESS))).isEmpty();
        assertThat(after(taken, seen(minutes(15), Phase.IMPORT_IN_PROGRESS))).isPresent();
    }

    @Test
    void saysThatTheServiceTookItAndDidNothing() {
        assertThat(why(accepted(Action.PAUSE, NOON), seen(minutes(12), Phase.IMPORT_IN_PROGRESS)))
                .isEqualTo("The service accepted the request, but nothing came of it. 12 min later this migration is"
                        + " importing (“ImportInProgress”). Running jobs may still be finishing; it may pause after that.");
    }

    @Test
    void saysThatALostRequestMostLikelyDidNotArrive() {
        assertThat(why(unanswered(Action.RESUME, NOON), seen(minutes(12), Phase.PAUSED)))
                .isEqualTo(
                        "No reply came. Most likely not received; you can try again."
                                + " 12 min later this migration is paused (“Paused”).");
    }

    @Test
    void saysThatARequestWhoseProgramEndedMostLikelyNeverLeft() {
        assertThat(why(requested(Action.LAUNCH, NOON), seen(minutes(12), Phase.RECEIVING_FILES)))
                .isEqualTo(
                        "Longshore closed while sending. Most likely not sent; you can try again."
                                + " 12 min later this migration is receiving files (“ReceivingFiles”).");
    }

    @Test
    void saysThatAWordNobodyKnowsLeavesItUndecided() {
        assertThat(why(accepted(Action.PAUSE, NOON), seen(minutes(12), Status.of("Rebalancing"))))
                .isEqualTo(
                        "12 min later the status is “Rebalancing”, which is undocumented."
                                + " Whether the pause took effect is unknown.");
    }

    @Test
    void saysWhereTheCleanupStandsInstead() {
        assertThat(why(scheduled(days(9), NOON), seen(minutes(12), Status.of("Rebalancing"), null, days(5))))
                .isEqualTo(
                        "The service accepted the request, but nothing came of it. 12 min later the cleanup is still due"
                                + " Thu 26 Nov, 12:00 UTC, not Mon 30 Nov, 12:00 UTC.");
        assertThat(why(scheduled(days(9), NOON), seen(minutes(12), Phase.RECEIVING_FILES)))
                .endsWith("12 min later the service does not say when the cleanup is due.");
        assertThat(why(accepted(Action.SCHEDULE_CLEANUP, NOON), seen(minutes(12), Phase.RECEIVING_FILES, days(5))))
                .endsWith("12 min later the cleanup is still due Thu 26 Nov, 12:00 UTC.");
    }

    @Test
    void remindsOfThePointOfNoReturnWhenAnAbortDidNothing() {
        assertThat(why(accepted(Action.ABORT, NOON), seen(minutes(12), Phase.IMPORT_IN_PROGRESS)))
                .endsWith(" The import may be past the point of no return.");
    }

    @Test
    void admitsThatALaunchMayHaveFailedAgainAtOnce() {
        assertThat(why(accepted(Action.LAUNCH, NOON), seen(minutes(12), Phase.FAILED)))
                .endsWith(" It may have failed again at once: see the service’s message.");
        assertThat(why(accepted(Action.LAUNCH, NOON), seen(minutes(12), Phase.RECEIVING_FILES)))
                .endsWith(" 12 min later this migration is receiving files (“ReceivingFiles”).");
        assertThat(why(accepted(Action.CLEAN_UP, NOON), seen(minutes(12), Phase.FAILED)))
                .endsWith(" is failed (“ERROR”).");
    }

    @Test
    void knowsALaunchThatFailedAtOnceWhenItHadNotFailedBefore() {
        var launch = accepted(Action.LAUNCH, minutes(5));
        var failed = seen(minutes(6), Phase.FAILED);
        var observed = Optional.of(new CommandState.Observed(minutes(6)));

        assertThat(Lifecycle.outcome(launch, history(seen(NOON, Phase.RECEIVING_FILES)), failed, LAG))
                .isEqualTo(observed);
        assertThat(Lifecycle.outcome(launch, history(seen(NOON, Phase.FAILED)), failed, LAG)).isEmpty();
        assertThat(Lifecycle.outcome(launch, history(seen(NOON, Status.of("Rebalancing"))), failed, LAG)).isEmpty();
        assertThat(Lifecycle.outcome(launch, history(failed), failed, LAG)).isEmpty();
    }

    @Test
    void goesByTheNewestObservationBeforeTheCommand() {
        var launch = accepted(Action.LAUNCH, minutes(5));
        var history = history(
                seen(NOON, Phase.FAILED), seen(minutes(5), Phase.RECEIVING_FILES), seen(minutes(6), Phase.FAILED));

        assertThat(Lifecycle.outcome(launch, history, seen(minutes(7), Phase.FAILED), LAG)).isPresent();
    }

    @Test
    void takesAnImportThatIsBackToReceivingFilesForAborted() {
        var abort = accepted(Action.ABORT, minutes(5));
        var back = seen(minutes(6), Phase.RECEIVING_FILES);

        assertThat(Lifecycle.outcome(abort, history(seen(NOON, Phase.IMPORT_IN_PROGRESS)), back, LAG))
                .contains(new CommandState.Observed(minutes(6)));
        assertThat(Lifecycle.outcome(abort, history(seen(NOON, Phase.RECEIVING_FILES)), back, LAG)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void settlesEveryActionOnceTheLagIsOver(Phase phase) {
        for (var action : Action.values()) {
            assertThat(after(unanswered(action, NOON), seen(minutes(10), phase))).isPresent();
        }
    }

    @Property
    void neverDecidesThatNothingHappenedBeforeTheLagIsOver(
            @ForAll Action action, @ForAll @LongRange(max = 599_999) long millis) {
        var seen = seen(NOON.plusMillis(millis), Phase.INITIALIZING);

        assertThat(after(accepted(action, NOON), seen)).isEmpty();
    }

    @Property
    void datesEveryDecisionByTheObservationThatBroughtIt(
            @ForAll Action action, @ForAll Phase phase, @ForAll @LongRange(max = 100) long after) {
        assertThat(after(accepted(action, NOON), seen(minutes(after), phase)).map(CommandState::at))
                .isIn(Optional.of(minutes(after)), Optional.empty());
    }

    @Test
    void seesAPauseThatTookLongerThanTheLag() {
        var judged = accepted(Action.PAUSE, NOON)
                .withState(new CommandState.NoEffect(minutes(12), Fact.recorded("Nothing.")));

        assertThat(Lifecycle.lateOutcome(judged, seen(minutes(200), Phase.PAUSED)))
                .contains(new CommandState.Observed(minutes(200)));
        assertThat(Lifecycle.lateOutcome(judged, seen(minutes(200), Phase.IMPORT_IN_PROGRESS))).isEmpty();
    }

    @Test
    void doesNotTakeAnotherCleanupDaysLaterForTheOneThatWasAskedFor() {
        var judged = accepted(Action.CLEAN_UP, NOON)
                .withState(new CommandState.NoEffect(minutes(12), Fact.recorded("Nothing.")));

        assertThat(Lifecycle.lateOutcome(judged, seen(minutes(72), Phase.CLOSED))).isPresent();
        assertThat(Lifecycle.lateOutcome(judged, seen(minutes(73), Phase.CLOSED))).isEmpty();
    }

    @Test
    void leavesACommandThatWasRefusedRefused() {
        assertThat(Lifecycle.lateOutcome(refused(Action.PAUSE, NOON), seen(minutes(1), Phase.PAUSED))).isEmpty();
    }

    private static String decided(Action action, Phase phase) {
        return after(accepted(action, NOON), seen(minutes(1), phase))
                .map(state -> state instanceof CommandState.Observed ? "happened" : "overtaken")
                .orElse("open");
    }

    private static Optional<CommandState> after(Command command, Observation seen) {
        return Lifecycle.outcome(command, seen, LAG);
    }

    private static String why(Command command, Observation seen) {
        return Lifecycle.outcome(command, seen, LAG).orElseThrow() instanceof CommandState.NoEffect nothing
                ? say(nothing.why())
                : "";
    }
}
