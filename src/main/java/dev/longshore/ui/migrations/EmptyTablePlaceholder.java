package dev.longshore.ui.migrations;

import dev.longshore.text.Texts;
import dev.longshore.ui.migrations.MigrationsViewModel.TableMode;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the table says when it has no row to show: why, and what to do. */
final class EmptyTablePlaceholder {
    private final Label sentence = new Label();
    private final Button button = new Button();
    private final FontIcon icon = new FontIcon("mdi2p-playlist-plus");
    private final Texts texts;
    private final MigrationsViewModel model;
    private final Runnable addMigrations;

    EmptyTablePlaceholder(Texts texts, MigrationsViewModel model, Runnable addMigrations) {
        this.texts = texts;
        this.model = model;
        this.addMigrations = addMigrations;
        sentence.setWrapText(true);
    }

    void explain(TableView<?> table) {
        var box = new VBox(icon, sentence, button);
        box.getStyleClass().add("empty-state");
        table.setPlaceholder(box);
        model.countsProperty().subscribe(counts -> {
            if (counts.shown() == 0) {
                write();
            }
        });
        model.filterProperty().subscribe(_ -> write());
        model.phasesProperty().subscribe(_ -> write());
        model.tagsProperty().subscribe(_ -> write());
        model.modeProperty().subscribe(_ -> write());
    }

    private void write() {
        if (model.countsProperty().get().all() == 0) {
            show("mdi2p-playlist-plus", "migrations.empty", "migrations.add", addMigrations);
        } else if (model.isFiltered()) {
            var isTyped = !model.filterProperty().get().isBlank();
            show("mdi2f-filter-off-outline", isTyped ? "migrations.empty.filter" : "migrations.empty.chosen",
                    "migrations.empty.clear", model::clearFilter);
        } else {
            show("mdi2c-check-circle-outline", "migrations.empty.needsMe", "migrations.empty.showAll",
                    () -> model.modeProperty().set(TableMode.ALL));
        }
    }

    private void show(String literal, String text, String verb, Runnable action) {
        icon.setIconLiteral(literal);
        sentence.setText(texts.get(text, model.filterProperty().get()));
        button.setText(texts.get(verb));
        button.setOnAction(_ -> action.run());
    }
}
