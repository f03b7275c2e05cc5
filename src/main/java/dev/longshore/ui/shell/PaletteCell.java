package dev.longshore.ui.shell;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What the palette has found: its name, and at the other end its keys or its place. */
final class PaletteCell extends ListCell<Palette.Found> {
    private static final PseudoClass FORBIDDEN = PseudoClass.getPseudoClass("forbidden");

    private final Label label = new Label();
    private final Label detail = new Label();
    private final Region space = new Region();
    private final HBox line = new HBox(label, space, detail);

    PaletteCell() {
        detail.getStyleClass().add("note");
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(space, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Palette.@Nullable Found found, boolean empty) {
        super.updateItem(found, empty);
        setGraphic(found == null ? null : line);
        if (found != null) {
            label.setText(found.label());
            detail.setText(found.detail());
            pseudoClassStateChanged(FORBIDDEN, !found.offer().enabled());
            setAccessibleText(String.join(", ", found.label(), found.detail(), found.offer().sentence()));
        }
    }
}
