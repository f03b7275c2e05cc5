package dev.longshore.ui.connect;

import dev.longshore.model.Database;
import dev.longshore.text.ConnectionText;
import dev.longshore.ui.connect.InitializeViewModel.InitializeField;
import dev.longshore.ui.connect.InitializeViewModel.InitializeState;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.DatabaseChoiceBox;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.dialog.FieldMistake;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.preflight.PreflightPanel;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.WatchedConnection;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The dialog in which a migration is made. */
final class InitializeView {
    private final UiContext context;
    private final InitializeViewModel model;
    private final Runnable close;
    private final FieldMark mark = new FieldMark();
    @FXML private ComboBox<WatchedConnection> initializeThrough;
    @FXML private DatabaseChoiceBox<Database> initializeDatabase;
    @FXML private Label initializeListNote;
    @FXML private Label initializeFollows;
    @FXML private TextField initializeName;
    @FXML private VBox preflightBox;
    @FXML private TextField initializeConcurrency;
    @FXML private TextField initializeSubset;
    @FXML private ProgressLine initializeLine;
    @FXML private Button initializeCancel;
    @FXML private Button initializeProceed;

    InitializeView(UiContext context, InitializeViewModel model, Runnable close) {
        this.context = context;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        var connections = new ConnectionText(context.texts());
        initializeThrough.getItems().setAll(model.connections());
        initializeThrough.setConverter(
                new ChoiceConverter<>(each -> connections.named(each.connection()), initializeThrough::getValue));
        initializeThrough.valueProperty().bindBidirectional(model.connectionProperty());
        initializeDatabase.setItems(model.databases());
        initializeDatabase.setConverter(new ChoiceConverter<>(this::label, initializeDatabase::getValue));
        initializeDatabase.valueProperty().bindBidirectional(model.databaseProperty());
        initializeListNote.textProperty().bind(model.listNoteProperty());
        Visibility.bind(initializeListNote, model.listNoteProperty().isNotEmpty());
        initializeFollows.textProperty().bind(model.followsNoteProperty());
        Visibility.bind(initializeFollows, model.followsNoteProperty().isNotEmpty());
        initializeName.textProperty().bindBidirectional(model.nameProperty());
        initializeConcurrency.textProperty().bindBidirectional(model.concurrencyProperty());
        initializeSubset.textProperty().bindBidirectional(model.subsetSizeProperty());
        preflightBox.getChildren().add(new PreflightPanel(context, model.preflight()));
        model.stateProperty().subscribe(this::show);
    }

    private String label(Database database) {
        return context.texts().get("connect.initialize.label", database.label(), database.region(), database.status());
    }

    /** Once it is requested, what stands there is what was requested. Fields keep the focus, so that Enter does not close it. */
    private void show(InitializeState state) {
        showMark(state);
        initializeLine.show(progress(state));
        var canBeChanged = state instanceof InitializeState.NotRequested;
        initializeProceed.setDisable(!canBeChanged);
        List.of(initializeName, initializeConcurrency, initializeSubset)
                .forEach(each -> each.setEditable(canBeChanged));
        List.of(initializeThrough, initializeDatabase).forEach(each -> each.setDisable(!canBeChanged));
        initializeCancel.setText(context.texts().get(
                state instanceof InitializeState.NotRequested ? "connect.cancel" : "connect.close"));
    }

    private void showMark(InitializeState state) {
        mark.hide();
        if (state instanceof InitializeState.NotRequested(var mistake)) {
            mistake.ifPresent(each -> mark.showAndFocus(control(each.field()), each.sentence()));
        }
    }

    private Control control(InitializeField field) {
        return switch (field) {
            case NAME -> initializeName;
            case CONNECTION -> initializeThrough;
            case DATABASE -> initializeDatabase;
            case CONCURRENCY -> initializeConcurrency;
            case SUBSET_SIZE -> initializeSubset;
        };
    }

    private TaskProgress progress(InitializeState state) {
        return switch (state) {
            case InitializeState.NotRequested notRequested ->
                new TaskProgress(
                        notRequested.mistake().map(FieldMistake::sentence).orElse(""), ColorRole.RISK, false);
            case InitializeState.Initializing _ ->
                TaskProgress.underWay(context.texts().get("connect.initialize.trying"));
            case InitializeState.InitializeAnswered(InitializeOutcome.Initialized initialized) ->
                TaskProgress.done(context.sentence(initialized.fact()));
            case InitializeState.InitializeAnswered(InitializeOutcome.NotInitialized notInitialized) ->
                TaskProgress.failed(context.sentence(notInitialized.fact()));
            case InitializeState.InitializeAnswered(InitializeOutcome.MayExist mayExist) ->
                new TaskProgress(context.sentence(mayExist.fact()), ColorRole.RISK, false);
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
