package dev.longshore.ui.control.timeline;

import dev.longshore.ui.control.axis.TimeScale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;

/** Zoom and pan of a timeline by wheel, drag and keys. */
final class TimelineNavigation {
    private static final double KEY_PAN = 0.2;
    private static final double WHEEL_ZOOM = 0.997;

    private final StatusTimeline timeline;
    private final Region plot;
    private double dragX;

    private TimelineNavigation(StatusTimeline timeline, Region plot) {
        this.timeline = timeline;
        this.plot = plot;
    }

    /** Listens to {@code plot}, where time is drawn across the whole width, and to the keys of {@code timeline}. */
    static void install(StatusTimeline timeline, Region plot) {
        var navigation = new TimelineNavigation(timeline, plot);
        timeline.addEventHandler(KeyEvent.KEY_PRESSED, navigation::key);
        plot.addEventHandler(ScrollEvent.SCROLL, navigation::wheel);
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, navigation::press);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, navigation::drag);
    }

    private void key(KeyEvent event) {
        if (act(event.getCode(), event.getText())) {
            event.consume();
        }
    }

    /** By character too, for where + and - lie depends on the keyboard. */
    private boolean act(KeyCode code, String character) {
        switch (character) {
            case "+", "=" -> timeline.zoomIn();
            case "-" -> timeline.zoomOut();
            default -> {
                return act(code);
            }
        }
        return true;
    }

    private boolean act(KeyCode code) {
        switch (code) {
            case ADD, PLUS -> timeline.zoomIn();
            case SUBTRACT, MINUS -> timeline.zoomOut();
            case LEFT -> timeline.pan(-KEY_PAN);
            case RIGHT -> timeline.pan(KEY_PAN);
            case HOME, DIGIT0, NUMPAD0 -> timeline.showHistory();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void wheel(ScrollEvent event) {
        var window = timeline.windowProperty().get();
        if (window == null) {
            return;
        }
        if (event.getDeltaX() != 0) {
            timeline.pan(-event.getDeltaX() / plot.getWidth());
        } else if (event.getDeltaY() != 0) {
            var anchor = new TimeScale(window, plot.getWidth()).at(event.getX());
            timeline.zoom(Math.pow(WHEEL_ZOOM, event.getDeltaY()), anchor);
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        timeline.requestFocus();
        dragX = event.getX();
    }

    private void drag(MouseEvent event) {
        timeline.pan((dragX - event.getX()) / plot.getWidth());
        dragX = event.getX();
        event.consume();
    }
}
