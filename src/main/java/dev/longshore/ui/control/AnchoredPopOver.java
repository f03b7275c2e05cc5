package dev.longshore.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;

/**
 * A popover beside what it is about. It opens towards the middle of the window, and goes by Esc and by a click
 * elsewhere. FX thread only.
 */
public final class AnchoredPopOver extends PopOver {
    private static final double ARROW = 8;
    private static final double WIDTH = 380;

    /** A popover that shows {@code content}, whose lines wrap. */
    public AnchoredPopOver(Region content) {
        super(content);
        // Where the arrow is, is reckoned from this width, also of a text that wraps.
        content.setPrefWidth(WIDTH);
        content.getStyleClass().add("popover-content");
        // Its own sheet has colours that no theme changes, and would come after ours.
        getRoot().getStylesheets().clear();
        setAnimated(false);
        setDetachable(false);
        setArrowSize(ARROW);
    }

    /** Opens it at {@code anchor}, which is in a window. */
    public void open(Node anchor) {
        var scene = anchor.getScene();
        var inScene = anchor.localToScene(anchor.getLayoutBounds());
        var opensBelow = inScene.getCenterY() < scene.getHeight() / 2;
        setArrowLocation(arrow(inScene.getCenterX() / scene.getWidth(), opensBelow));
        var onScreen = anchor.localToScreen(anchor.getLayoutBounds());
        // Not of the anchor: it would be written as small as that is.
        show(scene.getRoot(), onScreen.getCenterX(), opensBelow ? onScreen.getMaxY() : onScreen.getMinY());
    }

    /** @param across where the anchor is, from 0 at the left edge of the window to 1 at the right one */
    private static ArrowLocation arrow(double across, boolean opensBelow) {
        if (across < 1 / 3.0) {
            return opensBelow ? ArrowLocation.TOP_LEFT : ArrowLocation.BOTTOM_LEFT;
        }
        if (across > 2 / 3.0) {
            return opensBelow ? ArrowLocation.TOP_RIGHT : ArrowLocation.BOTTOM_RIGHT;
        }
        return opensBelow ? ArrowLocation.TOP_CENTER : ArrowLocation.BOTTOM_CENTER;
    }
}
