package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.context.KeyCommand.CommandGroup;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.Dialogs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All shortcuts at a glance, by where they work. */
final class ShortcutSheet extends DialogFrame {
    /** Keys of a control, which work while it has the focus. */
    private static final Map<CommandGroup, List<String>> OF_CONTROLS = new EnumMap<>(Map.of(
            CommandGroup.TABLE, List.of("enter", "explain", "rename", "delete", "copy", "menu", "bar"),
            CommandGroup.DETAILS, List.of("back", "zoom", "pan", "home", "marks"),
            CommandGroup.ALERTS, List.of("open", "acknowledge", "snooze")));

    private final Texts texts;

    ShortcutSheet(List<WindowCommands.WindowCommand> commands, Texts texts, Dialogs dialogs) {
        this.texts = texts;
        setId("shortcutSheet");
        getStyleClass().add("wide");
        setTitle(texts.get("shell.shortcuts"));
        var close = new Button(texts.get("shell.close"));
        close.setOnAction(_ -> dialogs.close());
        var columns = new HBox(
                new VBox(group(CommandGroup.EVERYWHERE, commands), group(CommandGroup.ALERTS, commands)),
                new VBox(group(CommandGroup.TABLE, commands), group(CommandGroup.DETAILS, commands)));
        columns.getStyleClass().add("shortcut-columns");
        columns.getChildren().forEach(each -> each.getStyleClass().add("shortcut-column"));
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(texts.get("shell.shortcuts"));
        getBody().add(scroll);
        getButtons().add(close);
    }

    private VBox group(CommandGroup group, List<WindowCommands.WindowCommand> commands) {
        var grid = new GridPane();
        grid.getStyleClass().add("fact-grid");
        commands.stream().filter(each -> each.group() == group && !each.keys().isEmpty())
                .forEach(each -> grid.addRow(grid.getRowCount(), keys(each.keysText()), label(each.label())));
        Stream.ofNullable(OF_CONTROLS.get(group)).flatMap(List::stream)
                .forEach(each -> grid.addRow(grid.getRowCount(), keys(texts.get("shell.sheet.keys." + each)),
                        label(texts.get("shell.sheet." + each))));
        var heading = label(texts.get("shell.sheet." + group));
        heading.getStyleClass().add("card-title");
        return new VBox(heading, grid);
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label keys(String text) {
        var keys = new Label(text);
        keys.getStyleClass().add("keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        return keys;
    }
}
