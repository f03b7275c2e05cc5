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
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The dialog in which migrations are put on the list by what a person has at hand. */
final class AddView {
    private final Ui ui;
    private final AddViewModel model;
    private final Runnable close;
    @FXML private VBox addDialog;
    @FXML private TextArea pasteField;
    @FXML private Label readNote;
    @FXML private ComboBox<Connection> throughChoice;
    @FXML private TextField ownName;
    @FXML private ScrollPane outcomeScroll;
    @FXML private VBox outcomes;
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
        model.readProperty().subscribe(this::showRead);
        model.underWayProperty().subscribe(_ -> showRead(model.readProperty().get()));
        model.lines().subscribe(this::showOutcomes);
        showOutcomes();
    }

    private void showRead(PastedMigrations read) {
        var count = read.found().size();
        var strange = String.join(" · ", read.notUnderstood());
        readNote.setText(model.pastedProperty().get().isBlank() ? "" : ui.texts().get("connect.add.read", count)
                + (strange.isEmpty() ? "" : " " + ui.texts().get("connect.add.strange", strange)));
        ownName.setDisable(count > 1);
        addProceed.setText(ui.texts().get("connect.add.proceed", Math.max(1, count)));
        addProceed.setDisable(count == 0 || model.underWayProperty().get() > 0);
    }

    private void showOutcomes() {
        outcomes.getChildren().setAll(model.lines().stream().map(AddView::label).toList());
        Presence.set(outcomeScroll, !model.lines().isEmpty());
    }

    private static Label label(AddViewModel.Line line) {
        var label = new Label(line.ref().migration() + ": " + line.sentence(), new FontIcon(icon(line)));
        label.setWrapText(true);
        label.getStyleClass().addAll("outcome", line.token().styleClass());
        return label;
    }

    private static String icon(AddViewModel.Line line) {
        return switch (line.token()) {
            case GOOD -> "mdi2c-check-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case NEUTRAL, WAITING -> "mdi2i-information-outline";
            case RISK -> "mdi2a-alert-outline";
            case DANGER -> "mdi2a-alert-circle-outline";
        };
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
