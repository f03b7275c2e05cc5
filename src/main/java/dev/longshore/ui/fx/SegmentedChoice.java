package dev.longshore.ui.fx;

import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;

/** One choice made by the buttons of a segmented button. FX thread only. */
public final class SegmentedChoice {
    private SegmentedChoice() {}

    /**
     * Selects the button of {@code property}'s value, and sets its value when a button is chosen by mouse, space bar or
     * arrow keys. One button is always selected.
     *
     * @param values what each button stands for, in their order
     */
    public static <T> void bind(SegmentedButton segments, Property<T> property, List<T> values) {
        var buttons = segments.getButtons();
        var group = segments.getToggleGroup();
        for (var each : buttons) {
            each.setMinWidth(Region.USE_PREF_SIZE);
            each.setToggleGroup(group);
        }
        property.subscribe(now -> group.selectToggle(buttons.get(values.indexOf(now))));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                property.setValue(values.get(group.getToggles().indexOf(now)));
            }
        });
    }
}
