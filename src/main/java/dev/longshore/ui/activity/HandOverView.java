package dev.longshore.ui.activity;

import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SegmentedChoice;
import dev.longshore.ui.fx.SystemClipboard;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.controlsfx.control.SegmentedButton;

/** The dialog with the sheet for the next shift. */
final class HandOverView {
    private final HandOverViewModel model;
    private final Runnable close;
    @FXML private DialogFrame handOverDialog;
    @FXML private SegmentedButton handOverShift;
    @FXML private TextArea handOverText;
    @FXML private ProgressLine handOverLine;
    @FXML private Button handOverCopy;
    @FXML private Button handOverSave;

    HandOverView(HandOverViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        SegmentedChoice.bind(handOverShift, model.shiftProperty(), List.of(HandOverViewModel.ShiftLength.values()));
        model.sheetProperty().subscribe(text -> handOverText.setText(text));
        model.progressProperty().subscribe(this::show);
    }

    private void show(TaskProgress taskProgress) {
        handOverLine.show(taskProgress);
        handOverCopy.setDisable(taskProgress.underWay());
        handOverSave.setDisable(taskProgress.underWay());
    }

    @FXML
    void copy() {
        SystemClipboard.copy(model.sheetProperty().get());
        model.copied();
    }

    @FXML
    void save() {
        new FilePrompt(handOverDialog.getTitle(), handOverDialog).save(model.suggestedName())
                .ifPresent(model::write);
    }

    @FXML
    void cancel() {
        close.run();
    }
}
