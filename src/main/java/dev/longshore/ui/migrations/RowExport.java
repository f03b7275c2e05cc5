package dev.longshore.ui.migrations;

import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.scene.control.TableView;

/** Takes rows out of the table: onto the clipboard, or into a register file for a colleague. */
final class RowExport {
    private final UiContext context;
    private final TableView<MigrationRow> table;
    private final Consumer<String> showMessage;

    /** @param say takes the sentence of what became of a file */
    RowExport(UiContext context, TableView<MigrationRow> table, Consumer<String> say) {
        this.context = context;
        this.table = table;
        this.showMessage = say;
    }

    /** The selected rows, or all that are shown where none is selected. */
    void copy(BiFunction<RowFormats, List<WatchedMigration>, String> form) {
        var selected = table.getSelectionModel().getSelectedItems();
        var rows = migrations(selected.isEmpty() ? table.getItems() : selected);
        SystemClipboard.copy(form.apply(new RowFormats(context), rows));
    }

    /** Asks for a file and writes all that is shown there, without waiting for the disk. */
    void saveRegister() {
        new FilePrompt(context.texts().get("migrations.save.register"), table)
                .save(context.texts().get("migrations.save.register.file"))
                .ifPresent(this::save);
    }

    private void save(Path file) {
        var text = new RowFormats(context).asJson(migrations(table.getItems()));
        Thread.startVirtualThread(() -> {
            var sentence = write(text, file);
            context.thread().run(() -> showMessage.accept(sentence));
        });
    }

    private String write(String text, Path file) {
        try {
            Files.writeString(file, text);
            return context.texts().get("migrations.save.register.saved", file.getFileName());
        } catch (IOException e) {
            return context.texts().get("migrations.save.register.notSaved", context.sentence(e));
        }
    }

    private static List<WatchedMigration> migrations(List<MigrationRow> rows) {
        return rows.stream().map(MigrationRow::migration).toList();
    }
}
