package dev.longshore.model.advice;

import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.history;
import static dev.longshore.model.ModelSamples.known;
import static dev.longshore.model.ModelSamples.minutes;
import static dev.longshore.model.ModelSamples.scheduled;
import static dev.longshore.model.ModelSamples.seen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanupDriftRuleTest {
    private static final Instant IDLE = days(6);
    private static final Instant ASKED = days(9);
    private static final Instant OTHER = days(4);

    @Test
    void theSecondThatWasAskedForIsNoDifference() {
        assertThat(notice(asked(), before(), after(5, ASKED.plusMillis(400)))).isEmpty();
    }

    @Test
    void aSecondMoreIsADifferenceThatNamesBothTimes() {
        var notice = notice(asked(), before(), after(5, ASKED.plusSeconds(1)));

        assertThat(notice).map(Alert::fact).contains(
                Fact.of(AdviceFact.CLEANUP_NOT_AS_REQUESTED, ASKED.plusSeconds(1), ASKED));
    }

    @Test
    void anAnswerThatNamesAThirdTimeIsADifferenceAtOnce() {
        var accepted = asked().withState(new CommandState.Accepted(minutes(1), OTHER));

        assertThat(notice(accepted, before())).map(Alert::at).contains(minutes(1));
    }

    @Test
    void anAnswerThatStillNamesTheTimeOfBeforeIsNone() {
        var accepted = asked().withState(new CommandState.Accepted(minutes(1), IDLE));

        assertThat(notice(accepted, before())).isEmpty();
    }

    @Test
    void theTimeOfBeforeIsNoDifferenceAsLongAsTheServiceMayLag() {
        assertThat(notice(asked(), before(), after(5, IDLE))).isEmpty();
    }

    @Test
    void theTimeOfBeforeIsADifferenceOnceNothingCameOfTheRequest() {
        var ignored = asked().withState(new CommandState.NoEffect(minutes(15), Fact.recorded("It did nothing.")));

        assertThat(notice(ignored, before(), after(15, IDLE))).isPresent();
    }

    @Test
    void laterDriftIsADifferenceFromWhenItWasSeen() {
        var drifted = notice(observed(), before(), after(5, ASKED), after(60, OTHER), after(120, OTHER));

        assertThat(drifted).map(Alert::at).contains(minutes(60));
    }

    @Test
    void anAnswerWithoutATimeChangesNothing() {
        var silent = seen(minutes(90), ModelSamples.status(Phase.PAUSED), null, null);

        assertThat(notice(observed(), before(), after(5, ASKED), after(60, OTHER), silent)).map(Alert::at)
                .contains(minutes(60));
    }

    @Test
    void anEarlierCleanupThanAskedForIsUrgentALaterOneIsNot() {
        assertThat(notice(observed(), before(), after(60, OTHER))).map(Alert::severity)
                .contains(Alert.Severity.ACT_NOW);
        assertThat(notice(observed(), before(), after(60, days(12)))).map(Alert::severity)
                .contains(Alert.Severity.SOON);
    }

    @Test
    void itIsToldOnce() {
        var observations = List.of(before(), after(5, ASKED), after(60, OTHER));
        var notices = AlertRules.ofHistory(known(observations), history(observations, observed()));

        assertThat(notices).filteredOn(each -> each.kind() == Alert.Kind.CLEANUP_MOVED).hasSize(1);
    }

    @Test
    void whatTheServiceRefusedIsNotExpected() {
        var refused = asked().withState(new CommandState.Refused(minutes(1), Fact.recorded("No.")));

        assertThat(notice(refused, before(), after(5, IDLE))).isEmpty();
    }

    @Test
    void onlyTheNewestRequestCounts() {
        var observations = List.of(before(), after(5, ASKED), after(60, OTHER));
        var newest = scheduled(OTHER, minutes(50)).withState(new CommandState.Observed(minutes(60)));

        assertThat(CleanupDriftRule.alert(known(observations), history(observations, observed(), newest))).isEmpty();
    }

    @Test
    void aCleanupThatRunsIsPastAllDrift() {
        var closing = seen(minutes(60), ModelSamples.status(Phase.CLEANING_UP_FILES), null, OTHER);

        assertThat(notice(observed(), before(), after(5, ASKED), closing)).isEmpty();
    }

    private static Optional<Alert> notice(Command command, Observation... observations) {
        return CleanupDriftRule.alert(known(List.of(observations)), history(List.of(observations), command));
    }

    private static Command asked() {
        return scheduled(ASKED, ModelSamples.NOON);
    }

    private static Command observed() {
        return asked().withState(new CommandState.Observed(minutes(5)));
    }

    private static Observation before() {
        return seen(minutes(-60), Phase.PAUSED, IDLE);
    }

    private static Observation after(int minutes, Instant due) {
        return seen(minutes(minutes), Phase.PAUSED, due);
    }
}
