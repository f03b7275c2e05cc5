package dev.longshore.ui.settings;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ConfirmationDialog;
import dev.longshore.ui.dialog.DialogLayer;
import dev.longshore.ui.fx.ChoiceConverter;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.watch.Retention;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The part of the settings that says how long the journal keeps what was observed. */
final class RetentionSection extends VBox {
    private static final int[] OFFERED = {3, 6, 12, 24, 60};

    private final ComboBox<Retention> choice = new ComboBox<>();
    private final UiContext context;
    private final RetentionViewModel model;
    private final DialogLayer dialogs;

    RetentionSection(UiContext context, RetentionViewModel model, DialogLayer dialogs) {
        this.context = context;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("lanes");
        fillChoice();
        getChildren().addAll(title(), lead(), line(), message());
    }

    private Label title() {
        var title = new Label(context.texts().get("settings.retention"));
        title.getStyleClass().add("section-title");
        return title;
    }

    private Label lead() {
        var lead = note(context.texts().get("settings.retention.lead"));
        lead.setMinHeight(USE_PREF_SIZE);
        return lead;
    }

    private static Label note(String text) {
        var label = new Label(text);
        label.getStyleClass().add("note");
        label.setWrapText(true);
        return label;
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

    private HBox line() {
        var apply = new Button(context.texts().get("settings.retention.set"));
        apply.setId("retentionSet");
        apply.setOnAction(_ -> set(choice.getValue()));
        var line = new HBox(choice, apply);
        line.getStyleClass().add("field-line");
        return line;
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

    private Label message() {
        var news = note("");
        news.setId("retentionNews");
        news.textProperty().bind(model.messageProperty());
        Visibility.bind(news, model.messageProperty().isNotEmpty());
        return news;
    }

    private String words(Retention retention) {
        return retention.months().isEmpty()
                ? context.texts().get("settings.retention.everything")
                : context.texts().get("settings.retention.months", retention.months().getAsInt());
    }
}
