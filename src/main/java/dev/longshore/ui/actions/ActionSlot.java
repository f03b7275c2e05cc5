package dev.longshore.ui.actions;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Wraps a button that may be disabled: a disabled button shows no tooltip and takes no focus, so the wrapper says
 * instead which rule forbids it, to the mouse, to the keyboard and to assistive technology.
 */
public final class ActionSlot extends StackPane {
    private final Tooltip tooltip = new Tooltip();

    /** An empty slot; its one child is the button. */
    public ActionSlot() {
        getStyleClass().add("action-slot");
        setAccessibleRole(AccessibleRole.BUTTON);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
    }

    /** The button in it. */
    Button button() {
        return (Button) getChildren().getFirst();
    }

    /** Enables or disables the button, and says why. */
    public void show(ActionAvailability availability) {
        var button = button();
        var hadFocus = button.isFocused() || isFocused();
        tooltip.setText(availability.sentence());
        button.setAccessibleHelp(availability.sentence());
        setAccessibleText(button.getText());
        setAccessibleHelp(availability.sentence());
        setFocusTraversable(!availability.enabled());
        button.setDisable(!availability.enabled());
        if (hadFocus) {
            keepFocus(availability.enabled());
        }
    }

    /** Else the focus would fall on the next button, and an Enter that is held down would press that one. */
    private void keepFocus(boolean enabled) {
        if (enabled) {
            button().requestFocus();
        } else {
            requestFocus();
        }
    }
}
