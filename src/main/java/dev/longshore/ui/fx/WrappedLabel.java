package dev.longshore.ui.fx;

import javafx.scene.control.Label;

/** A label whose text goes on in further lines and is as high as all of them. FX thread only. */
public final class WrappedLabel extends Label {
    /** A label that says nothing yet. */
    public WrappedLabel() {
        this("");
    }

    /** A label that says {@code text}, in these styles. */
    public WrappedLabel(String text, String... styleClasses) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll(styleClasses);
    }
}
