package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.dialog.Dialogs;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All shortcuts at a glance. */
final class ShortcutSheet extends VBox {
    ShortcutSheet(List<WindowCommands.WindowCommand> commands, Texts texts, Dialogs dialogs) {
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
        getChildren().addAll(title, grid(commands), buttons);
    }

    private static GridPane grid(List<WindowCommands.WindowCommand> commands) {
        var grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        for (var each : commands) {
            each.keys().ifPresent(keys -> grid.addRow(grid.getRowCount(), keys(keys), new Label(each.label())));
        }
        return grid;
    }

    private static Label keys(KeyCombination combination) {
        var keys = new Label(combination.getDisplayText());
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        return keys;
    }
}
