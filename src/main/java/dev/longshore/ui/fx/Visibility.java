package dev.longshore.ui.fx;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** A node that is there, or is neither seen nor takes any room. FX thread only. */
public final class Visibility {
    private Visibility() {}

    /** Has {@code node} be there or not. */
    public static void set(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Has {@code node} be there as long as {@code there} is true. */
    public static void bind(Node node, ObservableValue<Boolean> there) {
        node.visibleProperty().bind(there);
        node.managedProperty().bind(there);
    }
}
