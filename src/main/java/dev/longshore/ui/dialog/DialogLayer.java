package dev.longshore.ui.dialog;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The layer above the screens on which a dialog is shown. While there is one, neither mouse nor focus gets past it:
 * the focus is brought back whenever it leaves the dialog.
 */
public final class DialogLayer extends StackPane implements Dialogs {
    private final Region scrim = new Region();
    private @Nullable Region dialog;
    private @Nullable Node focusBefore;
    private @Nullable Node lastInside;
    private Runnable onEscape = () -> {};

    public DialogLayer() {
        scrim.getStyleClass().add("scrim");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::returnFocus);
    }

    @Override
    public void show(Region shown, Runnable escape) {
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        onEscape = escape;
        dialog = shown;
        getChildren().setAll(scrim, shown);
        setVisible(true);
        // What scrolls has its content from its skin only: without one the focus would pass by the fields.
        shown.applyCss();
        enter(shown);
    }

    public boolean isShowing() {
        return dialog != null;
    }

    @Override
    public void close() {
        dialog = null;
        lastInside = null;
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null && focusBefore.getScene() != null) {
            focusBefore.requestFocus();
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            onEscape.run();
        }
    }

    private void returnFocus(@Nullable Node owner) {
        var shown = dialog;
        if (shown == null) {
            return;
        }
        if (isInside(shown, owner)) {
            lastInside = owner;
        } else {
            enter(lastInside == null || lastInside.isDisabled() ? shown : lastInside);
        }
    }

    private static void enter(Node node) {
        node.requestFocus();
        if (!node.isFocusTraversable()) {
            node.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
        }
    }

    private static boolean isInside(Node outer, @Nullable Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
