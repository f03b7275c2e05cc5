package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.Dialogs;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.watch.Retention;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;

/** The part of the settings that says how long the journal keeps what was observed. */
final class RetentionSection extends SettingsSection {
    private static final int[] OFFERED = {3, 6, 12, 24, 60};

    private final ComboBox<Retention> choice = new ComboBox<>();
    private final UiContext context;
    private final RetentionViewModel model;
    private final Dialogs dialogs;

    RetentionSection(UiContext context, RetentionViewModel model, Dialogs dialogs) {
        super(context.texts(), "settings.retention.");
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        fillChoice();
        getChildren().addAll(title(context.texts().get("settings.retention")), note(text("lead")), line(), progress());
    }

    private void fillChoice() {
        choice.setId("retentionChoice");
        choice.setAccessibleText(context.texts().get("settings.retention"));
        choice.setConverter(new ChoiceConverter<>(this::words, choice::getValue));
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
        new ConfirmationDialog(text("title"), sentence, text("verb"),
                context.texts().get("actions.confirm.cancel")).show(dialogs, yes);
    }

    private HBox line() {
        var apply = button("retentionSet", "set", () -> set(choice.getValue()));
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

    private String words(Retention retention) {
        return retention.months().isEmpty() ? text("everything") : text("months", retention.months().getAsInt());
    }
}
