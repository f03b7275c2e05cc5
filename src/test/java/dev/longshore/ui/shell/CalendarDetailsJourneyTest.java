package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

/** From an entry of the calendar to what can be done about it. */
@ExtendWith(FxExtension.class)
class CalendarDetailsJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.dozen(TestOrganisation.PRODUCTION));

    @Test
    void theDetailsLeadToTheMigration(FxRobot robot) {
        robot.clickOn("#navCalendar").clickOn("#day-2026-11-25 .entry-chip").clickOn("#entryShow");

        assertThat(robot.lookup("#migrationTable").<MigrationRow>queryTableView().getSelectionModel()
                .getSelectedItems()).extracting(row -> row.migration().name()).containsExactly("orders");
    }

    @Test
    void theDetailsLeadToAnotherTimeByKeyboardToo(FxRobot robot) {
        robot.clickOn("#navCalendar").clickOn("#day-2026-11-25 .number").type(KeyCode.TAB, KeyCode.ENTER);

        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT).type(KeyCode.SPACE);

        assertThat(robot.lookup("#confirmDialog").<Node>query().getAccessibleText()).contains("orders");
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void aDatabaseIsFoundByAFewLetters(FxRobot robot) {
        robot.clickOn("#navCalendar").clickOn("#calendarDatabase").write("us").type(KeyCode.ENTER);
        window.settle(robot);

        assertThat(robot.lookup("#day-2026-11-25 .entry-chip").match(Node::isVisible).queryAll()).isEmpty();
        assertThat(robot.lookup("#day-2026-11-22 .entry-chip").match(Node::isVisible).queryAll()).isNotEmpty();
    }
}
