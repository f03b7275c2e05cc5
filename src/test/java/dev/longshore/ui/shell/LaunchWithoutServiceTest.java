package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CommandState;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The launch dialog while the service is gone: what stands on the screen, and what arrives at the service. */
@ExtendWith(FxExtension.class)
class LaunchWithoutServiceTest {
    @TempDir private Path folder;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private SimulatedWatch service;
    private FxRobot robot;

    @BeforeEach
    void begin(FxRobot handed, Stage stage) throws IOException {
        robot = handed;
        service = SimulatedWatch.begin(folder);
        service.make(service.connect("simulator", false), "orders");
        service.pass(Duration.ofMinutes(15));
        window.open(robot, stage, service.ui(new TrackedFxThread()));
        settle();
        robot.interact(() -> robot.lookup("#migrationTable").<TableView<?>>query().getSelectionModel().select(0));
        settle();
    }

    @AfterEach
    void end() {
        window.close(robot);
        service.close();
    }

    @Test
    void goneAfterTheDialogWasOpenedNothingArrivesAndNothingChangedIsSaid() {
        openLaunch();
        tickAll();
        service.simulator.close();

        robot.clickOn("#confirmProceed");
        settle();

        assertThat(launches()).isZero();
        assertThat(robot.lookup("#confirmDialog").tryQuery()).isEmpty();
        assertThat(text("#noticeText")).startsWith("Connection refused by ")
                .contains("Could not launch the import; nothing was changed.");
        assertThat(text("#nextStep")).contains("No answer for ");
        assertThat(service.watch.snapshot().recentCommands()).singleElement()
                .satisfies(each -> assertThat(each.state()).isInstanceOf(CommandState.Refused.class));
        assertThat(ShownTexts.of(robot.lookup("#migrationTable").query().getScene()))
                .contains("Launch not sent")
                .noneMatch(each -> each.contains("aunch refused") || each.contains("was refused"));
    }

    @Test
    void anAnswerThatIsLostIsToldAsNotAnsweredAndNothingIsSentAgain() {
        openLaunch();
        tickAll();
        service.simulator.faults().inject(
                SimulatedFault.PlainFault.LOST_ANSWER, FaultTarget.operation(SimulatedOperation.LAUNCH));

        robot.clickOn("#confirmProceed");
        settle();

        assertThat(launches()).isEqualTo(1);
        assertThat(text("#noticeText")).contains("ended before a reply came").contains("does not send it again");
        assertThat(robot.lookup("#launchAction").queryButton().isDisabled()).isTrue();
        service.pass(Duration.ofMinutes(30));
        assertThat(launches()).isEqualTo(1);
    }

    @Test
    void goneBeforeTheDialogWasOpenedNoCheckIsSaidToBeGood() {
        service.simulator.close();

        openLaunch();

        assertThat(text("#launchVerdict"))
                .isEqualTo("Whether the database is ready for this launch is not known.");
        assertThat(robot.lookup("#launchVerdict").query().getStyleClass()).contains(ColorRole.RISK.styleClass());
        assertThat(line("#preflightDATABASE")).startsWith("Not known: Connection refused by ");
        assertThat(line("#preflightPCU_GROUP")).isEqualTo("Not known, for the same reason.");
        assertThat(line("#preflightPERMISSIONS")).isEqualTo("Not known, for the same reason.");
        assertThat(launches()).isZero();
    }

    @Test
    void goneForLongNothingCanBeSentUntilItIsBack() {
        service.simulator.close();
        service.pass(Duration.ofMinutes(6));

        openLaunch();
        tickAll();

        assertThat(text("#confirmHint")).startsWith("Status is out of date. Connection refused by ");
        assertThat(robot.lookup("#askAgain").query().isVisible()).isTrue();
        assertThat(robot.lookup("#confirmProceed").queryButton().isDisabled()).isTrue();
        robot.clickOn("#askAgain");
        settle();
        assertThat(robot.lookup("#confirmProceed").queryButton().isDisabled()).isTrue();
        assertThat(launches()).isZero();
    }

    private long launches() {
        return service.posts("/launch");
    }

    private String text(String id) {
        return robot.lookup(id).<Labeled>query().getText();
    }

    private String line(String id) {
        return robot.lookup(id).lookup((Node each) -> each instanceof Label).<Label>query().getText();
    }

    private void openLaunch() {
        robot.clickOn("#launchAction");
        settle();
    }

    private void tickAll() {
        robot.interact(() -> robot.lookup("#checklistBox .check-box").<CheckBox>queryAll()
                .forEach(each -> each.setSelected(true)));
        settle();
    }

    private void settle() {
        service.settle();
        window.pass(robot, 1);
        service.settle();
        window.settle(robot);
    }
}
