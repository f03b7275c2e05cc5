package dev.longshore.support;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.hamcrest.Matcher;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.NodeQueryImpl;

/**
 * A robot that waits after each step until the window shows what came of it; where TestFX waits for so many
 * milliseconds, the window of a busy machine may not be there yet. Its mouse jumps to what it clicks on, instead of
 * walking there pixel by pixel; its drags still walk. It looks for nodes on the FX thread, since a window that changes
 * meanwhile is whole for no other.
 */
public final class PatientRobot extends FxRobot {
    @Override
    public FxRobot interact(Runnable task) {
        interactNoWait(task);
        return settle();
    }

    @Override
    public <T> FxRobot interact(Callable<T> task) {
        interactNoWait(task);
        return settle();
    }

    @Override
    public NodeQuery fromAll() {
        return from(onFxThread(() -> super.fromAll().queryAll()));
    }

    @Override
    public NodeQuery from(Node... nodes) {
        return from(List.of(nodes));
    }

    @Override
    public NodeQuery from(Collection<Node> nodes) {
        return new FxThreadQuery().from(nodes);
    }

    @Override
    public NodeQuery from(NodeQuery query) {
        return from(query.queryAll());
    }

    @Override
    public NodeQuery lookup(String query) {
        return fromAll().lookup(query);
    }

    @Override
    public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        return fromAll().lookup(matcher);
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        return fromAll().lookup(predicate);
    }

    private static final class FxThreadQuery extends NodeQueryImpl {
        @Override
        public NodeQuery lookup(Function<Node, Set<Node>> function) {
            return onFxThread(() -> super.lookup(function));
        }

        @Override
        public <T> NodeQuery match(Matcher<T> matcher) {
            return onFxThread(() -> super.match(matcher));
        }

        @Override
        public <T extends Node> NodeQuery match(Predicate<T> predicate) {
            return onFxThread(() -> super.match(predicate));
        }
    }

    private static <T> T onFxThread(Supplier<T> looking) {
        if (Platform.isFxApplicationThread()) {
            return looking.get();
        }
        var task = new FutureTask<>(looking::get);
        Platform.runLater(task);
        try {
            return task.get(TestWait.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** What an open menu shows is meant, where the window below it shows the same. */
    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        var inMenu = lookup(query).match(PatientRobot::isInMenu).tryQuery();
        return inMenu.isPresent()
                ? clickOn(point(inMenu.get()), motion, buttons)
                : super.clickOn(query, motion, buttons);
    }

    private static boolean isInMenu(Node node) {
        return node.isVisible() && node.getScene().getWindow() instanceof ContextMenu;
    }

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        jumpTo(point);
        return click(1, buttons);
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        return click(1, buttons);
    }

    /** Both in one frame: how long a click may come after the other depends on the frames between them. */
    @Override
    public FxRobot doubleClickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        jumpTo(point);
        return click(2, buttons);
    }

    /** A node that has just appeared lies elsewhere once it is laid out, so the place is looked up until it stays. */
    private void jumpTo(PointQuery point) {
        Point2D place;
        do {
            settle();
            place = point.query();
            robotContext().getMouseRobot().moveNoWait(place);
            settle();
        } while (!place.equals(point.query()));
    }

    private FxRobot click(int times, MouseButton... buttons) {
        var mouse = robotContext().getMouseRobot();
        var pressed = buttons.length == 0 ? new MouseButton[]{MouseButton.PRIMARY} : buttons;
        interactNoWait(() -> {
            for (int click = 0; click < times; click++) {
                mouse.pressNoWait(pressed);
                mouse.releaseNoWait(pressed);
            }
        });
        return settle();
    }

    @Override
    public FxRobot moveTo(PointQuery point, Motion motion) {
        super.moveTo(point, motion);
        return settle();
    }

    @Override
    public FxRobot press(MouseButton... buttons) {
        robotContext().getMouseRobot().pressNoWait(buttons);
        return settle();
    }

    @Override
    public FxRobot release(MouseButton... buttons) {
        robotContext().getMouseRobot().releaseNoWait(buttons);
        return settle();
    }

    @Override
    public FxRobot drag(PointQuery point, MouseButton... buttons) {
        super.drag(point, buttons);
        return settle();
    }

    @Override
    public FxRobot dropTo(PointQuery point) {
        super.dropTo(point);
        return settle();
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        robotContext().getKeyboardRobot().pressNoWait(keys);
        return settle();
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        robotContext().getKeyboardRobot().releaseNoWait(keys);
        return settle();
    }

    @Override
    public FxRobot type(KeyCode... keys) {
        for (var key : keys) {
            robotContext().getKeyboardRobot().pressNoWait(key);
            robotContext().getKeyboardRobot().releaseNoWait(key);
            settle();
        }
        return this;
    }

    @Override
    public FxRobot write(String text) {
        super.write(text);
        return settle();
    }

    @Override
    public FxRobot scroll(int amount, VerticalDirection direction) {
        super.scroll(amount, direction);
        return settle();
    }

    private FxRobot settle() {
        TrackedFxThread.settle();
        return this;
    }
}
