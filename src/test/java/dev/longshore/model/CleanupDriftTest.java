package dev.longshore.model;

import static dev.longshore.model.Given.days;
import static dev.longshore.model.Given.history;
import static dev.longshore.model.Given.known;
import static dev.longshore.model.Given.minutes;
import static dev.longshore.model.Given.scheduled;
import static dev.longshore.model.Given.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CleanupDriftTest {
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

        assertThat(notice).map(Notice::sentence).contains(
                "Its cleanup is due at 2026-11-30 12:00:01 UTC, not at 2026-11-30 12:00:00 UTC as was asked for here.");
    }

    @Test
    void anAnswerThatNamesAThirdTimeIsADifferenceAtOnce() {
        var accepted = asked().reached(new CommandState.Accepted(minutes(1), OTHER));

        assertThat(notice(accepted, before())).map(Notice::at).contains(minutes(1));
    }

    @Test
    void anAnswerThatStillNamesTheTimeOfBeforeIsNone() {
        var accepted = asked().reached(new CommandState.Accepted(minutes(1), IDLE));

        assertThat(notice(accepted, before())).isEmpty();
    }

    @Test
    void theTimeOfBeforeIsNoDifferenceAsLongAsTheServiceMayLag() {
        assertThat(notice(asked(), before(), after(5, IDLE))).isEmpty();
    }

    @Test
    void theTimeOfBeforeIsADifferenceOnceNothingCameOfTheRequest() {
        var ignored = asked().reached(new CommandState.NoEffect(minutes(15), "It did nothing."));

        assertThat(notice(ignored, before(), after(15, IDLE))).isPresent();
    }

    @Test
    void laterDriftIsADifferenceFromWhenItWasSeen() {
        var drifted = notice(observed(), before(), after(5, ASKED), after(60, OTHER), after(120, OTHER));

        assertThat(drifted).map(Notice::at).contains(minutes(60));
    }

    @Test
    void anAnswerWithoutATimeChangesNothing() {
        var silent = seen(minutes(90), Given.status(Phase.PAUSED), null, null);

        assertThat(notice(observed(), before(), after(5, ASKED), after(60, OTHER), silent)).map(Notice::at)
                .contains(minutes(60));
    }

    @Test
    void anEarlierCleanupThanAskedForIsUrgentALaterOneIsNot() {
        assertThat(notice(observed(), before(), after(60, OTHER))).map(Notice::severity)
                .contains(Notice.Severity.ACT_NOW);
        assertThat(notice(observed(), before(), after(60, days(12)))).map(Notice::severity)
                .contains(Notice.Severity.SOON);
    }

    @Test
    void itIsToldOnce() {
        var observations = List.of(before(), after(5, ASKED), after(60, OTHER));
        var notices = Notices.ofHistory(known(observations), history(observations, observed()));

        assertThat(notices).filteredOn(each -> each.kind() == Notice.Kind.CLEANUP_MOVED).hasSize(1);
    }

    @Test
    void whatTheServiceRefusedIsNotExpected() {
        var refused = asked().reached(new CommandState.Refused(minutes(1), "No."));

        assertThat(notice(refused, before(), after(5, IDLE))).isEmpty();
    }

    @Test
    void onlyTheNewestRequestCounts() {
        var observations = List.of(before(), after(5, ASKED), after(60, OTHER));
        var newest = scheduled(OTHER, minutes(50)).reached(new CommandState.Observed(minutes(60)));

        assertThat(CleanupDrift.notice(known(observations), history(observations, observed(), newest))).isEmpty();
    }

    @Test
    void aCleanupThatRunsIsPastAllDrift() {
        var closing = seen(minutes(60), Given.status(Phase.CLEANING_UP_FILES), null, OTHER);

        assertThat(notice(observed(), before(), after(5, ASKED), closing)).isEmpty();
    }

    private static Optional<Notice> notice(Command command, Observation... observations) {
        return CleanupDrift.notice(known(List.of(observations)), history(List.of(observations), command));
    }

    private static Command asked() {
        return scheduled(ASKED, Given.NOON);
    }

    private static Command observed() {
        return asked().reached(new CommandState.Observed(minutes(5)));
    }

    private static Observation before() {
        return seen(minutes(-60), Phase.PAUSED, IDLE);
    }

    private static Observation after(int minutes, Instant due) {
        return seen(minutes(minutes), Phase.PAUSED, due);
    }
}
