package dev.longshore.ui.actions;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A line of the checklist that a user ticks before a launch. */
final class ChecklistItem {
    private final BooleanProperty ticked = new SimpleBooleanProperty(this, "ticked");
    private final String sentence;

    ChecklistItem(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    BooleanProperty tickedProperty() {
        return ticked;
    }
}
