package dev.longshore.ui.actions;

import dev.longshore.ui.fx.ToolBarKeys;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/**
 * Wraps a button that may be disabled: a disabled button shows no tooltip and takes no focus, so the wrapper says
 * instead which rule forbids it, to the mouse, to assistive technology, and to the keyboard where {@link ToolBarKeys}
 * lead to it. It is no Tab stop.
 */
public final class ActionSlot extends StackPane {
    private final Tooltip tooltip = new Tooltip();
    private String sentence = "";
    private String keys = "";

    /** An empty slot; its one child is the button. */
    public ActionSlot() {
        getStyleClass().add("action-slot");
        setAccessibleRole(AccessibleRole.BUTTON);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
        focusedProperty().subscribe(this::explain);
    }

    /** What is pressed in place of the button, or empty; shown in its tooltip. */
    public void setKeys(String text) {
        keys = text.isEmpty() ? "" : " (" + text + ")";
        tooltip.setText(sentence + keys);
    }

    /** While it has the focus its button is disabled, and the keyboard is told why at once. */
    private void explain(boolean focused) {
        if (focused && getScene() != null && getScene().getWindow() != null) {
            var below = localToScreen(0, getHeight());
            tooltip.show(this, below.getX(), below.getY());
        } else {
            tooltip.hide();
        }
    }

    /** The button in it. */
    Button button() {
        return (Button) getChildren().getFirst();
    }

    /** Enables or disables the button, and says why. */
    public void show(ActionAvailability availability) {
        var button = button();
        var hadFocus = button.isFocused() || isFocused();
        sentence = availability.sentence();
        tooltip.setText(sentence + keys);
        button.setAccessibleHelp(availability.sentence());
        setAccessibleText(button.getText());
        setAccessibleHelp(availability.sentence());
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
