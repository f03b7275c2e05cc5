package dev.longshore.model.userdate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Alert;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.model.userdate.DatedDeadline.EndVerdict;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {
    private static final Instant NOW = TestOrganisation.NOW;
    private static final MigrationKey KEY = TestOrganisation.migration("orders").key();
    private static final Forecast SOON = new Forecast.Range(in(10), in(20), Fact.recorded("By its pace."));
    private static final Forecast NONE = new Forecast.NoForecast(Fact.recorded("No progress was seen yet."));

    @Test
    void aRangeBeforeTheDeadlineIsYesOneBehindItNoAndOneAcrossItNotKnown() {
        var facts = facts("ImportInProgress", SOON);

        assertThat(verdict(in(20), facts)).isEqualTo(EndVerdict.YES);
        assertThat(verdict(in(21), facts)).isEqualTo(EndVerdict.YES);
        assertThat(verdict(in(19), facts)).isEqualTo(EndVerdict.NOT_KNOWN);
        assertThat(verdict(in(10), facts)).isEqualTo(EndVerdict.NOT_KNOWN);
        assertThat(verdict(in(9), facts)).isEqualTo(EndVerdict.NO);
        assertThat(sentence(in(15), facts)).startsWith("Not known. The import is expected to end between ");
    }

    @Test
    void withoutAForecastItIsNotKnownAndTheReasonIsToldUntilTheDeadlineHasPassed() {
        var facts = facts("ImportInProgress", NONE);

        assertThat(sentence(in(5), facts)).isEqualTo("Not known. No progress was seen yet.");
        assertThat(sentence(in(-1), facts))
                .isEqualTo("No. The deadline has passed, and the import has not ended.");
    }

    @Test
    void whatDoesNotRunHasNoEndThatCouldBeTold() {
        assertThat(sentence(in(5), facts("Paused", SOON)))
                .isEqualTo("Not known. The import is paused, so its end cannot be told.");
        assertThat(sentence(in(5), facts("ReceivingFiles", SOON)))
                .isEqualTo("Not known. The import has not been launched.");
        assertThat(sentence(in(-5), facts("Paused", SOON))).startsWith("No. The deadline has passed");
        assertThat(sentence(in(5), facts("MigrationFailed", SOON))).startsWith("Not known. The import has failed");
        assertThat(sentence(in(5), facts("Aborted", SOON))).isEqualTo("No. The import was aborted.");
        assertThat(sentence(in(5), facts("Hibernating", SOON))).isEqualTo("Not known. The status is not known.");
        assertThat(sentence(in(5), new ImportFacts(NOW, null, ImportMoments.UNSEEN, NONE, Optional.empty())))
                .isEqualTo("Not known. The status is not known.");
    }

    @Test
    void anImportThatHasEndedIsComparedWithWhenThatWasSeen() {
        var seen = new ImportFacts(NOW, known("MigrationDone"), new ImportMoments(in(-50), in(-10)), NONE,
                Optional.empty());
        assertThat(verdict(in(-9), seen)).isEqualTo(EndVerdict.YES);
        assertThat(verdict(in(-10), seen)).isEqualTo(EndVerdict.YES);
        assertThat(verdict(in(-11), seen)).isEqualTo(EndVerdict.NO);

        var unseen = facts("MigrationDone", NONE);
        assertThat(verdict(in(1), unseen)).isEqualTo(EndVerdict.YES);
        assertThat(sentence(in(-500), unseen))
                .isEqualTo("Not known. The import may have ended, but nobody saw when.");
    }

    @Test
    void relativeDeadlinesMoveWithWhatTheyDependOn() {
        var facts = new ImportFacts(NOW, known("ImportInProgress"), new ImportMoments(in(-50), null), SOON,
                Optional.of(new Deadline(in(100), Deadline.Cause.CLEANUP_IDLE, NOW)));

        assertThat(due(DeadlineAnchor.LAUNCH, 72, facts)).isEqualTo(DueTime.DueBetween.at(in(22)));
        assertThat(due(DeadlineAnchor.CLEANUP, -48, facts)).isEqualTo(DueTime.DueBetween.at(in(52)));
        assertThat(due(DeadlineAnchor.IMPORT_END, 24, facts)).isEqualTo(new DueTime.DueBetween(in(34), in(44)));
        assertThat(due(DeadlineAnchor.LAUNCH, 72, facts("ReceivingFiles", NONE)))
                .isInstanceOf(DueTime.DueUnknown.class);
    }

    @Test
    void nobodyAsksWhetherAnImportEndsBeforeADeadlineThatWaitsForItsEnd() {
        var deadline = deadline("Check",
                new DeadlineRule.RelativeTime(DeadlineAnchor.IMPORT_END, Duration.ofHours(24)));

        assertThat(DeadlineRules.dated(deadline, facts("ImportInProgress", SOON)).answer()).isEmpty();
    }

    @Test
    void alertsADayAheadAndAtOnceWhereTheImportWillNotEndBefore() {
        var facts = facts("ImportInProgress", SOON);

        assertThat(alerts(facts, fixed("Go live", in(30)))).isEmpty();
        assertThat(alerts(facts, fixed("Go live", in(23)))).singleElement()
                .extracting(each -> EnglishText.say(each.fact()), Alert::at).satisfies(each -> {
                    assertThat(Objects.toString(each)).contains("The deadline “Go live” is in ",
                            "Yes. The import is expected to end between");
                });
        assertThat(alerts(facts, fixed("Go live", in(9)))).singleElement()
                .satisfies(each -> assertThat(EnglishText.say(each.fact()))
                        .startsWith("The import does not end before the deadline “Go live” (in "));
        assertThat(alerts(facts, fixed("Go live", in(-25)))).isEmpty();
    }

    @Test
    void deadlinesOfOneMomentAreOneAlert() {
        assertThat(alerts(facts("Paused", NONE), fixed("One", in(3)), fixed("Two", in(3)), fixed("Three", in(4))))
                .hasSize(2).first().satisfies(each -> assertThat(EnglishText.say(each.fact()))
                        .contains("“One”", "“Two”"));
    }

    @Test
    void theLaunchIsWhatWasSeenToBeginNotWhatWasThereAtFirst() {
        assertThat(moments("ImportInProgress", "MigrationDone")).isEqualTo(new ImportMoments(null, in(1)));
        assertThat(moments("ReceivingFiles", "STARTING", "ImportInProgress", "MigrationFailed",
                "STARTING")).isEqualTo(new ImportMoments(in(4), null));
    }

    private static ImportMoments moments(String... words) {
        var seen = new ArrayList<Observation>();
        for (var word : words) {
            seen.add(new Observation(KEY, in(seen.size()), Status.of(word), null, null, null, null, null));
        }
        return ImportMoments.of(new History(seen, List.of(), List.of()));
    }

    private static List<Alert> alerts(ImportFacts facts, OwnDeadline... deadlines) {
        return DeadlineRules.alerts(
                List.of(deadlines).stream().map(each -> DeadlineRules.dated(each, facts)).toList(), NOW);
    }

    private static OwnDeadline fixed(String name, Instant at) {
        return deadline(name, new DeadlineRule.FixedTime(at));
    }

    private static OwnDeadline deadline(String name, DeadlineRule rule) {
        return new OwnDeadline(name, KEY, name, rule, "", NOW, false);
    }

    private static DueTime due(DeadlineAnchor anchor, int hours, ImportFacts facts) {
        return DeadlineRules.due(new DeadlineRule.RelativeTime(anchor, Duration.ofHours(hours)), facts);
    }

    private static EndVerdict verdict(Instant due, ImportFacts facts) {
        return DeadlineRules.answer(DueTime.DueBetween.at(due), facts).verdict();
    }

    private static String sentence(Instant due, ImportFacts facts) {
        return EnglishText.say(DeadlineRules.answer(DueTime.DueBetween.at(due), facts).fact());
    }

    private static ImportFacts facts(String word, Forecast forecast) {
        return new ImportFacts(NOW, known(word), ImportMoments.UNSEEN, forecast, Optional.empty());
    }

    private static LastKnown known(String word) {
        return Objects.requireNonNull(TestOrganisation.migration("orders").status(word, Duration.ofHours(2)).build()
                .lastKnown());
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
