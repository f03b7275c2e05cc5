package dev.longshore.ui.shell;

import dev.longshore.text.Texts;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.fx.Visibility;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The palette as a dialog: a field, and below it what is found. The focus stays in the field; arrows choose, Enter does
 * what is chosen. What cannot be done now stays in the list and says why.
 */
final class PaletteView extends DialogFrame {
    private final TextField typed = new TextField();
    private final ListView<CommandPalette.PaletteMatch> found = new ListView<>();
    private final Label why = new Label();
    private final CommandPalette palette;
    private final DialogLayer dialogs;

    PaletteView(CommandPalette palette, Texts texts, DialogLayer dialogs) {
        this.palette = palette;
        this.dialogs = dialogs;
        setId("commandPalette");
        getStyleClass().add("palette");
        setAccessibleText(texts.get("shell.palette"));
        typed.setId("paletteText");
        typed.setPromptText(texts.get("shell.palette.prompt"));
        typed.setAccessibleText(texts.get("shell.palette.prompt"));
        found.setId("paletteList");
        found.setAccessibleText(texts.get("shell.palette"));
        found.getStyleClass().add("dense");
        found.setFocusTraversable(false);
        found.setCellFactory(_ -> new PaletteCell());
        found.setPlaceholder(new Label(texts.get("shell.palette.none")));
        why.getStyleClass().add("note");
        why.setWrapText(true);
        getBody().addAll(typed, found, why);
        wire();
    }

    private void wire() {
        typed.textProperty().subscribe(this::find);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        found.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> run(chosen()));
        found.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    }

    private void find(String text) {
        found.getItems().setAll(palette.find(text));
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void explain(CommandPalette.@Nullable PaletteMatch chosen) {
        why.setText(chosen == null ? "" : chosen.availability().sentence());
        Visibility.set(why, !why.getText().isEmpty());
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> choose(1);
            case UP -> choose(-1);
            case ENTER -> run(chosen());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int step) {
        var next = found.getSelectionModel().getSelectedIndex() + step;
        if (next >= 0 && next < found.getItems().size()) {
            found.getSelectionModel().select(next);
            found.scrollTo(Math.max(0, next - 3));
        }
    }

    private CommandPalette.@Nullable PaletteMatch chosen() {
        return found.getSelectionModel().getSelectedItem();
    }

    /** The palette is gone before what it does begins: that may be a dialog of its own. */
    private void run(CommandPalette.@Nullable PaletteMatch chosen) {
        if (chosen != null && chosen.availability().enabled()) {
            dialogs.close();
            chosen.action().run();
        }
    }
}
