package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Deadline;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import java.time.Duration;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class FailureJourneyTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(51)).build(),
            new MigrationBuilder(TestOrganisation.NOW, "clickstream", TestOrganisation.PRODUCTION,
                    TestOrganisation.ANALYTICS)
                    .status("ImportFailed", Duration.ofHours(2))
                    .progress("Import failed: schema mismatch in table events")
                    .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(166))
                    .build()));

    @BeforeEach
    void open(FxRobot robot, Stage stage) {
        window.open(robot, stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void ofAFailedMigrationTheFailureIsSeenFirst(FxRobot robot) {
        robot.clickOn("clickstream");

        assertThat(tab(robot)).isEqualTo("Failure");
        assertThat(robot.lookup("#failureMessage").<TextInputControl>query().getText())
                .isEqualTo("Import failed: schema mismatch in table events");

        robot.clickOn("orders");
        assertThat(tab(robot)).isEqualTo("Timeline");
    }

    @Test
    void whoReadsAnotherPanelStaysThere(FxRobot robot) {
        robot.clickOn("orders");
        robot.clickOn("Cleanup");

        robot.clickOn("clickstream");

        assertThat(tab(robot)).isEqualTo("Cleanup");
    }

    @Test
    void itsMessageIsCopiedWhole(FxRobot robot) {
        robot.clickOn("clickstream");

        robot.clickOn("#failureCopy");

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("Import failed: schema mismatch in table events"));
    }

    @Test
    void itIsLaunchedAgainByWayOfTheChecklist(FxRobot robot) {
        robot.clickOn("clickstream");

        robot.clickOn("#failureRelaunch");
        assertThat(robot.lookup("#confirmDialog").tryQuery()).isPresent();
        assertThat(window.watch.requested).isEmpty();

        robot.clickOn("#confirmCancel");
        assertThat(window.watch.requested).extracting(RequestedCommand::action).doesNotContain(Action.LAUNCH);
    }

    @Test
    void aNewMigrationBeginsWithWhatThisOneHas(FxRobot robot) {
        robot.clickOn("clickstream");

        robot.clickOn("#failureRestart");

        assertThat(robot.lookup("#initializeDatabase").<ComboBox<?>>query().getValue())
                .isEqualTo(TestOrganisation.ANALYTICS);
        assertThat(robot.lookup("#initializeName").<TextField>query().getText()).isEqualTo("clickstream again");
        assertThat(window.watch.initialized).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeReadIsSaidAndReadAgain(FxRobot robot) {
        window.watch.answerHistory(_ -> {
            throw new IllegalStateException("The journal cannot be read: the disk is gone.");
        });
        robot.clickOn("orders");
        assertThat(robot.lookup("#historyProblem").<Label>query().getText()).startsWith("The history cannot be read")
                .contains("the disk is gone.");

        window.watch.answerHistory(SampleHistories::importing);
        robot.clickOn("#readHistory");
        window.settle(robot);

        assertThat(robot.lookup("#historyTrouble").query().isVisible()).isFalse();
    }

    private static String tab(FxRobot robot) {
        return robot.lookup("#detailTabs").queryAs(TabPane.class).getSelectionModel().getSelectedItem().getText();
    }
}
