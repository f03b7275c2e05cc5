package dev.longshore.ui.settings;

import dev.longshore.text.Texts;
import dev.longshore.ui.context.KeyBindings;
import dev.longshore.ui.context.KeyCommand;
import dev.longshore.ui.context.KeyCommand.CommandGroup;
import dev.longshore.ui.context.KeyShortcut;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.fx.WrappedLabel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Changes which keys stand for which command: the button of a command is pressed, and then the new keys. */
final class KeysDialog extends DialogFrame {
    private final Map<KeyCommand, KeyRow> rows = new EnumMap<>(KeyCommand.class);
    private final Label message = new WrappedLabel("", "note", "role-risk");
    private final Button take = new Button();
    private final Texts texts;
    private final KeyBindings keys;
    private @Nullable KeyCommand recorded;

    /** The buttons of a command. */
    private record KeyRow(Button change, Button reset) {}

    KeysDialog(Texts texts, KeyBindings keys, Runnable close) {
        this.texts = texts;
        this.keys = keys;
        setId("keysDialog");
        setTitle(texts.get("settings.keys"));
        setIcon("mdi2k-keyboard-outline");
        getBody().addAll(new WrappedLabel(texts.get("settings.keys.how"), "note"), scroll(), message());
        addButtons(close);
        var changes = keys.keysProperty().subscribe(_ -> showKeys());
        sceneProperty().subscribe((before, now) -> {
            if (before != null && now == null) {
                stopRecording();
                changes.unsubscribe();
            }
        });
    }

    private Label message() {
        message.setId("keyMessage");
        say("");
        return message;
    }

    private ScrollPane scroll() {
        var column = new VBox();
        column.getStyleClass().add("shortcut-column");
        Stream.of(CommandGroup.values()).map(this::group).forEach(column.getChildren()::add);
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setId("keysScroll");
        scroll.setAccessibleText(texts.get("settings.keys"));
        return scroll;
    }

    private VBox group(CommandGroup group) {
        var grid = new GridPane();
        grid.getStyleClass().add("form");
        var wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(wide);
        Stream.of(KeyCommand.values()).filter(each -> each.group() == group).forEach(each -> addRow(grid, each));
        var heading = new Label(texts.get("shell.sheet." + group));
        heading.getStyleClass().add("card-title");
        return new VBox(heading, grid);
    }

    private void addRow(GridPane grid, KeyCommand command) {
        var label = new WrappedLabel(command.label(texts));
        var change = new Button();
        change.setId("key" + command);
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(_ -> startRecording(command));
        change.addEventFilter(KeyEvent.ANY, event -> record(event, command));
        change.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                stopRecording();
            }
        });
        grid.addRow(grid.getRowCount(), label, change, reset(command));
        rows.put(command, new KeyRow(change, (Button) grid.getChildren().getLast()));
    }

    private Button reset(KeyCommand command) {
        var reset = new Button(null, new FontIcon("mdi2r-restore"));
        reset.setId("keyReset" + command);
        reset.getStyleClass().addAll("flat", "button-icon");
        var name = texts.get("settings.keys.reset.one", command.label(texts));
        reset.setAccessibleText(name);
        reset.setTooltip(new Tooltip(name));
        reset.setOnAction(_ -> reset(command, command.usual().stream().findFirst()));
        return reset;
    }

    private void reset(KeyCommand command, Optional<KeyShortcut> usual) {
        var loser = usual.flatMap(keys::user).filter(each -> each != command);
        changeButton(command).requestFocus();
        keys.reset(command);
        say(loser.map(each -> texts.get("settings.keys.taken", each.label(texts))).orElse(""));
    }

    private Button changeButton(KeyCommand command) {
        return Objects.requireNonNull(rows.get(command)).change();
    }

    private void addButtons(Runnable close) {
        var resetAll = new Button(texts.get("settings.keys.reset"));
        resetAll.setId("keysReset");
        resetAll.setMinWidth(USE_PREF_SIZE);
        resetAll.setOnAction(_ -> {
            keys.resetAll();
            say("");
        });
        take.setId("keyTake");
        take.setMinWidth(USE_PREF_SIZE);
        Visibility.set(take, false);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var done = new Button(texts.get("shell.close"));
        done.setId("keysClose");
        done.setMinWidth(USE_PREF_SIZE);
        done.setOnAction(_ -> close.run());
        getButtons().addAll(resetAll, space, take, done);
    }

    private void startRecording(KeyCommand command) {
        say("");
        recorded = command;
        keys.recordingProperty().set(true);
        showKeys();
    }

    private void stopRecording() {
        if (recorded != null) {
            recorded = null;
            keys.recordingProperty().set(false);
            showKeys();
        }
    }

    private void record(KeyEvent event, KeyCommand command) {
        if (recorded != command) {
            return;
        }
        event.consume();
        if (event.getCode() == KeyCode.ESCAPE) {
            stopRecording();
        } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            stopRecording();
            keys.clear(command);
        } else if (event.getEventType() != KeyEvent.KEY_RELEASED) {
            KeyShortcut.of(event).ifPresent(shortcut -> take(command, shortcut));
        }
    }

    private void take(KeyCommand command, KeyShortcut shortcut) {
        stopRecording();
        var user = keys.user(shortcut).filter(each -> each != command);
        if (!shortcut.isAllowed()) {
            say(texts.get("settings.keys.notAllowed", shortcut.text()));
        } else if (user.isPresent()) {
            say(texts.get("settings.keys.conflict", shortcut.text(), user.get().label(texts)));
            offer(command, shortcut);
        } else {
            keys.change(command, shortcut);
        }
    }

    private void offer(KeyCommand command, KeyShortcut shortcut) {
        take.setText(texts.get("settings.keys.take", shortcut.text()));
        take.setOnAction(_ -> {
            changeButton(command).requestFocus();
            keys.change(command, shortcut);
            say("");
        });
        Visibility.set(take, true);
    }

    private void say(String sentence) {
        message.setText(sentence);
        Visibility.set(message, !sentence.isEmpty());
        Visibility.set(take, false);
    }

    private void showKeys() {
        rows.forEach((command, row) -> {
            var text = command == recorded ? texts.get("settings.keys.press")
                    : keys.of(command).isEmpty() ? texts.get("settings.keys.none") : keys.text(command);
            row.change().setText(text);
            row.change().setAccessibleText(texts.get("settings.keys.spoken", command.label(texts), text));
            row.reset().setVisible(keys.isChanged(command));
        });
    }
}
