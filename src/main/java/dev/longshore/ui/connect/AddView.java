package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.Presence;
import dev.longshore.ui.text.ConnectionText;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The dialog in which migrations are put on the list by what a person has at hand. */
final class AddView {
    private static final double LINE_HEIGHT = 30;
    private static final double BORDERS = 4;
    private static final int LINES_AT_ONCE = 5;

    private final Ui ui;
    private final AddViewModel model;
    private final Runnable close;
    @FXML private VBox addDialog;
    @FXML private TextArea pasteField;
    @FXML private Label readNote;
    @FXML private ComboBox<Connection> throughChoice;
    @FXML private TextField ownName;
    @FXML private ListView<AddViewModel.Line> outcomes;
    @FXML private Button addProceed;

    AddView(Ui ui, AddViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        addDialog.setAccessibleText(ui.texts().get("connect.add.title"));
        pasteField.setAccessibleText(ui.texts().get("connect.add.lead"));
        pasteField.textProperty().bindBidirectional(model.pastedProperty());
        ownName.textProperty().bindBidirectional(model.nameProperty());
        var words = new ConnectionText(ui.texts());
        throughChoice.getItems().setAll(model.connections());
        throughChoice.setConverter(new Words<>(words::named, throughChoice::getValue));
        throughChoice.valueProperty().bindBidirectional(model.connectionProperty());
        readNote.textProperty().bind(model.noteProperty());
        model.readProperty().subscribe(_ -> showRead());
        model.underWayProperty().subscribe(_ -> showRead());
        outcomes.setItems(model.lines());
        outcomes.setCellFactory(_ -> new OutcomeCell());
        model.lines().subscribe(this::showOutcomes);
        showOutcomes();
    }

    private void showRead() {
        var count = model.readProperty().get().found().size();
        ownName.setDisable(count > 1);
        addProceed.setText(ui.texts().get("connect.add.proceed", Math.max(1, count)));
        addProceed.setDisable(count == 0 || model.underWayProperty().get() > 0);
    }

    private void showOutcomes() {
        Presence.set(outcomes, !model.lines().isEmpty());
        outcomes.setPrefHeight(LINE_HEIGHT * Math.min(LINES_AT_ONCE, model.lines().size()) + BORDERS);
    }

    @FXML
    void chooseFile() {
        new FilePrompt(ui.texts().get("connect.add.file.title"), addDialog).open().ifPresent(model::readFile);
    }

    @FXML
    void proceed() {
        model.add();
    }

    @FXML
    void cancel() {
        close.run();
    }
}
