package dev.longshore.ui.shell;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationRef;
import dev.longshore.support.FakeWatch;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.FxExtension;
import dev.longshore.support.SampleHistories;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.UuidText;
import dev.longshore.ui.migrations.MigrationRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/** A person who has no mouse, from adding a migration to reading what became of another. */
@ExtendWith(FxExtension.class)
class KeyboardJourneyTest {
    private static final int FAR = 60;
    /** One Tab stop; the arrow keys lead from one to the next. */
    private static final List<String> ACTIONS = List.of("pauseAction", "resumeAction", "launchAction",
            "scheduleCleanupAction", "cleanUpAction", "abortAction", "copyAsCurl", "removeFromList");

    private final TestWindow window = new TestWindow(
            TestOrganisation.of(
                    TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(51))
                            .due(CLEANUP_IDLE, Duration.ofHours(100)).build(),
                    TestOrganisation.migration("billing").status("ImportPaused", Duration.ofHours(3)).build()));

    @BeforeEach
    void open(FxRobot robot, Stage stage) {
        window.watch.answerHistory(SampleHistories::importing);
        window.open(robot, stage);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void addsFiltersPausesResumesSchedulesAndReadsTheTimeline(FxRobot robot) {
        adds(robot);
        pauses(robot);
        resumes(robot);
        schedules(robot);
        readsTheTimeline(robot);
    }

    @Test
    void findsAMigrationAndAnActionByAFewLetters(FxRobot robot) {
        chord(robot, KeyCode.CONTROL, KeyCode.P);
        robot.write("bill").type(KeyCode.ENTER);
        chord(robot, KeyCode.CONTROL, KeyCode.P);
        robot.write("clean sel").type(KeyCode.ENTER);

        assertThat(robot.lookup("#confirmDialog").<Node>query().getAccessibleText()).contains("billing");
    }

    @Test
    void aPaletteThatIsLeftByEscapeDoesNothing(FxRobot robot) {
        var table = robot.lookup("#migrationTable").<MigrationRow>queryTableView();
        var before = List.copyOf(table.getSelectionModel().getSelectedItems());

        chord(robot, KeyCode.CONTROL, KeyCode.P);
        robot.write("bill").type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#commandPalette").tryQuery()).isEmpty();
        assertThat(table.getSelectionModel().getSelectedItems()).isEqualTo(before);
    }

    @Test
    void goesFromTheTableToAPanelOfTheDetailsAndBack(FxRobot robot) {
        chooses(robot, "orders");

        robot.type(KeyCode.ENTER);
        assertThat(focused(robot)).isEqualTo("detailTabs");
        robot.type(KeyCode.BACK_SPACE);
        assertThat(focused(robot)).isEqualTo("migrationTable");
        chord(robot, KeyCode.ALT, KeyCode.DIGIT4);
        assertThat(robot.lookup("#cleanupPanel").<Node>query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(focused(robot)).isEqualTo("migrationTable");
    }

    @Test
    void f6LeadsRoundThePanes(FxRobot robot) {
        chooses(robot, "orders");

        robot.type(KeyCode.F6);
        assertThat(focused(robot)).isEqualTo("detailTabs");
        robot.type(KeyCode.F6);
        assertThat(focused(robot)).isEqualTo("navMigrations");
        chord(robot, KeyCode.SHIFT, KeyCode.F6);
        assertThat(focused(robot)).isEqualTo("detailTabs");
    }

    @Test
    void aDisabledButtonIsNoTabStopAndTheArrowsLeadToItsReason(FxRobot robot) {
        chooses(robot, "billing");

        goTo(robot, "resumeAction");
        robot.type(KeyCode.LEFT);

        var owner = robot.lookup("#migrationTable").query().getScene().getFocusOwner();
        assertThat(owner.getAccessibleText()).isEqualTo("Pause");
        assertThat(owner.getAccessibleHelp()).isNotBlank();
        assertThat(owner.isFocusTraversable()).isFalse();
    }

    @Test
    void aLetterDoesTheNextStepAndAQuestionMarkShowsTheSheet(FxRobot robot) {
        chooses(robot, "billing");

        robot.write("n");
        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.RESUME);
        robot.write("?");
        assertThat(robot.lookup("#shortcutSheet").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
    }

    private void adds(FxRobot robot) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(
                Map.of(DataFormat.PLAIN_TEXT, UuidText.of("https://x/v2/databases/db-1/migrations/m-1/launch"))));
        chord(robot, KeyCode.CONTROL, KeyCode.N);
        chord(robot, KeyCode.CONTROL, KeyCode.V);
        goTo(robot, "addProceed").type(KeyCode.SPACE);
        window.settle(robot);
        robot.type(KeyCode.ESCAPE);

        assertThat(window.watch.added).extracting(each -> each.key().ref(), FakeWatch.AddedMigration::name)
                .containsExactly(tuple(MigrationRef.parse(UuidText.of("db-1/m-1")), ""));
    }

    private void pauses(FxRobot robot) {
        chooses(robot, "orders");
        goTo(robot, "pauseAction").type(KeyCode.ENTER);

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.PAUSE);
        robot.interact(() -> window.watch.requested.getLast().refuse(TestOrganisation.NOW, "Not now."));
        window.settle(robot);
    }

    private void resumes(FxRobot robot) {
        chooses(robot, "billing");
        goTo(robot, "resumeAction").type(KeyCode.ENTER);

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.PAUSE,
                Action.RESUME);
    }

    private void schedules(FxRobot robot) {
        chooses(robot, "orders");
        goTo(robot, "scheduleCleanupAction").type(KeyCode.SPACE);
        goTo(robot, "confirmProceed").type(KeyCode.SPACE);

        assertThat(window.watch.requested.getLast().action()).isEqualTo(Action.SCHEDULE_CLEANUP);
    }

    private void readsTheTimeline(FxRobot robot) {
        chooses(robot, "orders");
        goTo(robot, "timelineAsPicture").type(KeyCode.RIGHT);
        goTo(robot, "timelineList").type(KeyCode.HOME).type(KeyCode.DOWN);

        var list = robot.lookup("#timelineList").<ListView<?>>query();
        assertThat(list.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        assertThat(list.getItems().toString()).contains("Launch");
        assertThat(robot.lookup("#timelineList .list-cell").<Node>queryAll())
                .anySatisfy(cell -> assertThat((String) cell.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                        .isNotBlank());
    }

    private static void chooses(FxRobot robot, String name) {
        chord(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write(name);
        goTo(robot, "migrationTable").type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.UP);

        var table = robot.lookup("#migrationTable").<MigrationRow>queryTableView();
        assertThat(table.getSelectionModel().getSelectedItems()).extracting(row -> row.migration().name())
                .containsExactly(name);
    }

    private static void chord(FxRobot robot, KeyCode held, KeyCode typed) {
        robot.press(held).type(typed).release(held);
    }

    /** By the tabulator only, and the arrows within the row of actions; out of a text area with Ctrl held down. */
    private static FxRobot goTo(FxRobot robot, String id) {
        var passed = new ArrayList<String>();
        for (int step = 0; step < FAR && !id.equals(focused(robot)); step++) {
            passed.add(focused(robot));
            if ("pasteField".equals(focused(robot))) {
                chord(robot, KeyCode.CONTROL, KeyCode.TAB);
            } else {
                robot.type(ACTIONS.contains(id) && isInActions(robot) ? KeyCode.RIGHT : KeyCode.TAB);
            }
        }
        assertThat(focused(robot)).as("after " + passed).isEqualTo(id);
        return robot;
    }

    private static boolean isInActions(FxRobot robot) {
        var owner = robot.lookup("#migrationTable").query().getScene().getFocusOwner();
        return Stream.iterate(owner, Objects::nonNull, Node::getParent)
                .anyMatch(each -> each.getStyleClass().contains("action-bar"));
    }

    private static String focused(FxRobot robot) {
        var owner = robot.lookup("#migrationTable").query().getScene().getFocusOwner();
        return owner == null || owner.getId() == null ? "" : owner.getId();
    }
}
