package dev.longshore.ui.settings;

import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.FilePrompt;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/** The dialog that shows a support bundle before it is written. */
final class SupportView {
    private final SupportViewModel model;
    private final Runnable close;
    @FXML private DialogFrame supportDialog;
    @FXML private ListView<SupportBundles.BundledFile> supportParts;
    @FXML private TextArea supportText;
    @FXML private ProgressLine supportLine;
    @FXML private Button supportProceed;

    SupportView(SupportViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        supportParts.setItems(model.parts());
        supportParts.setCellFactory(_ -> new BundledFileCell());
        supportParts.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.progressProperty().subscribe(this::show);
        model.gather();
    }

    private void show(SupportBundles.@Nullable BundledFile bundledFile) {
        supportText.setText(bundledFile == null ? "" : bundledFile.text());
    }

    private void show(TaskProgress taskProgress) {
        if (supportParts.getSelectionModel().isEmpty()) {
            supportParts.getSelectionModel().selectFirst();
        }
        supportLine.show(taskProgress);
        supportProceed.setDisable(taskProgress.underWay() || model.parts().isEmpty());
    }

    @FXML
    void proceed() {
        new FilePrompt(supportDialog.getTitle(), supportDialog).save(model.suggestedName())
                .ifPresent(model::save);
    }

    @FXML
    void cancel() {
        close.run();
    }

    private static final class BundledFileCell extends ListCell<SupportBundles.BundledFile> {
        @Override
        protected void updateItem(SupportBundles.@Nullable BundledFile bundledFile, boolean empty) {
            super.updateItem(bundledFile, empty);
            setText(bundledFile == null || empty ? null : bundledFile.name());
        }
    }
}
