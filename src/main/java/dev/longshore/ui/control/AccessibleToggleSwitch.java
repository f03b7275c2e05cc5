package dev.longshore.ui.control;

import java.util.Set;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

/**
 * A switch that says to assistive technology what it is and whether it is on, and that a click on its text switches,
 * too. FX thread only.
 */
public final class AccessibleToggleSwitch extends ToggleSwitch {
    private static final Set<String> SWITCHED_BY_THE_SKIN = Set.of("thumb", "thumb-area");

    /** A switch that is off. */
    public AccessibleToggleSwitch() {
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        accessibleTextProperty().bind(textProperty());
        selectedProperty().subscribe(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void released(MouseEvent event) {
        var isSwitched = event.getTarget() instanceof Node node
                && node.getStyleClass().stream().anyMatch(SWITCHED_BY_THE_SKIN::contains);
        if (!isSwitched && contains(event.getX(), event.getY())) {
            fire();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? (Object) isSelected()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            fire();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
