package dev.longshore.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of buttons one Tab stop. The arrow keys, Home and End move between the buttons, also to one that is
 * disabled, so that it can say why. FX thread only.
 */
public final class ToolBarKeys {
    private final List<BarButton> buttons = new ArrayList<>();
    private @Nullable BarButton current;

    /**
     * A button of the row.
     *
     * @param wrapper takes the focus while the button is disabled; the button itself where it never is
     */
    private record BarButton(Node button, Node wrapper) {
        boolean isEnabled() {
            return isShown() && !button.isDisabled();
        }

        boolean isShown() {
            return button.isVisible() && button.isManaged();
        }

        boolean hasFocus() {
            return button.isFocused() || wrapper.isFocused();
        }

        void requestFocus() {
            (button.isDisabled() ? wrapper : button).requestFocus();
        }
    }

    /** Listens to the keys that are pressed in {@code bar}. */
    public ToolBarKeys(Pane bar) {
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** Adds a button that is never disabled, or has nothing to say while it is. */
    public ToolBarKeys add(Node button) {
        return add(button, button);
    }

    /** Adds a button in whose place {@code wrapper} takes the focus while it is disabled. */
    public ToolBarKeys add(Node button, Node wrapper) {
        var added = new BarButton(button, wrapper);
        buttons.add(added);
        button.disabledProperty().subscribe(() -> update());
        button.visibleProperty().subscribe(() -> update());
        button.focusedProperty().subscribe(() -> follow(added));
        wrapper.focusedProperty().subscribe(() -> follow(added));
        update();
        return this;
    }

    private void follow(BarButton button) {
        if (button.hasFocus()) {
            current = button;
            update();
        }
    }

    /** Tab leads to the button that had the focus last, or to the first one that can be pressed. */
    private void update() {
        var stop = buttons.stream().filter(each -> each.equals(current) && each.isEnabled()).findFirst()
                .or(() -> buttons.stream().filter(BarButton::isEnabled).findFirst());
        buttons.forEach(each -> each.button().setFocusTraversable(stop.filter(each::equals).isPresent()));
    }

    private void keyPressed(KeyEvent event) {
        var shown = buttons.stream().filter(BarButton::isShown).toList();
        var from = shown.indexOf(current);
        if (from >= 0 && shown.get(from).hasFocus()) {
            var to = target(event.getCode(), from, shown.size() - 1);
            if (to >= 0 && to < shown.size()) {
                shown.get(to).requestFocus();
                event.consume();
            }
        }
    }

    private static int target(KeyCode code, int from, int last) {
        return switch (code) {
            case LEFT -> from - 1;
            case RIGHT -> from + 1;
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
    }
}
