package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static dev.longshore.model.Deadline.Cause.CLEANUP_SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule editor in Berlin, where the clock is set forward on 28 March and back on 31 October 2027. */
class ScheduleEditorTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(paused().build()));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final ActionsViewModel actions = new ActionsViewModel(window.context(new SameThreadUi()), feed);

    @Test
    void aTimeThatTheClockShowsTwiceIsOfferedTwice() {
        var editor = open();

        choose(editor, "2027-10-31", "2:30");

        assertThat(editor.ambiguousTime()).contains(new WallClockTime.AmbiguousTime(
                Instant.parse("2027-10-31T00:30:00Z"), Instant.parse("2027-10-31T01:30:00Z")));
    }

    @Test
    void theFirstOfTwoIsMeantUntilTheSecondIsChosen() {
        var editor = open();
        choose(editor, "2027-10-31", "2:30");
        assertThat(editor.chosen()).contains(new CleanupTime(Instant.parse("2027-10-31T00:30:00Z")));

        editor.secondProperty().set(true);

        assertThat(editor.chosen()).contains(new CleanupTime(Instant.parse("2027-10-31T01:30:00Z")));
        assertThat(editor.inWords(editor.chosen().orElseThrow())).contains("02:30 CET", "01:30 UTC");
    }

    @Test
    void theSecondOfTwoIsSentAsChosen() {
        var confirm = dialog();
        choose(confirm.schedule().orElseThrow(), "2027-10-31", "2:30");
        confirm.schedule().orElseThrow().secondProperty().set(true);

        confirm.proceed();

        assertThat(window.watch.requested).extracting(RequestedCommand::cleanupTime)
                .containsExactly(new CleanupTime(Instant.parse("2027-10-31T01:30:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "2027-10-31T02:30:00Z"})
    void aTimePickedElsewhereKeepsItsHourAcrossTheChange(String picked) {
        var editor = open();

        editor.set(Instant.parse(picked));

        assertThat(editor.chosen()).contains(new CleanupTime(Instant.parse(picked)));
    }

    @Test
    void aTimeThatTheClockSkipsIsRefusedWithBothEnds() {
        var confirm = dialog();

        choose(confirm.schedule().orElseThrow(), "2027-03-28", "2:30");

        assertThat(confirm.stateProperty().get().blocked()).hasValueSatisfying(why -> assertThat(why)
                .contains("does not exist").contains("02:00").contains("03:00 CEST"));
        assertThat(confirm.stateProperty().get().request()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-01-15, CET", "2027-07-15, CEST"})
    void theZoneIsCalledAsItIsAtTheChosenTime(LocalDate day, String name) {
        var editor = open();

        editor.dateProperty().set(day.toString());

        assertThat(editor.zoneName()).isEqualTo(name);
    }

    @Test
    void theOtherZoneStandsInBracketsAndTheDistanceBehind() {
        var editor = open();

        choose(editor, "2026-11-27", "20:00");

        assertThat(editor.inWords(editor.chosen().orElseThrow())).isEqualTo(
                "Fri 27 Nov, 20:00 CET (19:00 UTC) · in 6 d 4 h");
    }

    @Test
    void theDistanceThatIsSaidFollowsTheClock() {
        var confirm = dialog();
        choose(confirm.schedule().orElseThrow(), "2026-11-27", "20:00");

        window.clock.advance(Duration.ofHours(2));
        feed.tick();

        assertThat(confirm.stateProperty().get().chosen()).endsWith("in 6 d 2 h");
    }

    @Test
    void aTimeThatHasPassedSinceTheLastStatusIsRefused() {
        var confirm = dialog();
        window.clock.advance(Duration.ofMinutes(10));
        feed.tick();

        choose(confirm.schedule().orElseThrow(), "2026-11-21", "15:35");
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void picksCountFromTheTimeThatIsPlanned() {
        var editor = open();

        assertThat(editor.suggestedTimes(paused().build())).extracting(ScheduleViewModel.SuggestedTime::at)
                .startsWith(due().plus(Duration.ofDays(1)), due().plus(Duration.ofDays(7)));
    }

    @Test
    void picksOfAnOverdueCleanupCountFromNow() {
        var overdue = TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2))
                .due(CLEANUP_IDLE, Duration.ofDays(-5)).build();

        assertThat(open().suggestedTimes(overdue)).extracting(ScheduleViewModel.SuggestedTime::at)
                .startsWith(TestOrganisation.NOW.plus(Duration.ofDays(1)),
                        TestOrganisation.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void anImportWhoseEndIsForeseenOffersFiveDaysAfterIt() {
        var importing = TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(2))
                .ends(Duration.ofHours(5), Duration.ofHours(9)).due(CLEANUP_IDLE, Duration.ofDays(20)).build();

        assertThat(open().suggestedTimes(importing)).extracting(ScheduleViewModel.SuggestedTime::at)
                .contains(TestOrganisation.NOW.plus(Duration.ofHours(129)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "half past two", "14:60", "14", "1430", "-1:00"})
    void anythingThatIsNoTimeIsSaid(String typed) {
        var confirm = dialog();

        confirm.schedule().orElseThrow().timeProperty().set(typed);

        assertThat(confirm.stateProperty().get().blocked()).contains(
                "“" + typed + "” is no time of day. Write hours and minutes, such as 14:30.");
        assertThat(confirm.stateProperty().get().canProceed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2026-02-30", "2026-13-01", "31.12.", "12-31-2026-1", "2026"})
    void anythingThatIsNoDateIsSaid(String typed) {
        var confirm = dialog();

        confirm.schedule().orElseThrow().dateProperty().set(typed);

        assertThat(confirm.stateProperty().get().blocked()).contains(
                "“" + typed + "” is no date. Write it as 2026-12-31, or as your language writes it.");
        assertThat(confirm.stateProperty().get().canProceed()).isFalse();
    }

    @Test
    void anEmptyFieldIsAskedFor() {
        var confirm = dialog();

        confirm.schedule().orElseThrow().dateProperty().set(" ");

        assertThat(confirm.stateProperty().get().blocked()).contains("Enter a date, and a time of day such as 14:30.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2569-12-31", "2127-01-01", "9999-12-30"})
    void aYearOfAnotherCalendarIsAskedAbout(String typed) {
        var confirm = dialog();

        confirm.schedule().orElseThrow().dateProperty().set(typed);

        assertThat(confirm.stateProperty().get().blocked()).contains(
                "“" + typed + "” is more than a hundred years from now. Check the year.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "+10000-01-01", "+999999999-12-31", "-0001-01-01"})
    void aYearThatTheServiceDoesNotTakeIsRefused(String day) {
        var confirm = dialog();

        confirm.schedule().orElseThrow().dateProperty().set(day);

        assertThat(confirm.stateProperty().get().blocked()).isPresent();
        assertThat(confirm.stateProperty().get().request()).isEmpty();
    }

    @Test
    void theReasonGoesIntoTheRecord() {
        var confirm = dialog();
        confirm.schedule().orElseThrow().reasonProperty().set(" The upload takes longer. ");

        confirm.proceed();

        assertThat(window.watch.requested).extracting(RequestedCommand::reason)
                .containsExactly("The upload takes longer.");
    }

    @Test
    void saysThatALaunchNoLongerResetsTheClock() {
        assertThat(dialog().stateProperty().get().consequence())
                .contains("From now on a launch no longer resets the clock");
    }

    @Test
    void saysNothingNewOfTheClockWhereACleanupIsScheduledAlready() {
        window.watch.publish(TestOrganisation.of(scheduled("Paused").build()));

        assertThat(dialog().stateProperty().get().consequence())
                .doesNotContain("resets the clock").contains("runs right after it");
    }

    @Test
    void saysNothingOfImportsWhereNoneCanRunAnyMore() {
        window.watch.publish(TestOrganisation.of(scheduled("MigrationDone").build()));

        assertThat(dialog().stateProperty().get().consequence()).doesNotContain("import").doesNotContain("launch");
        assertThat(margin()).isEqualTo("GOOD: Nothing can be lost: no import is left to run.");
    }

    @ParameterizedTest
    @CsvSource({"1, DANGER", "2, RISK", "3, RISK", "4, GOOD", "7, GOOD", "-1, DANGER"})
    void theMarginOfTheChosenTimeHasTheColourOfTheGuard(int days, String role) {
        window.watch.publish(TestOrganisation.of(scheduled("ImportInProgress")
                .ends(Duration.ofHours(30), Duration.ofHours(40)).build()));
        var confirm = dialog();

        confirm.schedule().orElseThrow().set(TestOrganisation.NOW.plus(Duration.ofHours(40 + 24L * days)));

        assertThat(margin(confirm)).isEqualTo("%s: %s d %s the latest expected end".formatted(
                role, Math.abs(days), days < 0 ? "before" : "after"));
    }

    @Test
    void whereTheEndIsNotKnownTheReasonIsSaidAndNothingIsGreen() {
        assertThat(margin()).isEqualTo("NEUTRAL: End not known. Nothing was imported yet.");
    }

    @Test
    void whereTheEndIsNotKnownTooLittleRoomFromNowIsRed() {
        var confirm = dialog();

        confirm.schedule().orElseThrow().set(TestOrganisation.NOW.plus(Duration.ofHours(20)));

        assertThat(margin(confirm)).startsWith("DANGER: End not known.");
    }

    @Test
    void aTimeThatCannotBeAskedForHasNoMargin() {
        var confirm = dialog();

        confirm.schedule().orElseThrow().set(TestOrganisation.NOW.minus(Duration.ofHours(20)));

        assertThat(confirm.stateProperty().get().margin()).isEmpty();
    }

    private String margin() {
        return margin(dialog());
    }

    private static String margin(ConfirmViewModel confirm) {
        var margin = confirm.stateProperty().get().margin().orElseThrow();
        return margin.role() + ": " + margin.sentence();
    }

    @Test
    void aLaunchTooCloseToTheCleanupLeadsToASafeTimeByOneClick() {
        var receiving = TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofHours(2))
                .due(CLEANUP_IDLE, Duration.ofHours(30));
        window.watch.publish(TestOrganisation.of(receiving.build()));
        actions.select(List.of(receiving.key()));
        actions.request(Action.LAUNCH);

        actions.confirmationProperty().get().orElseThrow().scheduleInstead();

        var editor = actions.confirmationProperty().get().orElseThrow();
        assertThat(editor.action()).isEqualTo(Action.SCHEDULE_CLEANUP);
        assertThat(editor.request().cleanupTime())
                .isEqualTo(new CleanupTime(TestOrganisation.NOW.plus(Duration.ofHours(30 + 7 * 24))));
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void aLaunchWithRoomEnoughOffersNoOtherTime() {
        var receiving = TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofHours(2))
                .due(CLEANUP_IDLE, Duration.ofDays(6));
        window.watch.publish(TestOrganisation.of(receiving.build()));
        actions.select(List.of(receiving.key()));
        actions.request(Action.LAUNCH);

        assertThat(actions.confirmationProperty().get().orElseThrow().saferTime()).isEmpty();
    }

    private ScheduleViewModel open() {
        return dialog().schedule().orElseThrow();
    }

    private ConfirmViewModel dialog() {
        actions.requestCleanupAt(paused().key(), due().plus(Duration.ofDays(2)));
        return actions.confirmationProperty().get().orElseThrow();
    }

    private static void choose(ScheduleViewModel editor, String date, String time) {
        editor.dateProperty().set(date);
        editor.timeProperty().set(time);
    }

    private static Instant due() {
        return TestOrganisation.NOW.plus(Duration.ofDays(5));
    }

    private static MigrationBuilder scheduled(String status) {
        return TestOrganisation.migration("orders").status(status, Duration.ofHours(2))
                .due(CLEANUP_SCHEDULED, Duration.ofDays(5));
    }

    private static MigrationBuilder paused() {
        return TestOrganisation.migration("orders").status("Paused", Duration.ofHours(2)).due(CLEANUP_IDLE,
                Duration.ofDays(5));
    }
}
