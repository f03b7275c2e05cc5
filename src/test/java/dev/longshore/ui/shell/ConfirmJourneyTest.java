package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.watch.Snapshot;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxRobotInterface;

@ExtendWith(FxExtension.class)
class ConfirmJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(withoutCommands());

    @Test
    void abortIsSentOnceAfterTheNameWasTyped(FxRobot robot) {
        robot.clickOn("orders").clickOn("#abortAction");

        robot.clickOn("#confirmTypedName").write("orders").doubleClickOn("#confirmProceed");

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.ABORT);
    }

    @Test
    void abortCannotProceedWithoutTheName(FxRobot robot) {
        robot.clickOn("orders").clickOn("#abortAction");

        assertThat(robot.lookup("#confirmProceed").queryButton().isDisabled()).isTrue();
    }

    @Test
    void cleanUpIsCalledBack(FxRobot robot) {
        robot.clickOn("billing").clickOn("#cleanUpAction");
        robot.clickOn("#confirmTypedName").write("billing").clickOn("#confirmProceed");
        window.pass(robot, 4);
        assertThat(robot.lookup("#confirmHint").<Label>query().getText()).contains("Sending in");

        robot.clickOn("Cancel sending");
        window.pass(robot, 20);

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void cleanUpLeavesWhenNobodyCallsItBack(FxRobot robot) {
        robot.clickOn("billing").clickOn("#cleanUpAction");
        robot.clickOn("#confirmTypedName").write("billing").clickOn("#confirmProceed");

        window.pass(robot, 10);

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.CLEAN_UP);
    }

    @Test
    void launchIsSentAfterTheChecklist(FxRobot robot) {
        window.publish(robot, TestOrganisation.of(
                TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(30)).build()));
        robot.clickOn("customers").clickOn("#launchAction");

        robot.lookup("#checklistBox .check-box").queryAll().forEach(robot::clickOn);
        robot.clickOn("#confirmProceed");

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.LAUNCH);
    }

    @Test
    void cleanupIsExtendedByOneClickAndOneConfirmation(FxRobot robot) {
        robot.clickOn("billing").clickOn("#scheduleCleanupAction");

        robot.clickOn("+1 week").clickOn("#confirmProceed");

        assertThat(window.watch.requested).extracting(RequestedCommand::cleanupTime)
                .containsExactly(new CleanupTime(TestOrganisation.NOW.plusSeconds((20 + 7 * 24) * 3600)));
    }

    @Test
    void theButtonMovesACleanupThatIsScheduledToTheTimeThatIsSent(FxRobot robot) {
        robot.clickOn("billing").clickOn("#scheduleCleanupAction").clickOn("+1 week");

        assertThat(robot.lookup("#confirmProceed").queryButton().getText())
                .isEqualTo("Move cleanup to Sun 29 Nov, 11:30 CET");
        assertThat(text(robot, "#confirmText")).contains("Current: ").doesNotContain("resets the clock");
        assertThat(robot.lookup("#confirmMargin").query().isVisible()).isTrue();
        robot.clickOn("#confirmProceed");

        assertThat(window.watch.requested).singleElement().satisfies(
                sent -> assertThat(sent.cleanupTime()).hasToString("2026-11-29T10:30:00Z"));
    }

    @Test
    void theButtonSchedulesWhereOnlyTheIdleTimeoutRuns(FxRobot robot) {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction");

        typeDate(robot, "2026-12-31");

        assertThat(robot.lookup("#confirmProceed").queryButton().getText())
                .isEqualTo("Schedule cleanup for Thu 31 Dec, 19:30 CET");
        assertThat(text(robot, "#confirmMargin")).endsWith(" after the latest expected end");
    }

    @ParameterizedTest
    @CsvSource({"12/31/2026, ENTER", "2026-12-31, ENTER", "12/31/26, TAB", "2026-12-31, TAB", "'Dec 31, 2026', TAB"})
    void aDateThatIsTypedOverTheProposedOneIsSaidAndSent(String typed, KeyCode leave, FxRobot robot) {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction");

        typeDate(robot, typed).type(leave);
        assertThat(text(robot, "#confirmChosen")).startsWith("Thu 31 Dec, ");
        assertThat(window.watch.requested).isEmpty();
        robot.clickOn("#confirmProceed");

        assertThat(window.watch.requested).singleElement().satisfies(
                sent -> assertThat(sent.cleanupTime()).hasToString("2026-12-31T18:30:00Z"));
    }

    @Test
    void aDateThatIsTypedCountsWithoutLeavingTheField(FxRobot robot) {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction");

        typeDate(robot, "2026-12-31").clickOn("#confirmProceed");

        assertThat(window.watch.requested).singleElement().satisfies(
                sent -> assertThat(sent.cleanupTime()).hasToString("2026-12-31T18:30:00Z"));
    }

    @Test
    void whatIsNoDateStaysAsTypedAndSendsNothing(FxRobot robot) {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction");

        typeDate(robot, "31.02.2027").type(KeyCode.TAB).clickOn("#confirmProceed");

        assertThat(robot.lookup("#confirmDate").<DatePicker>query().getEditor().getText()).isEqualTo("31.02.2027");
        assertThat(FieldMarks.marked(robot)).contains("confirmDate");
        assertThat(text(robot, "#confirmHint")).startsWith("“31.02.2027” is no date.");
        assertThat(text(robot, "#confirmChosen")).isEmpty();
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void theMarkMovesOnFromADateThatIsTypedToATimeThatIsStillMissing(FxRobot robot) {
        robot.clickOn("orders").clickOn("#scheduleCleanupAction");
        robot.clickOn("#confirmTime").press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL)
                .type(KeyCode.DELETE);
        typeDate(robot, " ");
        assertThat(FieldMarks.marked(robot)).contains("confirmDate");

        typeDate(robot, "2026-12-31");

        assertThat(FieldMarks.marked(robot)).contains("confirmTime");
    }

    private static FxRobotInterface typeDate(FxRobot robot, String typed) {
        return robot.clickOn("#confirmDate .text-field").press(KeyCode.CONTROL).type(KeyCode.A)
                .release(KeyCode.CONTROL).write(typed);
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).<Label>query().getText();
    }

    @Test
    void aTimeThatNamesNoneIsMarkedUntilItDoes(FxRobot robot) {
        robot.clickOn("billing").clickOn("#scheduleCleanupAction").clickOn("#confirmTime");

        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("nine");
        assertThat(FieldMarks.marked(robot)).contains("confirmTime");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("9:00");

        assertThat(FieldMarks.marked(robot)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orders, #abortAction", "orders, #scheduleCleanupAction", "billing, #cleanUpAction", "billing, #abortAction"
    })
    void escapeCancelsAndSendsNothing(String migration, String button, FxRobot robot) {
        robot.clickOn(migration).clickOn(button);

        robot.type(KeyCode.ESCAPE);
        window.pass(robot, 15);

        assertThat(robot.lookup("#confirmDialog").tryQuery()).isEmpty();
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void dialogNamesConnectionDatabaseAndMigration(FxRobot robot) {
        robot.clickOn("orders").clickOn("#abortAction");

        assertThat(robot.lookup("#confirmDialog .label").<Label>queryAll()).extracting(Label::getText)
                .contains("production", "Database prod-eu", "Migration orders");
    }

    @Test
    void enterOnAnOpenDialogSendsNothing(FxRobot robot) {
        robot.clickOn("orders").clickOn("#abortAction");

        robot.type(KeyCode.ENTER, KeyCode.ENTER);

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void focusStaysInTheDialog(FxRobot robot) {
        robot.clickOn("orders").clickOn("#abortAction");

        for (int tab = 0; tab < 12; tab++) {
            robot.type(KeyCode.TAB);
            assertThat(isInside("confirmDialog", robot.lookup("#confirmDialog").query().getScene().getFocusOwner()))
                    .isTrue();
        }
    }

    @Test
    void focusGoesBackToTheButtonThatWasPressed(FxRobot robot) {
        robot.clickOn("orders");
        robot.interact(() -> robot.lookup("#abortAction").queryButton().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#confirmDialog").tryQuery()).isPresent();

        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#abortAction").<Button>query().isFocused()).isTrue();
    }

    @Test
    void disabledActionIsNoTabStopAndSaysByArrowKeyWhichRuleForbidsIt(FxRobot robot) {
        robot.clickOn("orders");

        var resume = robot.lookup("#resumeAction").queryButton();

        assertThat(resume.isDisabled()).isTrue();
        assertThat(resume.getAccessibleHelp()).contains("Only a paused import can be resumed");
        assertThat(resume.getParent().isFocusTraversable()).isFalse();
        robot.interact(() -> robot.lookup("#pauseAction").queryButton().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertThat(resume.getParent().isFocused()).isTrue();
    }

    private static boolean isInside(String id, Node node) {
        return node != null && (id.equals(node.getId()) || isInside(id, node.getParent()));
    }

    private static Snapshot withoutCommands() {
        var organisation = TestOrganisation.dozen(TestOrganisation.PRODUCTION);
        return TestOrganisation.with(organisation,
                organisation.migrations().stream().map(TestOrganisation::withoutCommand).toList());
    }
}
