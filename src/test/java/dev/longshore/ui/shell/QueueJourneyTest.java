package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import java.time.Duration;
import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;

@ExtendWith(FxExtension.class)
class QueueJourneyTest {
    @RegisterExtension final TestWindow window = new TestWindow(TestOrganisation.of(
            TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(1))
                    .progress("31 %", 31).build(),
            TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build()));

    @Test
    void aMigrationOfTheQueueOpensInTheTable(FxRobot robot) {
        robot.clickOn("#navQueue");
        window.settle(robot);

        robot.clickOn((Hyperlink) robot.lookup(".queue-list .hyperlink").match(
                (Hyperlink each) -> each.getText().equals("customers")).query());
        window.settle(robot);

        assertThat(robot.lookup("#migrationTable").<TableView<MigrationRow>>query().getSelectionModel()
                .getSelectedItem().migration().name()).isEqualTo("customers");
    }

    @Test
    void eachRowIsReadAloudAsItIsShown(FxRobot robot) {
        robot.clickOn("#navQueue");
        window.settle(robot);

        assertThat(rows(robot)).extracting(ListCell::getAccessibleText)
                .contains("Running",
                        "Importing · orders · 31 %",
                        "Ready")
                .hasSize(5);
    }

    @Test
    void aRowFollowsWhatIsObserved(FxRobot robot) {
        robot.clickOn("#navQueue");
        window.settle(robot);

        window.publish(robot, TestOrganisation.of(
                TestOrganisation.migration("orders").status("MigrationDone", Duration.ofMinutes(1)).build(),
                TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build()));
        window.pass(robot, 1);

        assertThat(rows(robot)).extracting(ListCell::getAccessibleText)
                .contains("–",
                        "Receiving files · customers · Ready to launch once its uploads are complete.");
    }

    @Test
    void onlyTheQueuesOfWhatIsTypedIntoTheFilterAreShown(FxRobot robot) {
        robot.clickOn("#navQueue").press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);

        robot.write("status:paused");
        assertThat(rows(robot)).isEmpty();
        assertThat(robot.lookup("No results").queryLabeled().isVisible()).isTrue();
        assertThat(robot.lookup("#navQueue").<ToggleButton>query().isSelected()).isTrue();
        robot.type(KeyCode.ESCAPE).write("customers");
        window.settle(robot);

        assertThat(rows(robot)).extracting(ListCell::getAccessibleText).contains("Importing · orders · 31 %")
                .hasSize(5);
    }

    private static Set<ListCell<?>> rows(FxRobot robot) {
        return robot.lookup(".queue-list .list-cell").match((ListCell<?> each) -> !each.isEmpty()).queryAll();
    }
}
