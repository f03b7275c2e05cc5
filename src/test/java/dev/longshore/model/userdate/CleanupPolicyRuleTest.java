package dev.longshore.model.userdate;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.CleanupPolicyRule.MoveFacts;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupPolicyRuleTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:10:00Z");
    private static final MigrationKey KEY = new MigrationKey(new ConnectionId("c"),
            new MigrationRef(new DatabaseId("d"), new MigrationId("m")));
    private static final CleanupPolicy WEEK = new CleanupPolicy(FreezeScope.ALL, 7, 2);
    private static final MoveFacts NOTHING_ELSE = new MoveFacts(List.of(), List.of(), null);

    @Test
    void movesACleanupThatLiesTooCloseBehindTheLatestExpectedEnd() {
        var move = CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 100, in(48)), NOTHING_ELSE);

        // 48 hours, 7 days and a day of reserve, to the hour.
        assertThat(move).get().satisfies(each -> {
            assertThat(each.to().at()).isEqualTo("2026-12-11T12:00:00Z");
            assertThat(each.notBefore()).isEqualTo(NOW.plus(CleanupPolicyRule.NOTICE));
            assertThat(each.isDue(NOW)).isFalse();
            assertThat(each.isDue(each.notBefore())).isTrue();
            assertThat(say(each.fact())).isEqualTo("The policy will move the cleanup to Fri 11 Dec, 12:00 UTC, "
                    + "not before Tue 1 Dec, 12:25 UTC.");
        });
    }

    @Test
    void leavesAloneWhatIsFarEnoughBehind() {
        assertThat(CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 48 + 7 * 24, in(48)), NOTHING_ELSE))
                .isEmpty();
        assertThat(CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 47 + 7 * 24, in(48)), NOTHING_ELSE))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Initializing", "ReceivingFiles", "Paused", "ImportFailed", "Aborted", "MigrationDone", "CleaningUpFiles",
        "Closed", "Dreaming"})
    void movesNothingOfWhatDoesNotImport(String status) {
        assertThat(CleanupPolicyRule.move(WEEK, facts(status, 10, in(48)), NOTHING_ELSE)).isEmpty();
    }

    @Test
    void movesNothingWhoseEndNobodyKnowsOrThatHasNoCleanup() {
        var unknown = new Forecast.NoForecast(Fact.recorded("It has just begun."));
        var observed = facts("ImportInProgress", 10, in(48));

        assertThat(CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 10, unknown), NOTHING_ELSE)).isEmpty();
        assertThat(CleanupPolicyRule.move(WEEK, new ImportFacts(
                NOW, observed.known(), ImportMoments.UNSEEN, in(48), Optional.empty()), NOTHING_ELSE)).isEmpty();
        assertThat(CleanupPolicyRule.move(WEEK, new ImportFacts(
                NOW, null, ImportMoments.UNSEEN, in(48), observed.cleanup()), NOTHING_ELSE)).isEmpty();
    }

    @Test
    void isNeverEarlierThanWhatStandsAndNeverInThePast() {
        for (var due = -400; due < 400; due += 7) {
            for (var end = -300; end < 300; end += 11) {
                var facts = facts("ImportInProgress", due, in(end));
                CleanupPolicyRule.move(WEEK, facts, NOTHING_ELSE).ifPresent(each -> assertThat(each.to().at())
                        .isAfter(facts.cleanup().orElseThrow().at()).isAfter(NOW));
            }
        }
    }

    @Test
    void whatIsDueWithinTheHourIsMovedWithoutNotice() {
        assertThat(CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 0, in(48)), NOTHING_ELSE)).get()
                .satisfies(each -> assertThat(each.isDue(NOW)).isTrue());
    }

    @Test
    void theNoticeCountsFromTheFirstAnnouncementAndAClockThatWasSetBackDoesNotMakeItLonger() {
        var facts = facts("ImportInProgress", 100, in(48));
        var before = NOW.minus(Duration.ofMinutes(14));

        assertThat(CleanupPolicyRule.move(WEEK, facts, new MoveFacts(List.of(), List.of(), before))).get()
                .satisfies(each -> assertThat(each.notBefore()).isEqualTo(NOW.plus(Duration.ofMinutes(1))));
        assertThat(CleanupPolicyRule.move(WEEK, facts, new MoveFacts(List.of(), List.of(), NOW.plusSeconds(9000))))
                .get()
                .satisfies(each -> assertThat(each.notBefore()).isEqualTo(NOW.plus(CleanupPolicyRule.NOTICE)));
    }

    @Test
    void waitsForAFreezeToEnd() {
        var audit = new FreezeWindow("f", "Audit", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(NOW.minusSeconds(60), NOW.plus(Duration.ofHours(5))));

        assertThat(CleanupPolicyRule.move(WEEK, facts("ImportInProgress", 0, in(48)),
                new MoveFacts(List.of(), List.of(audit), null))).get().satisfies(each -> {
                    assertThat(each.isDue(NOW)).isFalse();
                    assertThat(say(each.fact()))
                            .endsWith("It waits for the freeze window “Audit” to end: Tue 1 Dec, 17:10 UTC.");
                });
    }

    @Test
    void movesNoMoreOftenInADayThanIsSetAndCountsWhatWasAskedForBeforeTheClockWasSetBack() {
        var facts = facts("ImportInProgress", 0, in(48));
        var once = command(Command.Author.POLICY, NOW.minus(Duration.ofHours(23)));
        var later = command(Command.Author.POLICY, NOW.plus(Duration.ofHours(2)));
        var old = command(Command.Author.POLICY, NOW.minus(Duration.ofHours(25)));
        var byUser = command(new Command.Author("dba", ""), NOW.minus(Duration.ofHours(1)));

        assertThat(isDue(facts, old, once, byUser)).isTrue();
        assertThat(isDue(facts, old, once, later)).isFalse();
        assertThat(CleanupPolicyRule.move(WEEK, facts, new MoveFacts(List.of(once, later), List.of(), null))).get()
                .satisfies(each -> assertThat(say(each.fact()))
                        .endsWith("It waits until Tue 1 Dec, 13:10 UTC: it was moved 2 times within a day already."));
    }

    private static boolean isDue(ImportFacts facts, Command... commands) {
        return CleanupPolicyRule.move(WEEK, facts, new MoveFacts(List.of(commands), List.of(), null)).orElseThrow()
                .isDue(NOW);
    }

    @Test
    void ofSeveralPoliciesTheOneWithTheMostRoomCounts() {
        var tagged = new CleanupPolicy(new FreezeScope(Optional.empty(), "nightly"), 14, 1);
        var elsewhere = new CleanupPolicy(new FreezeScope(Optional.of(new ConnectionId("other")), ""), 30, 1);
        var all = List.of(WEEK, tagged, elsewhere);

        assertThat(CleanupPolicyRule.policy(all, KEY.connection(), List.of("Nightly"))).contains(tagged);
        assertThat(CleanupPolicyRule.policy(all, KEY.connection(), List.of())).contains(WEEK);
        assertThat(CleanupPolicyRule.policy(List.of(elsewhere), KEY.connection(), List.of())).isEmpty();
    }

    @Test
    void policiesAreReadAsTheyWereWrittenAndWhatIsNoneIsLeftOut() {
        var policies = List.of(WEEK, new CleanupPolicy(
                new FreezeScope(Optional.of(new ConnectionId("a-b")), "two words"), 90, 24));

        assertThat(CleanupPolicy.read(CleanupPolicy.write(policies))).isEqualTo(policies);
        assertThat(CleanupPolicy.read("")).isEmpty();
        assertThat(CleanupPolicy.read("0 1 * \n7 0 * \n91 1 * \n7 x * \nnonsense\n7 1\n7 25 * a")).isEmpty();
    }

    private static Command command(Command.Author author, Instant at) {
        return new Command(at.toString(), KEY, Action.SCHEDULE_CLEANUP, new CleanupTime(at.plusSeconds(9_000_000)),
                author, List.of(new CommandState.Requested(at)));
    }

    private static Forecast in(int hours) {
        var latest = NOW.plus(Duration.ofHours(hours));
        return new Forecast.Range(latest.minus(Duration.ofHours(6)), latest, Fact.recorded("Its pace."));
    }

    private static ImportFacts facts(String status, int dueInHours, Forecast forecast) {
        var observation = new Observation(KEY, NOW, Status.of(status), Progress.of(""), null, null, null, null);
        return new ImportFacts(NOW, LastKnown.first(observation), ImportMoments.UNSEEN, forecast,
                Optional.of(new Deadline(NOW.plus(Duration.ofHours(dueInHours)), Deadline.Cause.CLEANUP_SCHEDULED,
                        NOW)));
    }
}
