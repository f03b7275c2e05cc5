package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.text.TimeText;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SegmentedChoice;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import org.controlsfx.control.SegmentedButton;

/** The dialog in which the journal is exported. */
final class ExportView {
    private final ExportViewModel model;
    private final Runnable close;
    @FXML private DialogFrame exportDialog;
    @FXML private SegmentedButton formats;
    @FXML private SegmentedButton zones;
    @FXML private ProgressLine exportLine;
    @FXML private Button exportProceed;

    ExportView(ExportViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        SegmentedChoice.bind(formats, model.formatProperty(), List.of(ExportFormat.values()));
        SegmentedChoice.bind(zones, model.zoneProperty(), List.of(TimeText.ZoneChoice.values()));
        model.progressProperty().subscribe(this::show);
    }

    private void show(TaskProgress taskProgress) {
        exportLine.show(taskProgress);
        exportProceed.setDisable(taskProgress.underWay());
    }

    @FXML
    void proceed() {
        new FilePrompt(exportDialog.getTitle(), exportDialog).save(model.suggestedName())
                .ifPresent(model::write);
    }

    @FXML
    void cancel() {
        close.run();
    }
}
