package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.RadioChoice;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;

/** The dialog in which the journal is exported. */
final class ExportView {
    private final ExportViewModel model;
    private final Runnable close;
    @FXML private DialogFrame exportDialog;
    @FXML private RadioButton exportCsv;
    @FXML private RadioButton exportJson;
    @FXML private RadioButton exportLocal;
    @FXML private RadioButton exportUtc;
    @FXML private ProgressLine exportLine;
    @FXML private Button exportProceed;

    ExportView(UiContext context, ExportViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        RadioChoice.bind(model.formatProperty(), Map.of(exportCsv, ExportFormat.CSV, exportJson, ExportFormat.JSON));
        RadioChoice.bind(model.zoneProperty(),
                Map.of(exportLocal, TimeText.ZoneChoice.LOCAL, exportUtc, TimeText.ZoneChoice.UTC));
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
