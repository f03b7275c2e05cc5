package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.DatabaseId;
import dev.longshore.model.Initialization;
import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.watch.engine.ConfirmScenario;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** From an initialize whose answer is lost to the note that is dismissed, through window, watch, client and journal. */
@ExtendWith(FxExtension.class)
class LostInitializeJourneyTest {
    @TempDir private Path folder;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private SimulatedWatch service;
    private DatabaseId database;
    private FxRobot robot;

    @BeforeEach
    void begin(FxRobot handed, Stage stage) throws IOException {
        robot = handed;
        service = SimulatedWatch.begin(folder);
        database = new DatabaseId(
                service.simulator.addDatabase("shop", SimulatedCloud.AWS, "eu-west-1", "ACTIVE").toString());
        service.connect("simulator", false);
        service.passAMoment();
        window.open(robot, stage, service.ui(new TrackedFxThread()));
    }

    @AfterEach
    void end() {
        window.close(robot);
        service.close();
    }

    private long posts() {
        return service.posts(database.value() + "/migrations/initialize");
    }

    private void settle() {
        service.passAMoment();
        window.pass(robot, 1);
    }

    private boolean isNoted() {
        return robot.lookup("#unansweredInitializes").tryQuery().filter(Node::isVisible).isPresent();
    }

    /** The service makes the migration, and its answer never arrives. */
    private void loseAnInitialize() {
        ConfirmScenario.LOST_ANSWER.apply(service.simulator, FaultTarget.operation(SimulatedOperation.INITIALIZE));
        robot.clickOn("#initializeMigration");
        robot.interact(() -> choose(robot.lookup("#initializeDatabase").query()));
        robot.clickOn("#initializeName").write("customers").clickOn("#initializeProceed");
        settle();
        robot.type(KeyCode.ESCAPE);
    }

    private static <T> void choose(ComboBox<T> box) {
        box.getItems().stream().filter(each -> box.getConverter().toString(each).contains("shop")).findFirst()
                .ifPresent(box::setValue);
    }

    @Test
    void isShownAskedForAgainOnceAndGoneForGoodOnceItIsDismissed(Stage stage) {
        loseAnInitialize();
        assertThat(posts()).isEqualTo(1);
        robot.clickOn("#navActivity");
        settle();
        assertThat(isNoted()).isTrue();
        assertThat(robot.lookup("#unansweredInitializes .label").<Labeled>queryAll()).extracting(Labeled::getText)
                .anySatisfy(each -> assertThat(each).startsWith("Requested").endsWith("ended before a reply came."));

        robot.clickOn(".unanswered-again").clickOn("#initializeProceed");
        settle();
        assertThat(posts()).isEqualTo(2);
        assertThat(service.watch.snapshot().migrations()).singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo("customers"));
        robot.type(KeyCode.ESCAPE);
        assertThat(isNoted()).isTrue();

        robot.clickOn(".unanswered-dismiss").clickOn("#confirmProceed");
        settle();
        assertThat(isNoted()).isFalse();

        restart(stage);
        assertThat(isNoted()).isFalse();
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void isShownAgainAfterARestart(Stage stage) {
        loseAnInitialize();

        restart(stage);

        assertThat(isNoted()).isTrue();
        assertThat(service.watch.snapshot().unanswered()).extracting(Initialization::askedBy).containsExactly("dba");
        assertThat(posts()).isEqualTo(1);
    }

    private void restart(Stage stage) {
        window.close(robot);
        service = service.restarted();
        service.connect("simulator", false);
        service.passAMoment();
        window.open(robot, stage, service.ui(new TrackedFxThread()));
        robot.clickOn("#navActivity");
        settle();
    }
}
