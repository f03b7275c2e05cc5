package dev.longshore.ui.connect;

import dev.longshore.model.Connection;
import dev.longshore.text.ConnectionText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.Visibility;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** The dialog in which migrations are put on the list by what a user has at hand. */
final class AddView {
    private static final double LINE_HEIGHT = 30;
    private static final double BORDERS = 4;
    private static final int LINES_AT_ONCE = 5;

    private final UiContext context;
    private final AddViewModel model;
    private final Runnable close;
    /** Why nothing can be put on the list; empty where it can. */
    private final Optional<String> refusal;
    private final FieldMark mark = new FieldMark();
    @FXML private DialogFrame addDialog;
    @FXML private TextArea pasteField;
    @FXML private Label readNote;
    @FXML private ComboBox<Connection> throughChoice;
    @FXML private TextField ownName;
    @FXML private ListView<AddViewModel.AddedMigrationRow> outcomes;
    @FXML private Button addCancel;
    @FXML private Button addProceed;

    AddView(UiContext context, AddViewModel model, Runnable close) {
        this.context = context;
        this.model = model;
        this.close = close;
        refusal = context.watch().journalRefusal().map(context::sentence);
    }

    @FXML
    void initialize() {
        pasteField.setAccessibleText(context.texts().get("connect.add.lead"));
        pasteField.textProperty().bindBidirectional(model.pastedProperty());
        pasteField.end();
        ownName.textProperty().bindBidirectional(model.nameProperty());
        var words = new ConnectionText(context.texts());
        throughChoice.getItems().setAll(model.connections());
        throughChoice.setConverter(new ChoiceConverter<>(words::named, throughChoice::getValue));
        throughChoice.valueProperty().bindBidirectional(model.connectionProperty());
        // However wide it is, a name may be wider.
        throughChoice.valueProperty().subscribe(each -> throughChoice.setTooltip(
                each == null ? null : new Tooltip(words.named(each))));
        refusal.ifPresentOrElse(readNote::setText, () -> readNote.textProperty().bind(model.noteProperty()));
        model.noteProperty().subscribe(_ -> showRead());
        model.underWayProperty().subscribe(_ -> showRead());
        model.doneProperty().subscribe(this::showDone);
        model.nameMistakeProperty().subscribe(this::showNameMark);
        outcomes.setItems(model.rows());
        outcomes.setCellFactory(_ -> new AddedMigrationCell());
        model.rows().subscribe(this::showOutcomes);
        showOutcomes();
    }

    private void showRead() {
        var count = model.readProperty().get().entries().size();
        showMark(count == 0 && !model.pastedProperty().get().isBlank());
        ownName.setDisable(count > 1);
        addProceed.setText(context.texts().get("connect.add.proceed", Math.max(1, count)));
        addProceed.setDisable(count == 0 || model.underWayProperty().get() > 0 || refusal.isPresent());
    }

    /** Then there is one thing left to do. */
    private void showDone(boolean isDone) {
        Visibility.set(addProceed, !isDone);
        addCancel.setText(context.texts().get(isDone ? "connect.done" : "connect.close"));
        addCancel.setDefaultButton(isDone);
        if (isDone) {
            addCancel.requestFocus();
        }
    }

    private void showMark(boolean nothingUnderstood) {
        if (nothingUnderstood) {
            mark.show(pasteField, model.noteProperty().get());
        } else {
            mark.hide();
        }
    }

    private void showNameMark(String mistake) {
        if (mistake.isEmpty()) {
            mark.hide();
        } else {
            mark.showAndFocus(ownName, mistake);
        }
    }

    private void showOutcomes() {
        Visibility.set(outcomes, !model.rows().isEmpty());
        outcomes.setPrefHeight(LINE_HEIGHT * Math.min(LINES_AT_ONCE, model.rows().size()) + BORDERS);
    }

    @FXML
    void chooseFile() {
        new FilePrompt(context.texts().get("connect.add.file.title"), addDialog).open().ifPresent(model::readFile);
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
