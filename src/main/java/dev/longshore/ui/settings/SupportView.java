package dev.longshore.ui.settings;

import dev.longshore.ui.Progress;
import dev.longshore.ui.ProgressLine;
import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.FilePrompt;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dialog that shows a support bundle before it is written. */
final class SupportView {
    private final Ui ui;
    private final SupportViewModel model;
    private final Runnable close;
    @FXML private VBox supportDialog;
    @FXML private ListView<Support.Part> supportParts;
    @FXML private TextArea supportText;
    @FXML private ProgressLine supportLine;
    @FXML private Button supportProceed;

    SupportView(Ui ui, SupportViewModel model, Runnable close) {
        this.ui = ui;
        this.model = model;
        this.close = close;
    }

    @FXML
    void initialize() {
        supportDialog.setAccessibleText(ui.texts().get("settings.support.title"));
        supportParts.setItems(model.parts());
        supportParts.setCellFactory(_ -> new Cell());
        supportParts.getSelectionModel().selectedItemProperty().subscribe(this::show);
        model.progressProperty().subscribe(this::show);
        model.gather();
    }

    private void show(Support.@Nullable Part part) {
        supportText.setText(part == null ? "" : part.text());
    }

    private void show(Progress progress) {
        if (supportParts.getSelectionModel().isEmpty()) {
            supportParts.getSelectionModel().selectFirst();
        }
        supportLine.show(progress);
        supportProceed.setDisable(progress.underWay() || model.parts().isEmpty());
    }

    @FXML
    void proceed() {
        new FilePrompt(supportDialog.getAccessibleText(), supportDialog).save(model.suggestedName())
                .ifPresent(model::save);
    }

    @FXML
    void cancel() {
        close.run();
    }

    private static final class Cell extends ListCell<Support.Part> {
        @Override
        protected void updateItem(Support.@Nullable Part part, boolean empty) {
            super.updateItem(part, empty);
            setText(part == null || empty ? null : part.name());
        }
    }
}
