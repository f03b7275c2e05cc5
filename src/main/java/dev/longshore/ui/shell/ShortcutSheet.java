package dev.longshore.ui.shell;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All shortcuts at a glance. */
final class ShortcutSheet extends VBox {
    ShortcutSheet(Shortcuts shortcuts, Texts texts, Dialogs dialogs) {
        setId("shortcutSheet");
        getStyleClass().add("dialog");
        setMaxHeight(Region.USE_PREF_SIZE);
        setAccessibleText(texts.get("shell.shortcuts"));
        var title = new Label(texts.get("shell.shortcuts"));
        title.getStyleClass().add("dialog-title");
        var close = new Button(texts.get("shell.close"));
        close.setOnAction(_ -> dialogs.close());
        var buttons = new HBox(close);
        buttons.getStyleClass().add("dialog-buttons");
        getChildren().addAll(title, grid(shortcuts), buttons);
    }

    private static GridPane grid(Shortcuts shortcuts) {
        var grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        for (var each : shortcuts.all()) {
            var keys = new Label(each.keys().getDisplayText());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), keys, new Label(each.label()));
        }
        return grid;
    }
}
