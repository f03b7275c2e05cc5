package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.watch.engine.ConfirmScenario;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** From the mouse and the keyboard to the wire: how many POSTs arrive at the simulator, through window, watch and client. */
@ExtendWith(FxExtension.class)
class PostCountJourneyTest {
    private static final Map<Action, String> BUTTONS = new EnumMap<>(Map.of(
            Action.LAUNCH, "#launchAction", Action.PAUSE, "#pauseAction", Action.RESUME, "#resumeAction",
            Action.ABORT, "#abortAction", Action.CLEAN_UP, "#cleanUpAction",
            Action.SCHEDULE_CLEANUP, "#scheduleCleanupAction"));
    private static final Map<String, MigrationKey> KEYS = new HashMap<>();

    @TempDir private static Path folder;

    private static SimulatedWatch service;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());

    /** How a button is pressed more than once. */
    enum InputDevice {
        DOUBLE_CLICK {
            @Override
            void press(String button, FxRobot robot) {
                var mouse = robot.robotContext().getMouseRobot();
                mouse.moveNoWait(robot.point(button).query());
                for (int click = 0; click < 2; click++) {
                    mouse.pressNoWait(MouseButton.PRIMARY);
                    mouse.releaseNoWait(MouseButton.PRIMARY);
                }
                robot.interact(() -> {});
            }
        },
        ENTER_HELD_DOWN {
            @Override
            void press(String button, FxRobot robot) {
                robot.interact(() -> robot.lookup(button).query().requestFocus());
                var keyboard = robot.robotContext().getKeyboardRobot();
                for (int repeat = 0; repeat < ConfirmScenario.KEY_REPEATS; repeat++) {
                    keyboard.pressNoWait(KeyCode.ENTER);
                }
                // Some systems repeat the release as well.
                keyboard.releaseNoWait(KeyCode.ENTER);
                keyboard.pressNoWait(KeyCode.ENTER);
                keyboard.releaseNoWait(KeyCode.ENTER);
                robot.interact(() -> {});
            }
        };

        abstract void press(String button, FxRobot robot);
    }

    @BeforeAll
    static void begin() throws IOException {
        service = SimulatedWatch.begin(folder);
        var wanted = new HashMap<String, Action>();
        for (var inputDevice : InputDevice.values()) {
            service.simulator.addDatabase(inputDevice.name(), SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
            BUTTONS.keySet().forEach(action -> wanted.put(name(action, inputDevice), action));
        }
        KEYS.putAll(service.makeReady(service.connect("simulator", false), wanted));
        service.simulator.requests().clear();
    }

    private static String name(Action action, InputDevice inputDevice) {
        return (action + "-" + inputDevice).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @AfterAll
    static void end() {
        service.close();
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @ParameterizedTest
    @EnumSource
    void everyConfirmedActionIsPostedOnce(InputDevice inputDevice, FxRobot robot, Stage stage) {
        window.open(robot, stage, service.ui(new TrackedFxThread()));

        BUTTONS.forEach((action, button) -> act(name(action, inputDevice), button, inputDevice, robot));

        assertThat(BUTTONS.keySet())
                .allSatisfy(
                        action -> assertThat(service.posts(key(action, inputDevice))).as("%s", action).isEqualTo(1));
    }

    private void act(String name, String button, InputDevice inputDevice, FxRobot robot) {
        robot.interact(() -> robot.lookup("#quickFilter").<TextField>query().setText(name));
        window.settle(robot);
        robot.interact(() -> robot.lookup("#migrationTable").<TableView<?>>query().getSelectionModel().select(0));
        inputDevice.press(button, robot);
        // What is asked for at once is not observed for some minutes; a dialog asks for the status first.
        settle(robot);
        confirm(name, inputDevice, robot);
        // Impatience: the same again while it is not observed, confirmed like the first where that is asked.
        inputDevice.press(button, robot);
        confirm(name, inputDevice, robot);
        settle(robot);
    }

    private void confirm(String name, InputDevice inputDevice, FxRobot robot) {
        if (isAsked(robot)) {
            robot.interact(() -> {
                robot.lookup("#checklistBox .check-box").<CheckBox>queryAll().forEach(each -> each.setSelected(true));
                robot.lookup("#confirmTypedName").<TextField>query().setText(name);
            });
            // The dialog grows and shrinks with what is filled in.
            window.settle(robot);
            inputDevice.press("#confirmProceed", robot);
            window.pass(robot, isAsked(robot) ? 12 : 0);
            service.answer();
            window.settle(robot);
        }
        if (isAsked(robot)) {
            robot.type(KeyCode.ESCAPE);
        }
    }

    private static boolean isAsked(FxRobot robot) {
        return robot.lookup("#confirmDialog").tryQuery().isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void migrationIsAskedForOnce(InputDevice inputDevice, FxRobot robot, Stage stage) {
        window.open(robot, stage, service.ui(new TrackedFxThread()));
        robot.clickOn("#initializeMigration");
        robot.interact(() -> choose(inputDevice.name(), robot.lookup("#initializeDatabase").query()));

        inputDevice.press("#initializeProceed", robot);
        settle(robot);
        inputDevice.press("#initializeProceed", robot);
        settle(robot);

        assertThat(service.posts(database(inputDevice.name()) + "/migrations/initialize")).isEqualTo(1);
    }

    private static <T> void choose(String label, ComboBox<T> box) {
        box.getItems().stream().filter(each -> box.getConverter().toString(each).contains(label)).findFirst()
                .ifPresent(box::setValue);
    }

    private static String database(String label) {
        return service.watch.snapshot().connections().getFirst().databases().stream()
                .filter(each -> each.label().equals(label)).findFirst().orElseThrow().id().value();
    }

    private static MigrationKey key(Action action, InputDevice inputDevice) {
        return Objects.requireNonNull(KEYS.get(name(action, inputDevice)));
    }

    private void settle(FxRobot robot) {
        service.settle();
        window.settle(robot);
    }
}
