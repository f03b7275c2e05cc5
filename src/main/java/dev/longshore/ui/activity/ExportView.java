package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.ui.Progress;
import dev.longshore.ui.ProgressLine;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.RadioChoice;
import dev.longshore.ui.fx.TimeText;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.VBox;

/** The dialog in which the journal is exported. */
final class ExportView {
    private final Ui ui;
    private final ExportViewModel model;
    private final Runnable close;
    @FXML private VBox exportDialog;
    @FXML private RadioButton exportCsv;
    @FXML private RadioButton exportJson;
    @FXML private RadioButton exportLocal;
    @FXML private RadioButton exportUtc;
    @FXML private ProgressLine exportLine;
    @FXML private Button exportProceed;

    ExportView(Ui ui, ExportViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        exportDialog.setAccessibleText(ui.texts().get("activity.export.title"));
        RadioChoice.bind(model.formatProperty(), Map.of(exportCsv, ExportFormat.CSV, exportJson, ExportFormat.JSON));
        RadioChoice.bind(model.zoneProperty(), Map.of(exportLocal, TimeText.Zone.LOCAL, exportUtc, TimeText.Zone.UTC));
        model.progressProperty().subscribe(this::show);
    }

    private void show(Progress progress) {
        exportLine.show(progress);
        exportProceed.setDisable(progress.underWay());
    }

    @FXML
    void proceed() {
        new FilePrompt(exportDialog.getAccessibleText(), exportDialog).save(model.suggestedName())
                .ifPresent(model::write);
    }

    @FXML
    void cancel() {
        close.run();
    }
}
