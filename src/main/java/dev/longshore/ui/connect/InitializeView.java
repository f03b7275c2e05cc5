package dev.longshore.ui.connect;

import dev.longshore.model.Database;
import dev.longshore.ui.Ui;
import dev.longshore.ui.connect.InitializeViewModel.Progress;
import dev.longshore.ui.text.ConnectionText;
import dev.longshore.ui.theme.Token;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.WatchedConnection;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
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
    @FXML private HBox initializeLine;
    @FXML private Label initializeResult;
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
        model.progressProperty().subscribe(this::show);
    }

    private String label(Database database) {
        return ui.texts().get("connect.initialize.label", database.label(), database.region(), database.status());
    }

    private void show(Progress progress) {
        var said = sentence(progress);
        initializeLine.setVisible(said.isPresent());
        initializeLine.setManaged(said.isPresent());
        initializeResult.setText(said.orElse(""));
        initializeLine.getStyleClass().removeIf(each -> each.startsWith("token-"));
        initializeLine.getStyleClass().add(token(progress).styleClass());
        initializeProceed.setDisable(!(progress instanceof Progress.NotYet));
        initializeCancel.setText(ui.texts().get(
                progress instanceof Progress.NotYet ? "connect.cancel" : "connect.close"));
    }

    private Optional<String> sentence(Progress progress) {
        return switch (progress) {
            case Progress.NotYet notYet -> notYet.mistake();
            case Progress.UnderWay _ -> Optional.of(ui.texts().get("connect.trying"));
            case Progress.Answered(InitializeOutcome.Made made) -> Optional.of(made.sentence());
            case Progress.Answered(InitializeOutcome.Refused refused) -> Optional.of(refused.sentence());
            case Progress.Answered(InitializeOutcome.Unanswered unanswered) -> Optional.of(unanswered.sentence());
        };
    }

    private static Token token(Progress progress) {
        return switch (progress) {
            case Progress.NotYet _ -> Token.RISK;
            case Progress.UnderWay _ -> Token.NEUTRAL;
            case Progress.Answered(InitializeOutcome.Made _) -> Token.GOOD;
            case Progress.Answered(InitializeOutcome.Refused _) -> Token.DANGER;
            case Progress.Answered(InitializeOutcome.Unanswered _) -> Token.RISK;
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
