package dev.longshore.ui.connect;

import dev.longshore.model.Database;
import dev.longshore.ui.Progress;
import dev.longshore.ui.ProgressLine;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.InitializeViewModel.Step;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.WatchedConnection;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The dialog in which a migration is made. */
final class InitializeView {
    private final Ui ui;
    private final InitializeViewModel model;
    private final Runnable close;
    @FXML private VBox initializeDialog;
    @FXML private ComboBox<WatchedConnection> initializeThrough;
    @FXML private ComboBox<Database> initializeDatabase;
    @FXML private TextField initializeName;
    @FXML private TextField initializeConcurrency;
    @FXML private TextField initializeSubset;
    @FXML private ProgressLine initializeLine;
    @FXML private Button initializeCancel;
    @FXML private Button initializeProceed;

    InitializeView(Ui ui, InitializeViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        initializeDialog.setAccessibleText(ui.texts().get("connect.initialize.title"));
        var connections = new ConnectionText(ui.texts());
        initializeThrough.getItems().setAll(model.connections());
        initializeThrough.setConverter(
                new Words<>(each -> connections.named(each.connection()), initializeThrough::getValue));
        initializeThrough.valueProperty().bindBidirectional(model.connectionProperty());
        initializeDatabase.setItems(model.databases());
        initializeDatabase.setConverter(new Words<>(this::label, initializeDatabase::getValue));
        initializeDatabase.valueProperty().bindBidirectional(model.databaseProperty());
        initializeName.textProperty().bindBidirectional(model.nameProperty());
        initializeConcurrency.textProperty().bindBidirectional(model.concurrencyProperty());
        initializeSubset.textProperty().bindBidirectional(model.subsetSizeProperty());
        model.stepProperty().subscribe(this::show);
    }

    private String label(Database database) {
        return ui.texts().get("connect.initialize.label", database.label(), database.region(), database.status());
    }

    private void show(Step step) {
        initializeLine.show(said(step));
        initializeProceed.setDisable(!(step instanceof Step.NotYet));
        initializeCancel.setText(ui.texts().get(
                step instanceof Step.NotYet ? "connect.cancel" : "connect.close"));
    }

    private Progress said(Step step) {
        return switch (step) {
            case Step.NotYet notYet -> new Progress(notYet.mistake().orElse(""), Token.RISK, false);
            case Step.UnderWay _ -> Progress.underWay(ui.texts().get("connect.trying"));
            case Step.Answered(InitializeOutcome.Made made) -> Progress.done(made.sentence());
            case Step.Answered(InitializeOutcome.Refused refused) -> Progress.failed(refused.sentence());
            case Step.Answered(InitializeOutcome.Unanswered unanswered) ->
                new Progress(unanswered.sentence(), Token.RISK, false);
        };
    }

    @FXML
    void proceed() {
        model.initialize();
    }

    @FXML
    void cancel() {
        close.run();
    }
}
