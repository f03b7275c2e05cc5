package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The alerts as a list at the edge of the window, opened and closed by a button. */
public final class AlertInbox extends VBox {
    private final ListView<Alert> list = new ListView<>();
    private final AlertsViewModel model;
    private final Consumer<MigrationKey> open;

    /**
     * A closed inbox.
     *
     * @param open shows a migration
     */
    public AlertInbox(Texts texts, AlertsViewModel model, Consumer<MigrationKey> open) {
        this.model = model;
        this.open = open;
        setId("alertInbox");
        getStyleClass().add("alert-inbox");
        setAccessibleText(texts.get("alerts.title"));
        var title = new Label(texts.get("alerts.title"));
        title.getStyleClass().add("card-title");
        list.setAccessibleText(texts.get("alerts.title"));
        list.setCellFactory(_ -> new AlertCell(this::openMigration));
        list.setPlaceholder(note(texts.get("alerts.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        model.alertsProperty().subscribe(this::write);
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        show(false);
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().add("note");
        return note;
    }

    /** Opens or closes it. */
    public void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
        write(model.alertsProperty().get());
        if (shown) {
            list.getSelectionModel().selectFirst();
            list.requestFocus();
        }
    }

    /** A closed one is not kept up to date: there may be thousands. */
    private void write(List<Alert> alerts) {
        if (isVisible() && !alerts.equals(list.getItems())) {
            var selected = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(alerts);
            list.getSelectionModel().select(selected);
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            show(false);
        } else if (event.getCode() == KeyCode.ENTER) {
            openMigration(list.getSelectionModel().getSelectedItem());
        }
    }

    private void openMigration(Alert alert) {
        alert.migration().ifPresent(key -> {
            show(false);
            open.accept(key);
        });
    }
}
