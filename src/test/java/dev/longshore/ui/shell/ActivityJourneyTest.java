package dev.longshore.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.MigrationKey;
import dev.longshore.support.FxExtension;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.support.TrackedFxThread;
import dev.longshore.watch.engine.SimulatedWatch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The window is closed, things happen, and it is opened again: through window, watch, client and journal. */
@ExtendWith(FxExtension.class)
class ActivityJourneyTest {
    private static final Duration NIGHT = Duration.ofHours(9);

    @TempDir private Path folder;

    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private SimulatedWatch service;
    private MigrationKey orders;
    private FxRobot robot;

    @BeforeEach
    void begin(FxRobot handed, Stage stage) throws IOException {
        robot = handed;
        service = SimulatedWatch.begin(folder);
        var connection = service.connect("simulator", false);
        service.make(connection, "customers");
        service.pass(Duration.ofMinutes(30));
        orders = service.make(connection, "orders");
        service.pass(Duration.ofMinutes(1));
        window.open(robot, stage, service.ui(new TrackedFxThread()));
    }

    @AfterEach
    void end() {
        window.close(robot);
        service.close();
    }

    private void settle() {
        service.passAMoment();
        window.pass(robot, 3);
        service.answer();
        window.settle(robot);
    }

    private void showActivity() {
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT4).release(KeyCode.CONTROL);
        settle();
    }

    /** A night later, with the same service. */
    private void reopen(Stage stage) {
        window.close(robot);
        service.simulator.clock().advance(NIGHT);
        service = service.restarted();
        service.connect("simulator", false);
        service.pass(Duration.ofMinutes(2));
        window.open(robot, stage, service.ui(new TrackedFxThread()));
    }

    /** What assistive technology says row by row, as far as the rows are in sight. */
    private List<String> rows() {
        return robot.lookup("#activityLog .list-cell").<ListCell<?>>queryAll().stream()
                .filter(each -> each.isVisible() && each.getAccessibleText() != null)
                .sorted(Comparator.comparingInt(ListCell::getIndex)).map(Node::getAccessibleText).toList();
    }

    private static int indexOf(List<String> rows, String part) {
        return rows.stream().filter(each -> each.contains(part)).findFirst().map(rows::indexOf).orElse(-1);
    }

    @Test
    void tellsWhatHappenedMeanwhileAndLosesNothingByBeingRead(Stage stage) {
        reopen(stage);
        showActivity();

        var rows = rows();
        var divider = indexOf(rows, "You were away");
        assertThat(rows.get(divider)).contains("(9 h").contains("Longshore was closed").contains("One change found");
        assertThat(indexOf(rows, "orders: Receiving files, was Initializing")).isBetween(0, divider - 1);
        assertThat(indexOf(rows, "orders: Initializing at the first check")).isGreaterThan(divider);
        assertThat(indexOf(rows, "customers: Receiving files, was Initializing")).isGreaterThan(divider);

        robot.clickOn("#alertsButton").type(KeyCode.HOME, KeyCode.A).type(KeyCode.ESCAPE);
        settle();
        assertThat(rows()).containsAll(rows.subList(divider, rows.size()));

        reopen(stage);
        showActivity();
        assertThat(rows()).containsAll(rows.subList(divider + 1, rows.size())).filteredOn(
                each -> each.startsWith("You were away")).hasSize(2);
    }

    @Test
    void onlyWhatIsLookedForIsShownAndLeadsToItsMigration(Stage stage) {
        reopen(stage);
        showActivity();
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("orders");
        robot.clickOn("#activityChanges");
        settle();
        assertThat(rows()).filteredOn(each -> each.contains(": ")).filteredOn(each -> !each.startsWith("You were"))
                .isNotEmpty().allSatisfy(each -> assertThat(each).contains("orders"));

        robot.interact(() -> robot.lookup("#activityLog").<ListView<?>>query().requestFocus());
        robot.type(KeyCode.HOME, KeyCode.DOWN, KeyCode.ENTER);
        window.settle(robot);

        assertThat(robot.lookup("#detailName").<Labeled>query().getText()).isEqualTo("orders");
        window.settle(robot);
        settle();
        assertThat(robot.lookup(".status-timeline").<Node>query().isFocused()).isTrue();
        assertThat(robot.lookup(".status-timeline *").match(each -> each.getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("selected")) && each.getUserData() != null).tryQuery())
                .isPresent();
    }

    @Test
    void whatIsAskedForStandsAtTheTopAtOnce() {
        service.pass(Duration.ofMinutes(20));
        showActivity();
        assertThat(rows()).noneMatch(each -> each.contains("Launch"));

        service.command(orders, Action.LAUNCH);
        settle();

        assertThat(rows().subList(1, 3)).anySatisfy(
                each -> assertThat(each).contains("orders").contains("Launch accepted").contains("by dba"));
    }
}
