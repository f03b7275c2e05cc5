package dev.longshore.ui.fx;

import javafx.scene.control.Tooltip;

/** A tooltip whose text goes on in further lines, of one width everywhere. FX thread only. */
public class WrappedTooltip extends Tooltip {
    private static final double WIDEST = 420;

    /** A tooltip that says nothing yet. */
    public WrappedTooltip() {
        this("");
    }

    /** A tooltip that says {@code text}. */
    public WrappedTooltip(String text) {
        super(text);
        setWrapText(true);
        setMaxWidth(WIDEST);
    }
}
