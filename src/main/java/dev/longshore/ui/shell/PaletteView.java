package dev.longshore.ui.shell;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.fx.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The palette as a dialog: a field, and below it what is found. The focus stays in the field; arrows choose, Enter does
 * what is chosen. What cannot be done now stays in the list and says why.
 */
final class PaletteView extends VBox {
    private final TextField typed = new TextField();
    private final ListView<Palette.Found> found = new ListView<>();
    private final Label why = new Label();
    private final Palette palette;
    private final Dialogs dialogs;

    PaletteView(Palette palette, Texts texts, Dialogs dialogs) {
        this.palette = palette;
        this.dialogs = dialogs;
        setId("commandPalette");
        getStyleClass().addAll("dialog", "palette");
        setMaxHeight(Region.USE_PREF_SIZE);
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
        getChildren().addAll(typed, found, why);
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

    private void explain(Palette.@Nullable Found chosen) {
        why.setText(chosen == null ? "" : chosen.offer().sentence());
        why.setVisible(!why.getText().isEmpty());
        why.setManaged(why.isVisible());
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

    private Palette.@Nullable Found chosen() {
        return found.getSelectionModel().getSelectedItem();
    }

    /** The palette is gone before what it does begins: that may be a dialog of its own. */
    private void run(Palette.@Nullable Found chosen) {
        if (chosen != null && chosen.offer().enabled()) {
            dialogs.close();
            chosen.action().run();
        }
    }
}
