package dev.longshore.ui.settings;

import dev.longshore.ui.Dialogs;
import dev.longshore.ui.Question;
import dev.longshore.ui.Ui;
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
    private final Ui ui;
    private final RetentionViewModel model;
    private final Dialogs dialogs;

    RetentionSection(Ui ui, RetentionViewModel model, Dialogs dialogs) {
        this.ui = ui;
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("lanes");
        fillChoice();
        getChildren().addAll(title(), lead(), line(), news());
    }

    private Label title() {
        var title = new Label(ui.texts().get("settings.retention"));
        title.getStyleClass().add("section-title");
        return title;
    }

    private Label lead() {
        var lead = note(ui.texts().get("settings.retention.lead"));
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
        choice.setAccessibleText(ui.texts().get("settings.retention"));
        choice.setConverter(new Words());
        choice.getItems().add(Retention.EVERYTHING);
        for (var months : OFFERED) {
            choice.getItems().add(Retention.of(months));
        }
        choice.setValue(model.retention());
    }

    private HBox line() {
        var apply = new Button(ui.texts().get("settings.retention.set"));
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
            model.preview(wanted, this::ask);
        }
    }

    private void ask(String sentence, Runnable yes) {
        new Question(
                ui.texts().get("settings.retention.title"), sentence, ui.texts().get("settings.retention.verb"),
                ui.texts().get("actions.confirm.cancel")).ask(dialogs, yes);
    }

    private Label news() {
        var news = note("");
        news.setId("retentionNews");
        news.textProperty().bind(model.newsProperty());
        news.managedProperty().bind(model.newsProperty().isNotEmpty());
        return news;
    }

    private final class Words extends StringConverter<Retention> {
        @Override
        public String toString(@Nullable Retention retention) {
            return retention == null || retention.months().isEmpty()
                    ? ui.texts().get("settings.retention.everything")
                    : ui.texts().get("settings.retention.months", retention.months().getAsInt());
        }

        @Override
        public Retention fromString(String text) {
            return choice.getValue();
        }
    }
}
