package dev.longshore.ui.migrations;

import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** Takes rows out of the table: onto the clipboard, or into a register file for a colleague. */
final class RowsOut {
    private final Ui ui;
    private final TableView<MigrationRow> table;
    private final Consumer<String> say;

    /** @param say takes the sentence of what became of a file */
    RowsOut(Ui ui, TableView<MigrationRow> table, Consumer<String> say) {
        this.ui = ui;
        this.table = table;
        this.say = say;
    }

    /** The selected rows, or all that are shown where none is selected. */
    void copy(BiFunction<RowsCopy, List<WatchedMigration>, String> form) {
        var selected = table.getSelectionModel().getSelectedItems();
        copy(form.apply(new RowsCopy(ui), migrations(selected.isEmpty() ? table.getItems() : selected)));
    }

    static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    /** Asks for a file and writes all that is shown there, without waiting for the disk. */
    void saveRegister() {
        new FilePrompt(ui.texts().get("migrations.save.register"), table)
                .save(ui.texts().get("migrations.save.register.file"))
                .ifPresent(this::save);
    }

    private void save(Path file) {
        var text = new RowsCopy(ui).asJson(migrations(table.getItems()));
        Thread.startVirtualThread(() -> {
            var sentence = write(text, file);
            ui.thread().run(() -> say.accept(sentence));
        });
    }

    private String write(String text, Path file) {
        try {
            Files.writeString(file, text);
            return ui.texts().get("migrations.save.register.saved", file.getFileName());
        } catch (IOException e) {
            return ui.texts().get("migrations.save.register.notSaved", ui.sentence(e));
        }
    }

    private static List<WatchedMigration> migrations(List<MigrationRow> rows) {
        return rows.stream().map(MigrationRow::migration).toList();
    }
}
