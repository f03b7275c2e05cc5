package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.TimeText;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

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
    @FXML private HBox exportLine;
    @FXML private Label exportResult;
    @FXML private Button exportProceed;

    ExportView(Ui ui, ExportViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        exportDialog.setAccessibleText(ui.texts().get("activity.export.title"));
        bind(model.formatProperty(), Map.of(exportCsv, ExportFormat.CSV, exportJson, ExportFormat.JSON));
        bind(model.zoneProperty(), Map.of(exportLocal, TimeText.Zone.LOCAL, exportUtc, TimeText.Zone.UTC));
        model.progressProperty().subscribe(this::show);
    }

    private static <T> void bind(Property<T> property, Map<RadioButton, T> choices) {
        choices.forEach((button, value) -> button.setOnAction(_ -> property.setValue(value)));
        property.subscribe(now -> choices.forEach((button, value) -> button.setSelected(value.equals(now))));
    }

    private void show(ExportViewModel.Progress progress) {
        exportLine.setVisible(!progress.sentence().isEmpty());
        exportLine.setManaged(!progress.sentence().isEmpty());
        exportResult.setText(progress.sentence());
        exportLine.getStyleClass().removeIf(each -> each.startsWith("token-"));
        exportLine.getStyleClass().add(progress.token().styleClass());
        exportProceed.setDisable(progress.underWay());
    }

    @FXML
    void proceed() {
        file().ifPresent(model::write);
    }

    private Optional<Path> file() {
        var chooser = new FileChooser();
        chooser.setTitle(ui.texts().get("activity.export.title"));
        chooser.setInitialFileName(model.suggestedName());
        return Optional.ofNullable(chooser.showSaveDialog(exportDialog.getScene().getWindow()))
                .map(File::toPath);
    }

    @FXML
    void cancel() {
        close.run();
    }
}
