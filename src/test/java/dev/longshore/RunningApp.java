package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.cli.Arguments;
import dev.longshore.support.DocumentedService;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestWait;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The real application on a stage of the test: its own data folder, its own environment, nothing replaced. */
final class RunningApp implements AutoCloseable {
    private final LongshoreApp app;
    private final FxRobot robot;
    private final Stage stage;

    private RunningApp(LongshoreApp app, FxRobot robot, Stage stage) {
        this.app = app;
        this.robot = robot;
        this.stage = stage;
    }

    /** Starts it as {@code longshore ARGUMENTS…} would, in the data folder {@code data}. */
    static RunningApp start(FxRobot robot, Stage stage, Path data, String... arguments) {
        return start(robot, stage, data, Map.of(Arguments.TOKEN_VARIABLE, DocumentedService.TOKEN), arguments);
    }

    /** The same in another environment. */
    static RunningApp start(
            FxRobot robot, Stage stage, Path data, Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of("--data-dir", data.toString()));
        all.addAll(List.of(arguments));
        return start(robot, stage, new LongshoreApp(all, environment, InstantSource.system()));
    }

    /** The same where the computer's clock is {@code clock}. */
    static RunningApp startAt(FxRobot robot, Stage stage, Path data, InstantSource clock) {
        return start(robot, stage, new LongshoreApp(List.of("--data-dir", data.toString()), Map.of(), clock));
    }

    private static RunningApp start(FxRobot robot, Stage stage, LongshoreApp app) {
        app.init();
        robot.interact(() -> app.start(stage));
        return new RunningApp(app, robot, stage);
    }

    /** Every text that the window shows now. */
    Set<String> texts() {
        return WaitForAsyncUtils.waitForAsyncFx(TestWait.LIMIT.toMillis(), () -> {
            var found = new TreeSet<String>();
            collect(stage.getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, Set<String> found) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled when labeled.getText() != null -> found.add(labeled.getText());
            case Text text -> found.add(text.getText());
            default -> {
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /** Waits until the window shows a text that contains {@code part}. */
    void awaitText(String part) {
        await().alias("the window shows \"" + part + "\"").until(() -> shows(part));
    }

    /** The same within a time that is promised. */
    void awaitText(String part, Duration promised) {
        await().alias("the window shows \"" + part + "\"").atMost(promised).until(() -> shows(part));
    }

    boolean shows(String part) {
        return texts().stream().anyMatch(text -> text.contains(part));
    }

    void awaitThat(String what, Callable<Boolean> condition) {
        await().alias(what).until(condition);
    }

    void click(String query) {
        robot.clickOn(query);
    }

    FxRobot robot() {
        return robot;
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        robot.interact(stage::hide);
        robot.interact(app::stop);
        // Others of this computer may read the arguments of every process.
        assertThat(Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
                .flatMap(each -> each.info().commandLine().stream())
                .flatMap(each -> Secrets.in(each).stream())).isEmpty();
    }
}
