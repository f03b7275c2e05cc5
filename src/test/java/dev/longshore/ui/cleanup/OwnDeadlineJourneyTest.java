package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.FxExtension;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** Deadlines of the user's own by mouse and by keyboard: what was read back is what is kept, and the service hears nothing. */
@ExtendWith(FxExtension.class)
class OwnDeadlineJourneyTest {
    private static final int CLEANUP_TAB = 3;

    private CalendarJourney journey;
    private FxRobot robot;

    @BeforeEach
    void open(FxRobot handed, Stage stage, @TempDir Path folder) throws IOException {
        robot = handed;
        journey = new CalendarJourney(robot, stage, folder);
        awaitThat(() -> orders().cleanup().isPresent());
        awaitThat(() -> robot.lookup("#migrationTable .table-row-cell").tryQuery().isPresent());
        robot.clickOn("#migrationTable .table-row-cell");
        robot.interact(() -> robot.lookup("#detailTabs").<TabPane>query().getSelectionModel().select(CLEANUP_TAB));
        awaitThat(() -> robot.lookup("#addDeadline").tryQuery().filter(each -> !each.isDisabled()).isPresent());
    }

    @AfterEach
    void close() {
        journey.close();
    }

    @Test
    void aDeadlineThatWasEnteredByKeyboardIsInPanelTableCalendarAndTimeline() {
        press("#addDeadline");
        awaitThat(() -> robot.lookup("#deadlineDialog").tryQuery().isPresent());
        robot.write("Go live");
        focus("#deadlineDate");
        robot.write("2026-11-27 18:00");
        var said = text("#deadlinePreview");
        assertThat(said).isEqualTo("Deadline “Go live”: Fri 27 Nov, 18:00 CET. Does the import end before it? "
                + "Not known. The import has not been launched.");
        robot.type(KeyCode.ENTER);

        awaitThat(() -> robot.lookup("#ownDeadlines .deadline-sentence").tryQuery().isPresent());
        assertThat(text("#ownDeadlines .deadline-sentence")).isEqualTo(said);
        assertThat(orders().ownDates().deadlines()).singleElement()
                .satisfies(each -> assertThat(each.rule()).hasToString("FixedTime[at=2026-11-27T17:00:00Z]"));
        awaitThat(() -> shows("#migrationTable", "Go live in "));
        robot.interact(() -> robot.lookup("#detailTabs").<TabPane>query().getSelectionModel().select(0));
        awaitThat(() -> shows("#timelinePanel", "Go live"));
        robot.clickOn("#navCalendar");
        awaitThat(() -> robot.lookup("#day-2026-11-27 .entry-chip").tryQuery().isPresent());
        assertThat(find("#day-2026-11-27 .entry-chip").getAccessibleText())
                .startsWith("Go live: orders: Own deadline").contains("Fri 27 Nov, 18:00 CET");
        assertThat(journey.changes()).isEmpty();
    }

    @Test
    void aDeadlineCountedFromTheCleanupMovesWithItAndIsEditedAndRemovedByMouse() throws Exception {
        press("#addDeadline");
        robot.write("Check the data");
        robot.interact(() -> robot.lookup("#deadlineKind").queryComboBox().getSelectionModel().select(3));
        robot.clickOn("#deadlineOffset").write("1.5");
        robot.interact(() -> robot.lookup("#deadlineUnit").queryComboBox().getSelectionModel().select(3));
        assertThat(text("#deadlinePreview")).startsWith("Deadline “Check the data”: Fri 27 Nov, 07:00 CET.");
        robot.clickOn("#deadlineProceed");
        awaitThat(() -> shows("#ownDeadlines", "Fri 27 Nov, 07:00 CET"));

        journey.somebodyElseSchedules("2026-12-05T18:00:00Z");
        awaitThat(() -> shows("#ownDeadlines", "Fri 4 Dec, 07:00 CET"));

        scrollDown();
        robot.clickOn("#ownDeadlines .editDeadline");
        awaitThat(() -> robot.lookup("#deadlineOffset").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#deadlineOffset").queryTextInputControl().setText("1 d 23 h 50 min"));
        robot.clickOn("#deadlineProceed");
        awaitThat(() -> shows("#ownDeadlines", "Thu 3 Dec, 19:10 CET"));

        scrollDown();
        robot.clickOn("#ownDeadlines .editDeadline");
        awaitThat(() -> robot.lookup("#deadlineOffset").tryQuery().isPresent());
        assertThat(robot.lookup("#deadlineOffset").queryTextInputControl().getText()).isEqualTo("47 h 50 min");
        robot.interact(() -> robot.lookup("#deadlineOffset").queryTextInputControl().setText("48 h"));
        robot.clickOn("#deadlineProceed");
        awaitThat(() -> shows("#ownDeadlines", "Thu 3 Dec, 19:00 CET"));

        scrollDown();
        robot.clickOn("#ownDeadlines .removeDeadline");
        awaitThat(() -> robot.lookup("#ownDeadlines .deadline-sentence").tryQuery().isEmpty());
        assertThat(orders().ownDates().kept()).singleElement().satisfies(
                each -> assertThat(each.isRemoved()).isTrue());
        assertThat(journey.changes()).isEmpty();
    }

    @Test
    void whatIsMissingIsMarkedAndNothingIsKept() {
        press("#addDeadline");
        robot.clickOn("#deadlineProceed");
        assertThat(find("#deadlineName").getAccessibleHelp()).isEqualTo("Enter a name for the deadline.");
        robot.clickOn("#deadlineName").write("Go live");
        robot.clickOn("#deadlineDate").write("31 February 2027");
        robot.clickOn("#deadlineProceed");
        assertThat(find("#deadlineDate").getAccessibleHelp())
                .isEqualTo("Enter a date and a time, such as 2026-12-31 18:00.");
        assertThat(text("#deadlinePreview")).isEqualTo("Enter when it is due.");
        robot.type(KeyCode.ESCAPE);
        awaitThat(() -> robot.lookup("#deadlineDialog").tryQuery().isEmpty());
        assertThat(orders().ownDates().kept()).isEmpty();
    }

    @Test
    void whetherTheImportEndsBeforeATimeIsAnsweredWithoutKeepingAnything() {
        focus("#endsBefore");
        robot.write("2026-11-27 18:00");
        assertThat(text("#endsBeforeAnswer"))
                .isEqualTo("Before Fri 27 Nov, 18:00 CET? Not known. The import has not been launched.");
        robot.interact(() -> robot.lookup("#endsBefore").queryTextInputControl().setText("Friday"));
        assertThat(text("#endsBeforeAnswer")).isEqualTo("Enter a date and a time, such as 2026-12-31 18:00.");
        robot.interact(() -> robot.lookup("#endsBefore").queryTextInputControl().clear());
        assertThat(find("#endsBeforeAnswer").isVisible()).isFalse();
        assertThat(orders().ownDates().kept()).isEmpty();
    }

    private WatchedMigration orders() {
        return journey.watch().snapshot().migrations().getFirst();
    }

    private void scrollDown() {
        robot.interact(() -> robot.lookup("#cleanupScroll").<ScrollPane>query().setVvalue(1));
    }

    private void press(String query) {
        focus(query);
        robot.type(KeyCode.SPACE);
    }

    private boolean shows(String place, String part) {
        return robot.lookup(place + " .label").queryAllAs(Labeled.class).stream()
                .anyMatch(each -> each.getText() != null && each.getText().contains(part));
    }

    private void focus(String query) {
        robot.interact(() -> find(query).requestFocus());
    }

    private Node find(String query) {
        return robot.lookup(query).query();
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
