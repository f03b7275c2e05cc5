package dev.longshore.ui.dialog;

import javafx.scene.layout.Region;

/** Shows one dialog at a time inside the window. FX thread only. */
public interface Dialogs {
    /**
     * Shows {@code dialog} above everything else, which cannot be reached until it is closed.
     *
     * @param onEscape what Escape does; the dialog closes itself by {@link #close()}
     */
    void show(Region dialog, Runnable onEscape);

    /** Takes the dialog away and gives the focus back to where it was. */
    void close();
}
