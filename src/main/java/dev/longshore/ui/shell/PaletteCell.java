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
final class PaletteCell extends ListCell<CommandPalette.PaletteMatch> {
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
    protected void updateItem(CommandPalette.@Nullable PaletteMatch match, boolean empty) {
        super.updateItem(match, empty);
        setGraphic(match == null ? null : line);
        if (match != null) {
            label.setText(match.label());
            detail.setText(match.detail());
            pseudoClassStateChanged(FORBIDDEN, !match.availability().enabled());
            setAccessibleText(String.join(", ", match.label(), match.detail(), match.availability().sentence()));
        }
    }
}
