package dev.longshore.text;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Deadline;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactKind;
import dev.longshore.model.fact.ForecastFact;
import dev.longshore.model.fact.LifecycleFact;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sort of figure stands in its sentence as a user reads it. */
class FactFiguresTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT47H | Cleanup due in 1 d 23 h.
            PT-3H | Cleanup due 3 h ago.
            PT0S  | Cleanup due just now.
            """)
    void aDistanceIsMadeWhenItIsRead(Duration ahead, String sentence) {
        assertThat(said(AdviceFact.CLEANUP_DUE, new Distance(NOON.plus(ahead)))).isEqualTo(sentence);
    }

    @Test
    void aMomentHasItsZone() {
        assertThat(said(ForecastFact.NO_PROGRESS, NOON.minusSeconds(7200), new Distance(NOON.minusSeconds(7200))))
                .isEqualTo("No progress since Sat 21 Nov, 10:00 UTC (2 h ago).");
    }

    @Test
    void aLengthOfTimeHasTwoUnits() {
        assertThat(said(AdviceFact.STALLED, new Distance(NOON.minusSeconds(32_400)), Duration.ofMinutes(80)))
                .isEqualTo("Stalled: last progress 9 h ago (usually within 1 h 20 min).");
    }

    @Test
    void aStatusHasItsMeaningAndTheServicesWord() {
        assertThat(said(AdviceFact.CHANGED_BY_OTHERS, Status.of("ImportInProgress"), Status.of("Failed"), NOON))
                .isEqualTo("Someone else changed it: importing (“ImportInProgress”) → failed (“Failed”),"
                        + " Sat 21 Nov, 12:00 UTC.");
    }

    @Test
    void anUndocumentedStatusIsQuoted() {
        assertThat(said(AdviceFact.UNKNOWN_STATUS, Status.of("Rebalancing")))
                .isEqualTo("Undocumented status “Rebalancing”.");
        assertThat(said(AdviceFact.UNKNOWN_STATUS, Status.of(""))).isEqualTo("Undocumented status (empty).");
    }

    @Test
    void anotherFactIsASentenceOfItsOwn() {
        assertThat(said(AdviceFact.COMMAND_NOT_SENT, Action.PAUSE, Fact.of(LifecycleFact.READ_ONLY)))
                .isEqualTo("The pause was not sent. The connection is read-only: no action is sent.");
        assertThat(said(AdviceFact.COMMAND_REFUSED, Action.PAUSE, Fact.of(LifecycleFact.READ_ONLY)))
                .isEqualTo("The pause was refused. The connection is read-only: no action is sent.");
    }

    @Test
    void whatSomebodyElseWroteIsNoPattern() {
        assertThat(said(AdviceFact.IMPORT_FAILED_SAYING, "it's {0} of 'x'"))
                .isEqualTo("Import failed: “it's {0} of 'x'”");
    }

    @Test
    void aPaceHasTheDigitsThatCount() {
        assertThat(said(ForecastFact.PACE, 3, Duration.ofHours(3), 0.0123, 10.0, 40.0))
                .isEqualTo("From 3 progress updates in 3 h of importing, without pauses: 0.0123 to 10 % per hour,"
                        + " 40 % done.");
    }

    @ParameterizedTest
    @EnumSource
    void eachActionHasAName(Action action) {
        assertThat(said(AdviceFact.TRY_AGAIN, action)).matches("The [a-z ]+ did not take effect\\. Try again\\?");
    }

    @ParameterizedTest
    @EnumSource
    void eachPhaseHasAWord(Phase phase) {
        assertThat(said(LifecycleFact.CLOSED, new Status.KnownStatus(phase, "X")))
                .matches("No action is possible any more\\. This migration is [a-z ]+ \\(“X”\\)\\.");
    }

    @ParameterizedTest
    @EnumSource
    void eachCauseHasAWord(Deadline.Cause cause) {
        assertThat(said(CleanupFact.DUE, cause, NOON, new Distance(NOON.plusSeconds(3600))))
                .matches("Cleanup \\([a-z ]+\\) due Sat 21 Nov, 12:00 UTC, in 1 h\\.");
    }

    private static String said(FactKind kind, Object... figures) {
        return say(Fact.of(kind, figures));
    }
}
