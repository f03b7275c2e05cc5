package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.FxExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Plan mode by mouse and by keyboard, and what leaves for the service: nothing before a dialog is confirmed. */
@ExtendWith(FxExtension.class)
class WhatIfJourneyTest {
    private static final PseudoClass PLANNED = PseudoClass.getPseudoClass("planned");

    private CalendarJourney journey;
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage, @TempDir Path folder) throws IOException {
        robot = handed;
        journey = new CalendarJourney(robot, stage, folder);
        awaitThat(() -> journey.watch().snapshot().migrations().getFirst().cleanup().isPresent());
        robot.clickOn("#navCalendar");
        awaitThat(() -> robot.lookup("#day-2026-11-28 .entry-chip").tryQuery().isPresent());
        robot.clickOn("#whatIf");
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void whoDoesNothingLosesTheUploads() {
        awaitThat(() -> outcome().contains("The cleanup starts when it is due, by the idle timeout or as scheduled: "
                + "Sat 28 Nov, 19:00 CET."));

        assertThat(outcome()).endsWith("Lost: the uploads, which were never imported.");
        // It is as the calendar has it already.
        assertThat(ghosts("2026-11-28")).isZero();
        assertThat(journey.changes()).isEmpty();
    }

    @Test
    void anEntryThatIsDraggedChangesThePlanAndTheDialogSendsWhatWasPlanned() {
        robot.drag("#day-2026-11-28 .entry-chip").dropTo("#day-2026-11-29");
        awaitThat(() -> outcome().contains("The cleanup starts as scheduled: Sun 29 Nov, 19:00 CET."));
        assertThat(ghosts("2026-11-29")).isEqualTo(1);
        assertThat(robot.lookup("#confirmDialog").tryQuery()).isEmpty();
        assertThat(journey.changes()).isEmpty();

        robot.interact(() -> robot.lookup("#whatIfDo").queryButton().fire());
        assertThat(text("#confirmChosen")).contains("Sun 29 Nov", "19:00");
        assertThat(journey.changes()).isEmpty();
        robot.clickOn("#confirmProceed");
        awaitThat(() -> !journey.changes().isEmpty());

        assertThat(journey.changes()).containsExactly(
                "POST " + journey.path() + "?option.cleanupTime=2026-11-29T18:00:00Z");
    }

    @Test
    void aPlanIsTypedByKeyboardAndResetTakesItAway() {
        focus("#whatIfLaunch");
        robot.write("2026-11-22 10:00");
        focus("#whatIfLength");
        robot.write("2");
        awaitThat(() -> outcome().contains("The import ends: Tue 24 Nov, 10:00 CET."));
        assertThat(outcome()).contains("The cleanup starts after an idle week: Tue 1 Dec, 10:00 CET. Nothing is lost");
        assertThat(ghosts("2026-11-24")).isEqualTo(1);

        focus("#whatIfPause");
        robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.UP);
        assertThat(((TextInputControl) find("#whatIfPause")).getText()).isEqualTo("2026-11-23 20:00");
        awaitThat(() -> outcome().contains("Lost: the paused import"));

        focus("#whatIfReset");
        robot.type(KeyCode.SPACE);
        awaitThat(() -> outcome().contains("Lost: the uploads"));
        assertThat(((TextInputControl) find("#whatIfLaunch")).getText()).isEmpty();
        assertThat(((TextInputControl) find("#whatIfLength")).getText()).isEmpty();
        assertThat(journey.changes()).isEmpty();
    }

    @Test
    void theSliderMovesByTheHourAndWhatIsNoTimeIsMarkedAndNoPartOfThePlan() {
        robot.interact(() -> ((Slider) find("#whatIfExtendSlider")).setValue(48));
        assertThat(((TextInputControl) find("#whatIfExtend")).getText()).isEqualTo("2026-11-23 19:00");
        awaitThat(() -> outcome().contains("The cleanup starts as scheduled: Mon 23 Nov, 19:00 CET."));

        focus("#whatIfExtend");
        robot.write("x");
        awaitThat(() -> outcome().contains("when it is due"));
        assertThat(find("#whatIfExtend").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("error"));
        assertThat(find("#whatIfDo").isDisabled()).isTrue();
    }

    @Test
    void aSliderIsMovedByTheArrowsAndShowsThatTheKeyboardIsThere() {
        var thumb = (Region) find("#whatIfExtendSlider").lookup(".thumb");
        assertThat(thumb.getBackground().getFills()).hasSize(2);
        focus("#whatIfExtendSlider");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
        assertThat(((TextInputControl) find("#whatIfExtend")).getText()).isEqualTo("2026-11-21 21:00");
        awaitThat(() -> thumb.getBackground().getFills().size() == 3);
        robot.type(KeyCode.HOME);
        assertThat(((TextInputControl) find("#whatIfExtend")).getText()).isEmpty();
    }

    @Test
    void daysThatAreNoNumberAreMarkedAndNoPartOfThePlan() {
        focus("#whatIfLength");
        robot.write("two");
        assertThat(find("#whatIfLength").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("error"));
        robot.eraseText(3).write("2");
        assertThat(find("#whatIfLength").getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("error"));
        robot.write(" days");
        assertThat(find("#whatIfLength").getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("error"));
        robot.eraseText(5).write("000");
        assertThat(find("#whatIfLength").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("error"));
        focus("#whatIfReset");
        robot.type(KeyCode.SPACE);
        assertThat(find("#whatIfLength").getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("error"));
    }

    @Test
    void theTitleOfTheCalendarIsNotCutInASmallWindow() {
        var title = (Labeled) find("#cleanupCalendar .calendar-header .title");
        assertThat(title.getScene().getWidth()).isLessThanOrEqualTo(960);
        assertThat(title.getText()).isEqualTo("16 Nov – 20 Dec");
        assertThat(((Labeled) find("#cleanupCalendar .calendar-header .title")).getWidth())
                .isGreaterThanOrEqualTo(title.prefWidth(-1));
    }

    @Test
    void aFilterThatLeavesNothingToPlanTakesTheChoiceAwayAndGivesItBack() {
        var choice = (ComboBox<?>) find("#whatIfMigration");
        awaitThat(() -> choice.getValue() != null);
        robot.interact(() -> robot.lookup("#quickFilter").queryTextInputControl().setText("nothing like it"));
        awaitThat(() -> choice.getItems().isEmpty());
        assertThat(choice.getValue()).isNull();

        robot.interact(() -> robot.lookup("#quickFilter").queryTextInputControl().clear());
        awaitThat(() -> choice.getValue() != null);
        assertThat(choice.getValue()).hasToString("orders");
    }

    @Test
    void theTimelineOfTheMigrationShowsThePlanWhilePlanModeIsOn() {
        focus("#whatIfExtend");
        robot.write("2026-11-30 10:00");
        robot.clickOn("#navMigrations").clickOn("orders");
        awaitThat(() -> shows("If: cleanup"));

        robot.clickOn("#navCalendar").clickOn("#whatIf").clickOn("#navMigrations");
        awaitThat(() -> !shows("If: cleanup"));
        assertThat(journey.changes()).isEmpty();
    }

    private boolean shows(String part) {
        return robot.lookup("#timelinePanel .label").queryAllAs(Labeled.class).stream()
                .anyMatch(each -> each.getText() != null && each.getText().contains(part));
    }

    @Test
    void whatTheRulesForbidIsSaidAndNotDrawn() {
        focus("#whatIfPause");
        robot.write("2026-11-24 10:00");

        awaitThat(() -> outcome().contains("Not possible Tue 24 Nov, 10:00 CET: pause"));
        assertThat(ghosts("2026-11-24")).isZero();
    }

    @Test
    void aPlannedLaunchBecomesAReminderAndLeavingPlanModeTakesTheGhostsAway() {
        focus("#whatIfLaunch");
        robot.write("2026-11-22 10:00");
        assertThat(text("#whatIfDo")).isEqualTo("Remind me…");
        robot.interact(() -> robot.lookup("#whatIfDo").queryButton().fire());
        awaitThat(() -> robot.lookup("#deadlineDialog").tryQuery().isPresent());
        assertThat(((TextInputControl) find("#deadlineName")).getText()).isEqualTo("Launch orders");
        assertThat(((TextInputControl) find("#deadlineDate")).getText()).isEqualTo("2026-11-22 10:00");
        robot.clickOn("#deadlineProceed");
        awaitThat(() -> !journey.watch().snapshot().migrations().getFirst().ownDates().deadlines().isEmpty());
        robot.clickOn("#whatIf");

        awaitThat(() -> ghosts("2026-11-22") == 0 && ghosts("2026-11-28") == 0);
        assertThat(find("#whatIfPanel").isVisible()).isFalse();
        assertThat(journey.changes()).isEmpty();
    }

    private long ghosts(String day) {
        return robot.lookup("#day-" + day + " .entry-chip").queryAll().stream()
                .filter(each -> each.isVisible() && each.getPseudoClassStates().contains(PLANNED)).count();
    }

    private void focus(String query) {
        robot.interact(() -> find(query).requestFocus());
    }

    private Node find(String query) {
        return robot.lookup(query).query();
    }

    private String outcome() {
        return text("#whatIfOutcome");
    }

    private String text(String query) {
        return robot.lookup(query).<Labeled>query().getText();
    }

    private void awaitThat(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(50)).until(condition);
        // It may have come true in the middle of a frame.
        robot.interact(() -> {});
    }
}
