package dev.longshore.ui.settings;

import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.DialogFrame;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.Views;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dialog that shows a support bundle before it is written. */
final class SupportView {
    private final UiContext context;
    private final SupportViewModel model;
    private final Runnable close;
    @FXML private DialogFrame supportDialog;
    @FXML private ListView<SupportBundles.BundledFile> supportParts;
    @FXML private TextArea supportText;
    @FXML private ProgressLine supportLine;
    @FXML private Button supportProceed;

    SupportView(UiContext context, SupportViewModel model, Runnable close) {
        this.context = context;
        this.model = model;
        this.close = close;
    }

    /** The part of the settings that leads to the bundle. */
    static VBox section(UiContext context, DialogLayer dialogs, SupportBundles supportBundles) {
        var lead = new Label(context.texts().get("settings.support.lead"));
        lead.setWrapText(true);
        lead.getStyleClass().add("note");
        var open = new Button(context.texts().get("settings.support.open"));
        open.setId("supportBundle");
        open.setOnAction(_ -> {
            var view = new SupportView(context, new SupportViewModel(context, supportBundles), dialogs::close);
            dialogs.show((Region) new Views(context.texts()).load(view), dialogs::close);
        });
        var section = new VBox(lead, open);
        section.getStyleClass().add("field-note");
        return section;
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
