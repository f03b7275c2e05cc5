package dev.longshore.model.advice;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.accepted;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.Alert.Kind;
import dev.longshore.model.Alert.Severity;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertRulesTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Too little progress."));

    private static List<Alert> after(List<Observation> observations, Command... commands) {
        return AlertRules.ofHistory(known(observations), history(observations, commands));
    }

    private static List<Alert> cleanup(Phase phase, Instant due, Forecast end) {
        var deadline = new Deadline(due, Deadline.Cause.CLEANUP_IDLE, NOON);
        return AlertRules.ofClock(NOON, known(seen(NOON, phase)), List.of(deadline), end);
    }

    @Test
    void tellsAFailureWithTheServicesOwnWords() {
        assertThat(after(List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS, "50 %"), seen(minutes(5), Phase.FAILED, "schema mismatch"))))
                .containsExactly(new Alert(
                        Kind.FAILED, Severity.ACT_NOW, minutes(5),
                        Fact.of(AdviceFact.IMPORT_FAILED_SAYING, "schema mismatch")));
    }

    @Test
    void doesNotTakeTheProgressOfBeforeForTheReasonOfAFailure() {
        assertThat(after(List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS, "50 %"), seen(minutes(5), Phase.FAILED))))
                .extracting(each -> say(each.fact()))
                .containsExactly("Import failed.");
    }

    @Test
    void tellsAnAbortThatNobodyHereAskedFor() {
        var observations = List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(minutes(5), Phase.ABORTED));

        assertThat(after(observations))
                .extracting(Alert::kind, Alert::severity)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Kind.ABORTED_BY_OTHERS, Severity.ACT_NOW));
        assertThat(after(observations, accepted(Action.ABORT, minutes(1)))).isEmpty();
    }

    @Test
    void tellsACleanupThatCameBeforeItsTime() {
        assertThat(after(List.of(seen(NOON, Phase.RECEIVING_FILES, days(5)), seen(hours(2), Phase.CLEANING_UP_FILES))))
                .extracting(Alert::kind)
                .containsExactly(Kind.CLEANED_UP_UNEXPECTEDLY);
        assertThat(after(List.of(seen(NOON, Phase.RECEIVING_FILES, hours(2)), seen(hours(2), Phase.CLEANING_UP_FILES))))
                .isEmpty();
    }

    @Test
    void tellsAPauseBySomebodyElseOnlyWhileItStands() {
        var paused = List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(minutes(5), Phase.PAUSED));
        var resumed = List.of(
                seen(NOON, Phase.IMPORT_IN_PROGRESS), seen(minutes(5), Phase.PAUSED),
                seen(minutes(9), Phase.IMPORT_IN_PROGRESS));

        assertThat(after(paused)).extracting(Alert::kind).containsExactly(Kind.CHANGED_BY_OTHERS);
        assertThat(after(resumed, accepted(Action.RESUME, minutes(6)))).isEmpty();
    }

    @Test
    void tellsThatTheCleanupNoLongerIsWhenItWasAskedToBe() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(7)),
                seen(hours(1), Phase.RECEIVING_FILES, days(20)),
                seen(hours(9), Phase.RECEIVING_FILES, days(3)));

        assertThat(after(observations, scheduled(days(20), minutes(50))))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo(Kind.CLEANUP_MOVED);
                    assertThat(alert.severity()).isEqualTo(Severity.ACT_NOW);
                    assertThat(alert.at()).isEqualTo(hours(9));
                });
        assertThat(after(observations.subList(0, 2), scheduled(days(20), minutes(50)))).isEmpty();
    }

    @Test
    void aCleanupThatWasMovedLaterIsLessUrgent() {
        var observations = List.of(
                seen(NOON, Phase.RECEIVING_FILES, days(7)), seen(hours(9), Phase.RECEIVING_FILES, days(30)));

        assertThat(after(observations)).extracting(Alert::severity).containsExactly(Severity.SOON);
    }

    @Test
    void tellsAStall() {
        var observations = List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS, "1 %"));
        var stillThere = known(seen(NOON, Phase.IMPORT_IN_PROGRESS, "1 %"), seen(hours(25), Phase.IMPORT_IN_PROGRESS));

        assertThat(AlertRules.ofHistory(stillThere, history(observations)))
                .extracting(Alert::kind)
                .containsExactly(Kind.STALLED);
    }

    @Test
    void saysNothingBeforeTheFirstAnswer() {
        assertThat(AlertRules.ofHistory(null, history(List.of()))).isEmpty();
        assertThat(AlertRules.ofClock(NOON, null, List.of(), NO_END)).isEmpty();
    }

    @Test
    void warnsOfTheCleanupThreeDaysAheadAndUrgentlyWhereTheTableShowsRed() {
        assertThat(cleanup(Phase.RECEIVING_FILES, hours(73), NO_END)).isEmpty();
        assertThat(cleanup(Phase.RECEIVING_FILES, hours(48), NO_END))
                .extracting(Alert::severity)
                .containsExactly(Severity.SOON);
        assertThat(cleanup(Phase.FAILED, hours(48).minusSeconds(1), NO_END))
                .extracting(Alert::severity)
                .containsExactly(Severity.ACT_NOW);
        assertThat(cleanup(Phase.PAUSED, hours(-1), NO_END))
                .extracting(Alert::severity)
                .containsExactly(Severity.ACT_NOW);
    }

    @Test
    void doesNotWarnWhereNoFilesCanBeLost() {
        assertThat(cleanup(Phase.MIGRATION_DONE, hours(1), NO_END)).isEmpty();
    }

    @Test
    void tellsACollisionInsteadOfTheCleanupAlone() {
        var end = new Forecast.Range(hours(80), hours(100), Fact.recorded("Its own progress."));

        assertThat(cleanup(Phase.IMPORT_IN_PROGRESS, hours(90), end))
                .extracting(Alert::kind)
                .containsExactly(Kind.COLLISION);
    }

    @Test
    void warnsOfTheEndOfTheCredentialsAQuarterOfAnHourAhead() {
        var known = known(seen(NOON, Phase.RECEIVING_FILES));
        var end = List.of(new Deadline(minutes(60), Deadline.Cause.CREDENTIALS, NOON));

        assertThat(AlertRules.ofClock(minutes(45), known, end, NO_END)).isEmpty();
        assertThat(AlertRules.ofClock(minutes(46), known, end, NO_END))
                .extracting(Alert::fact)
                .containsExactly(Fact.of(AdviceFact.CREDENTIALS_EXPIRE, new Distance(minutes(60))));
        assertThat(AlertRules.ofClock(minutes(60), known, end, NO_END))
                .extracting(each -> say(each.fact()))
                .containsExactly("Upload credentials have expired.");
    }

    @Test
    void putsTheMostUrgentFirst() {
        var good = new Alert(Kind.IMPORTED, Severity.GOOD, NOON, Fact.recorded(""));
        var soon = new Alert(Kind.STALLED, Severity.SOON, NOON, Fact.recorded(""));
        var now = new Alert(Kind.FAILED, Severity.ACT_NOW, NOON, Fact.recorded(""));

        assertThat(AlertRules.merged(List.of(good, soon), List.of(now))).containsExactly(now, soon, good);
    }

    @Test
    void tellsAWordThatNobodyKnows() {
        assertThat(after(List.of(seen(NOON, Status.of("Rebalancing")))))
                .containsExactly(new Alert(
                        Kind.UNKNOWN_STATUS, Severity.SOON, NOON,
                        Fact.of(AdviceFact.UNKNOWN_STATUS, Status.of("Rebalancing"))));
    }

    private static Command asked(CommandState... states) {
        return new Command("c1", ModelSamples.ORDERS, Action.PAUSE, null, List.of(states));
    }

    @Test
    void tellsACommandThatCameToNothingUntilTheStatusChanges() {
        var refused = asked(new CommandState.Requested(minutes(1)),
                new CommandState.Refused(minutes(2), Fact.recorded("Not now.")));
        var importing = seen(NOON, Phase.IMPORT_IN_PROGRESS);

        assertThat(after(List.of(importing), refused)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(Kind.COMMAND_FAILED);
            assertThat(alert.severity()).isEqualTo(Severity.SOON);
            assertThat(alert.at()).isEqualTo(minutes(1));
            assertThat(say(alert.fact())).isEqualTo("The pause was refused. Not now.");
        });
        assertThat(after(List.of(importing, seen(minutes(9), Phase.MIGRATION_DONE)), refused))
                .extracting(Alert::kind).containsExactly(Kind.IMPORTED);
    }

    @Test
    void tellsACommandWithoutEffectAndOneWithoutAnswer() {
        var importing = List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS));

        assertThat(after(importing, asked(
                new CommandState.Requested(minutes(1)),
                new CommandState.NoEffect(minutes(2), Fact.recorded("It still runs.")))))
                .extracting(each -> say(each.fact())).containsExactly("The pause did not take effect. It still runs.");
        assertThat(after(importing, asked(
                new CommandState.Requested(minutes(1)),
                new CommandState.Unanswered(minutes(2), Fact.recorded("Cut off.")))))
                .extracting(each -> say(each.fact())).containsExactly("No reply to the pause. Cut off.");
    }

    @Test
    void saysThatACommandWasNotSentRatherThanRefusedWhereItNeverReachedTheService() {
        assertThat(after(List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS)), ModelSamples.notSent(Action.PAUSE, minutes(1))))
                .extracting(each -> say(each.fact()))
                .containsExactly("The pause was not sent. Connection refused by https://localhost.");
    }

    @Test
    void saysNothingOfACommandThatIsUnderWayOrOfOneBeforeTheNewest() {
        var refused = asked(new CommandState.Requested(minutes(1)),
                new CommandState.Refused(minutes(2), Fact.recorded("Not now.")));
        var next = new Command(
                "c2", ModelSamples.ORDERS, Action.PAUSE, null, List.of(new CommandState.Requested(minutes(3))));

        assertThat(after(List.of(seen(NOON, Phase.IMPORT_IN_PROGRESS)), refused, next)).isEmpty();
    }

    private static Situation.Sibling imported(String name, Phase now, @Nullable Instant at) {
        return new Situation.Sibling(name, ModelSamples.status(now), false, at);
    }

    private static Optional<Alert> beside(Phase phase, Situation.Sibling... siblings) {
        return AlertRules.ofSituation(
                new Situation(hours(9), known(seen(NOON, phase)), false, null, List.of(siblings)));
    }

    @Test
    void tellsThatTheNextImportCanStart() {
        assertThat(beside(Phase.RECEIVING_FILES, imported("orders", Phase.MIGRATION_DONE, hours(2))))
                .contains(new Alert(
                        Kind.NEXT_CAN_START, Severity.SOON, hours(2),
                        Fact.of(AdviceFact.NEXT_CAN_LAUNCH, "orders")));
    }

    @Test
    void theNewestOfSeveralEndedImportsIsNamed() {
        assertThat(beside(
                Phase.RECEIVING_FILES, imported("one", Phase.CLOSED, hours(2)),
                imported("two", Phase.MIGRATION_DONE, hours(3)),
                new Situation.Sibling("x", ModelSamples.status(Phase.CLOSED), false)))
                .map(Alert::at).contains(hours(3));
    }

    @Test
    void whoDidNotWaitForAnImportIsNotToldThatItEnded() {
        assertThat(beside(Phase.RECEIVING_FILES, imported("orders", Phase.MIGRATION_DONE, minutes(-5)))).isEmpty();
        assertThat(beside(Phase.RECEIVING_FILES,
                new Situation.Sibling("x", ModelSamples.status(Phase.MIGRATION_DONE), false)))
                .isEmpty();
    }

    @Test
    void whoMayNotBeLaunchedIsNotToldThatItCanStart() {
        var done = imported("orders", Phase.MIGRATION_DONE, hours(2));

        assertThat(beside(Phase.RECEIVING_FILES, done, imported("other", Phase.PAUSED, null))).isEmpty();
        assertThat(beside(Phase.MIGRATION_DONE, done)).isEmpty();
        assertThat(AlertRules.ofSituation(new Situation(hours(9), null, false, null, List.of(done)))).isEmpty();
    }
}
