package dev.longshore.support;

import java.util.Objects;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Mouse and keyboard without the way of the pointer over the screen, which takes a robot most of its time: events go to
 * the node that is meant. For the many cases of a control; journeys use the robot.
 */
public final class FastRobot {
    private final FxRobot robot;
    private Node held = new Pane();

    public FastRobot(FxRobot robot) {
        this.robot = robot;
    }

    public FastRobot click(String query) {
        return press(query, MouseButton.PRIMARY).release(query);
    }

    public FastRobot drag(String from, String to) {
        return press(from, MouseButton.PRIMARY).dragTo(to).release(to);
    }

    public FastRobot press(String query, MouseButton button) {
        held = node(query);
        return fire(MouseEvent.MOUSE_PRESSED, query, button);
    }

    /** Moves what is held to the middle of a node. */
    public FastRobot dragTo(String to) {
        return fire(MouseEvent.MOUSE_DRAGGED, to, MouseButton.PRIMARY);
    }

    public FastRobot release(String at) {
        return fire(MouseEvent.MOUSE_RELEASED, at, MouseButton.NONE);
    }

    /** Types these, one after the other, into whatever has the focus. */
    public FastRobot type(KeyCode... codes) {
        for (var code : codes) {
            key(code, false);
        }
        return this;
    }

    public FastRobot alt(KeyCode code) {
        return key(code, true);
    }

    private FastRobot key(KeyCode code, boolean alt) {
        return then(() -> Event.fireEvent(
                Objects.requireNonNull(scene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false)));
    }

    private FastRobot fire(EventType<MouseEvent> type, String at, MouseButton button) {
        return then(() -> Event.fireEvent(held, event(type, middle(node(at)), button)));
    }

    /** Lays out by itself what has changed, instead of waiting for the next pulses to do so. */
    private FastRobot then(Runnable step) {
        WaitForAsyncUtils.waitForAsyncFx(TestWait.LIMIT.toMillis(), () -> {
            step.run();
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        });
        return this;
    }

    private MouseEvent event(EventType<MouseEvent> type, Point2D at, MouseButton button) {
        return new MouseEvent(
                type, at.getX(), at.getY(), at.getX(), at.getY(), button, 1, false, false, false, false,
                button == MouseButton.PRIMARY, false, button == MouseButton.SECONDARY, false, false, true,
                new PickResult(scene(), at.getX(), at.getY()));
    }

    private static Point2D middle(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private Node node(String query) {
        return robot.lookup(query).query();
    }

    private Scene scene() {
        return robot.listWindows().getFirst().getScene();
    }
}
