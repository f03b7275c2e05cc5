package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.MigrationId;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.migrations.MigrationRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
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

    private void showTwoThatWait(FxRobot robot) {
        window.publish(robot, TestOrganisation.of(
                TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(1)).build(),
                TestOrganisation.migration("customers").status("ReceivingFiles", Duration.ofHours(1)).build(),
                TestOrganisation.migration("stock").status("ReceivingFiles", Duration.ofHours(1)).build()));
        robot.clickOn("#navQueue");
        window.pass(robot, 1);
        assertThat(waiting(robot)).containsExactly("customers", "stock");
    }

    private static List<String> waiting(FxRobot robot) {
        return robot.lookup(".queue-list .hyperlink").match((Hyperlink each) -> !each.getText().equals("orders"))
                .<Hyperlink>queryAll().stream().sorted(Comparator.comparingDouble(
                        each -> each.localToScene(each.getLayoutBounds()).getMinY()))
                .map(Hyperlink::getText).toList();
    }

    private static ListCell<?> row(FxRobot robot, String name) {
        return rows(robot).stream().filter(each -> each.getAccessibleText().contains(name)).findFirst().orElseThrow();
    }

    private static Button approval(FxRobot robot, String name) {
        return robot.from(row(robot, name)).lookup(".queue-approve").queryButton();
    }

    @Test
    void theKeysMoveWhatIsSelectedInTheOrder(FxRobot robot) {
        showTwoThatWait(robot);

        robot.clickOn(row(robot, "stock"), MouseButton.PRIMARY).press(KeyCode.ALT).type(KeyCode.UP)
                .release(KeyCode.ALT);
        window.settle(robot);

        assertThat(waiting(robot)).containsExactly("stock", "customers");
        assertThat(window.watch.queueChanges).containsExactly(new QueueChange.LaunchesReordered(
                List.of(new MigrationId("m-stock"), new MigrationId("m-customers"))));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        window.settle(robot);
        assertThat(waiting(robot)).containsExactly("customers", "stock");
    }

    @Test
    void theMouseDragsOneToThePlaceOfAnother(FxRobot robot) {
        showTwoThatWait(robot);

        robot.drag(row(robot, "stock"), MouseButton.PRIMARY).dropTo(row(robot, "customers"));
        window.settle(robot);

        assertThat(waiting(robot)).containsExactly("stock", "customers");
    }

    @Test
    void anApprovedLaunchIsLeftToTheQueueAndSendsNothing(FxRobot robot) {
        showTwoThatWait(robot);

        robot.clickOn(approval(robot, "stock"));
        window.settle(robot);
        assertThat(robot.lookup("#confirmProceed").queryButton().isDisabled()).isTrue();
        robot.lookup("#confirmDialog .check-box").<CheckBox>queryAll().forEach(robot::clickOn);
        robot.clickOn("#confirmProceed");
        window.settle(robot);

        assertThat(window.watch.queueChanges)
                .containsExactly(new QueueChange.LaunchApproved(new MigrationId("m-stock"), ""));
        assertThat(window.watch.requested).isEmpty();
        assertThat(approval(robot, "stock").getText()).isEqualTo("Approved");

        robot.clickOn(approval(robot, "stock"));
        window.settle(robot);
        assertThat(approval(robot, "stock").getText()).isEqualTo("Approve launch…");
    }

    @Test
    void theSwitchSaysWhatComesNextAndWhatItWaitsFor(FxRobot robot) {
        showTwoThatWait(robot);

        robot.clickOn(".queue-auto");
        window.settle(robot);

        assertThat(window.watch.queueChanges).containsExactly(new QueueChange.AutoLaunchSwitched(true));
        assertThat(robot.lookup(".queue-auto").<CheckBox>query().isSelected()).isTrue();
        assertThat(rows(robot)).extracting(ListCell::getAccessibleText)
                .anyMatch(each -> each.contains("Next: “customers”. Its launch is not approved yet."));
    }

    @Test
    void whatCannotBeKeptIsSaidAndStaysAsItWas(FxRobot robot) {
        window.watch.queueTrouble = Optional.of(Fact.recorded("The disk is full."));
        showTwoThatWait(robot);

        robot.clickOn(".queue-auto");
        window.settle(robot);

        assertThat(robot.lookup(".queue-auto").<CheckBox>query().isSelected()).isFalse();
        assertThat(robot.lookup("#queueNote").queryLabeled().getText()).isEqualTo("Not changed: The disk is full.");
    }

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
                .contains("Expected end unknown: one import has yet to run. Enter the sizes under Uploads.",
                        "Running",
                        "Importing · orders · 31 %",
                        "Waiting, in this order")
                .hasSize(7);
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
                        "Receiving files · customers · Ready to launch once its uploads are complete. · Approve launch…");
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
                .hasSize(7);
    }

    private static Set<ListCell<?>> rows(FxRobot robot) {
        return robot.lookup(".queue-list .list-cell").match((ListCell<?> each) -> !each.isEmpty()).queryAll();
    }
}
