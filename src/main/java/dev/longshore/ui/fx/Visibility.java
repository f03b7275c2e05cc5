package dev.longshore.ui.fx;

import javafx.scene.Node;

/** A node that is there, or is neither seen nor takes any room. FX thread only. */
public final class Visibility {
    private Visibility() {}

    /** Has {@code node} be there or not. */
    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
