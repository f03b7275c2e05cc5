package dev.longshore.ui.fx;

import java.util.Map;
import javafx.beans.property.Property;
import javafx.scene.control.RadioButton;

/** One choice made by radio buttons. FX thread only. */
public final class RadioChoice {
    private RadioChoice() {}

    /** Has the button of {@code property}'s value be selected, and a button that is pressed set its value. */
    public static <T> void bind(Property<T> property, Map<RadioButton, T> choices) {
        choices.forEach((button, value) -> button.setOnAction(_ -> property.setValue(value)));
        property.subscribe(now -> choices.forEach((button, value) -> button.setSelected(value.equals(now))));
    }
}
