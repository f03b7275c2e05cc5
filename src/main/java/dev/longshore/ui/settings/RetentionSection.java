package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.watch.Retention;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The part of the settings that says how long the journal keeps what was observed. */
final class RetentionSection extends VBox {
    private static final int[] OFFERED = {3, 6, 12, 24, 60};

    private final ComboBox<Retention> choice = new ComboBox<>();
    private final UiContext context;
    private final RetentionViewModel model;
    private final Dialogs dialogs;

    RetentionSection(UiContext context, RetentionViewModel model, Dialogs dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("settings-section");
        fillChoice();
        getChildren().addAll(title(), lead(), line(), progress());
    }

    private Label title() {
        var title = new Label(context.texts().get("settings.retention"));
        title.getStyleClass().add("section-title");
        return title;
    }

    private Label lead() {
        var lead = new Label(context.texts().get("settings.retention.lead"));
        lead.getStyleClass().add("note");
        lead.setWrapText(true);
        lead.setMinHeight(USE_PREF_SIZE);
        return lead;
    }

    private void fillChoice() {
        choice.setId("retentionChoice");
        choice.setAccessibleText(context.texts().get("settings.retention"));
        choice.setConverter(new RetentionConverter());
        choice.getItems().add(Retention.EVERYTHING);
        for (var months : OFFERED) {
            choice.getItems().add(Retention.of(months));
        }
        choice.setValue(model.retention());
    }

    private void set(Retention wanted) {
        if (wanted.months().isEmpty()) {
            model.keepEverything();
        } else {
            model.preview(wanted, this::confirm);
        }
    }

    private void confirm(String sentence, Runnable yes) {
        new ConfirmationDialog(
                context.texts().get("settings.retention.title"), sentence,
                context.texts().get("settings.retention.verb"),
                context.texts().get("actions.confirm.cancel")).show(dialogs, yes);
    }

    private HBox line() {
        var apply = new Button(context.texts().get("settings.retention.set"));
        apply.setId("retentionSet");
        apply.setOnAction(_ -> set(choice.getValue()));
        model.progressProperty().subscribe(progress -> apply.setDisable(progress.underWay()));
        var line = new HBox(choice, apply);
        line.getStyleClass().add("field-line");
        return line;
    }

    private ProgressLine progress() {
        var progress = new ProgressLine();
        progress.setId("retentionNews");
        model.progressProperty().subscribe(progress::show);
        return progress;
    }

    private final class RetentionConverter extends StringConverter<Retention> {
        @Override
        public String toString(@Nullable Retention retention) {
            return retention == null || retention.months().isEmpty()
                    ? context.texts().get("settings.retention.everything")
                    : context.texts().get("settings.retention.months", retention.months().getAsInt());
        }

        @Override
        public Retention fromString(String text) {
            return choice.getValue();
        }
    }
}
