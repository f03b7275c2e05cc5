package dev.longshore.model.plan;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.PlanFact;
import dev.longshore.model.plan.PlanStep.StepKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanOutcomeTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @Test
    void aScheduledCleanupThatFallsDueDuringTheImportStartsTheMomentThatEnds() {
        var outcome = PlanOutcome.of(start(Phase.IMPORT_IN_PROGRESS, Cause.CLEANUP_SCHEDULED, 24, 48, 72), List.of());

        assertThat(say(outcome.fact())).isEqualTo("The import ends: Thu 3 Dec, 12:00 UTC to Fri 4 Dec, 12:00 UTC. "
                + "The cleanup, overdue by then, starts the moment the import ends: "
                + "Thu 3 Dec, 12:00 UTC to Fri 4 Dec, 12:00 UTC. "
                + "Nothing is lost: the data is imported before the cleanup.");
        assertThat(outcome.isSafe()).isTrue();
    }

    @Test
    void aFailureBehindAnOverdueScheduleEndsTheRelaunchAndALaterCleanupSavesIt() {
        var start = start(Phase.IMPORT_IN_PROGRESS, Cause.CLEANUP_SCHEDULED, 24, 48, 72);
        var fails = new PlanStep(StepKind.FAIL, in(30));

        var lost = PlanOutcome.of(start, List.of(fails));

        assertThat(lost.scenarios()).singleElement()
                .satisfies(each -> assertThat(each.loss()).isEqualTo(PlanFact.LOSES_RELAUNCH));
        assertThat(lost.scenarios().getFirst().changes().getLast().rule()).isEqualTo(PlanFact.CLEANUP_AFTER_FAILURE);
        assertThat(PlanOutcome.of(start, List.of(fails, new PlanStep(StepKind.SCHEDULE, in(200)))).scenarios())
                .singleElement()
                .satisfies(each -> assertThat(each.changes().getLast().earliest()).isEqualTo(in(200)));
    }

    @Test
    void whetherAnOverdueCleanupStartsOnAPauseIsLeftOpen() {
        var outcome = PlanOutcome.of(start(Phase.IMPORT_IN_PROGRESS, Cause.CLEANUP_SCHEDULED, 24, 48, 48),
                List.of(new PlanStep(StepKind.PAUSE, in(30)), new PlanStep(StepKind.RESUME, in(40))));

        assertThat(outcome.scenarios()).hasSize(2).noneMatch(PlanOutcome.Scenario::documented);
        assertThat(outcome.isSafe()).isFalse();
        assertThat(say(outcome.fact())).startsWith("2 outcomes are possible. 1) ").contains(
                "starts the moment the import is paused: Wed 2 Dec, 18:00 UTC. Lost: the paused import",
                "Undocumented", "The import ends: Thu 3 Dec, 22:00 UTC. "
                        + "The cleanup, overdue by then, starts the moment the import ends");
    }

    @Test
    void anImportThatMayEndBeforeOrAfterItsCleanupHasBothOutcomes() {
        var outcome = PlanOutcome.of(start(Phase.IMPORT_IN_PROGRESS, Cause.CLEANUP_SCHEDULED, 50, 48, 72), List.of());

        assertThat(outcome.scenarios()).extracting(each -> each.changes().getLast().rule())
                .containsExactlyInAnyOrder(PlanFact.CLEANUP_AS_SCHEDULED, PlanFact.CLEANUP_AFTER_END);
        assertThat(outcome.scenarios()).allMatch(PlanOutcome.Scenario::documented);
    }

    @Test
    void whatTheRulesForbidIsSaidAndNotDrawn() {
        var outcome = PlanOutcome.of(start(Phase.MIGRATION_DONE, Cause.CLEANUP_IDLE, 24, 0, 0),
                List.of(new PlanStep(StepKind.LAUNCH, in(2)), new PlanStep(StepKind.SCHEDULE, NOW)));

        assertThat(outcome.scenarios()).singleElement()
                .satisfies(each -> assertThat(each.changes()).hasSize(1));
        assertThat(say(outcome.fact())).contains(
                "Not possible Tue 1 Dec, 14:00 UTC: launch, because the migration is imported then.",
                "Not in the future, so left out (new cleanup time): Tue 1 Dec, 12:00 UTC.");
    }

    @Test
    void anImportOfUnknownLengthEndsAtATimeThatIsNotKnown() {
        var start = new PlanStart(NOW, Phase.RECEIVING_FILES, new Deadline(in(100), Cause.CLEANUP_IDLE, NOW),
                PlanStart.ImportLength.unknown(), null);

        assertThat(say(PlanOutcome.of(start, List.of(new PlanStep(StepKind.LAUNCH, in(1)))).fact())).contains(
                "The import ends: at a time that is not known, not before Tue 1 Dec, 13:00 UTC.");
    }

    @Test
    void thereIsNothingToPlanInAStatusWhoseRulesNobodyDocuments() {
        var cleanup = Optional.of(new Deadline(in(1), Cause.CLEANUP_IDLE, NOW));

        assertThat(PlanStart.of(NOW, Optional.empty(), cleanup, PlanStart.ImportLength.unknown(), null)).isEmpty();
        assertThat(PlanStart.of(NOW, Optional.of(Phase.CLOSED), cleanup, PlanStart.ImportLength.unknown(), null))
                .isEmpty();
    }

    private static PlanStart start(Phase phase, Cause cause, int dueInHours, int shortest, int longest) {
        return new PlanStart(NOW, phase, new Deadline(in(dueInHours), cause, NOW),
                PlanStart.ImportLength.between(Duration.ofHours(shortest), Duration.ofHours(longest)), null);
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
