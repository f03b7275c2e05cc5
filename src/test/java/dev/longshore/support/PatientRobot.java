package dev.longshore.support;

import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;

/**
 * A robot that waits after each step until the window shows what came of it; where TestFX waits for so many
 * milliseconds, the window of a busy machine may not be there yet. Its mouse jumps to what it clicks on, instead of
 * walking there pixel by pixel; its drags still walk.
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
