package dev.longshore.ui.control.calendar;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries an entry by the mouse: a label follows it, and where it is let go is told. Esc puts it back. Within one
 * control the toolkit's own drag and drop would bring nothing but a system's drag image.
 */
final class EntryDrag {
    private static final double LEAST = 6;

    private final EntryGrid surface;
    private final Label ghost = new Label();
    private @Nullable EntryChip carried;
    private Point2D pressed = Point2D.ZERO;
    private boolean moved;

    private EntryDrag(EntryGrid surface) {
        this.surface = surface;
        ghost.getStyleClass().add("drag-ghost");
        ghost.setManaged(false);
        ghost.setMouseTransparent(true);
    }

    /** Lets chips within {@code surface} be carried; one that is only clicked is handed to {@code onClick}. */
    static void install(EntryGrid surface, Consumer<EntryChip> onClick) {
        var drag = new EntryDrag(surface);
        surface.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::press);
        surface.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag::drag);
        surface.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> drag.release(event, onClick));
        surface.addEventFilter(KeyEvent.KEY_PRESSED, drag::key);
    }

    private void press(MouseEvent event) {
        carried = event.isPrimaryButtonDown() && event.getTarget() instanceof Node node ? chipOf(node) : null;
        pressed = new Point2D(event.getSceneX(), event.getSceneY());
        moved = false;
    }

    private static @Nullable EntryChip chipOf(Node node) {
        return node instanceof EntryChip chip ? chip : null;
    }

    private void drag(MouseEvent event) {
        if (carried == null || (!moved && pressed.distance(event.getSceneX(), event.getSceneY()) < LEAST)
                || !carried.entry().isMovable()) {
            return;
        }
        if (!moved) {
            moved = true;
            ghost.setText(carried.entry().name());
            surface.getChildren().add(ghost);
        }
        var at = surface.sceneToLocal(event.getSceneX(), event.getSceneY());
        ghost.autosize();
        ghost.relocate(Math.min(at.getX() + LEAST, surface.getWidth() - ghost.getWidth()), at.getY() + LEAST);
        surface.over(event.getSceneX(), event.getSceneY());
        event.consume();
    }

    private void release(MouseEvent event, Consumer<EntryChip> onClick) {
        var chip = carried;
        var wasMoved = moved;
        end();
        if (chip == null) {
            return;
        }
        if (wasMoved) {
            surface.drop(chip.entry(), event.getSceneX(), event.getSceneY());
        } else if (chip.contains(chip.sceneToLocal(event.getSceneX(), event.getSceneY()))) {
            onClick.accept(chip);
        }
    }

    private void key(KeyEvent event) {
        if (moved && event.getCode() == KeyCode.ESCAPE) {
            end();
            event.consume();
        }
    }

    private void end() {
        carried = null;
        moved = false;
        surface.getChildren().remove(ghost);
        surface.end();
    }
}
