package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.DialogLayer;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** All shortcuts at a glance. */
final class ShortcutSheet extends DialogFrame {
    ShortcutSheet(List<WindowCommands.WindowCommand> commands, Texts texts, DialogLayer dialogs) {
        setId("shortcutSheet");
        setTitle(texts.get("shell.shortcuts"));
        var close = new Button(texts.get("shell.close"));
        close.setOnAction(_ -> dialogs.close());
        getBody().add(grid(commands));
        getButtons().add(close);
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
