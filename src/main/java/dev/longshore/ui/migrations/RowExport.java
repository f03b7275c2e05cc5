package dev.longshore.ui.migrations;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.Deadline;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Timed;
import dev.longshore.registerfile.RegisterField;
import dev.longshore.registerfile.RegisterFileWriter;
import dev.longshore.text.MigrationText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.FilePrompt;
import dev.longshore.ui.fx.SystemClipboard;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
    void copy(Function<RegisterFileWriter, String> form) {
        var selected = table.getSelectionModel().getSelectedItems().stream().filter(row -> !row.isHead()).toList();
        var rows = migrations(selected.isEmpty() ? table.getItems() : selected);
        SystemClipboard.copy(form.apply(writer(context, rows)));
    }

    /** Asks for a file and writes all that is shown there, without waiting for the disk. */
    void saveRegister() {
        new FilePrompt(context.texts().get("migrations.save.register"), table)
                .save(context.texts().get("migrations.save.register.file"))
                .ifPresent(this::save);
    }

    private void save(Path file) {
        var text = writer(context, migrations(table.getItems())).asJson();
        Thread.startVirtualThread(() -> {
            var sentence = write(context, text, file);
            context.thread().run(() -> showMessage.accept(sentence));
        });
    }

    /** Writes the file, and says in a sentence what became of it. Blocks. */
    static String write(UiContext context, String text, Path file) {
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            return context.texts().get("migrations.save.register.saved", file.getFileName());
        } catch (IOException e) {
            return context.texts().get("migrations.save.register.notSaved", context.sentence(e));
        }
    }

    private static List<WatchedMigration> migrations(List<MigrationRow> rows) {
        return rows.stream().filter(row -> !row.isHead()).map(MigrationRow::migration).toList();
    }

    /** What the table says of migrations; times are ISO 8601 with an offset. */
    static RegisterFileWriter writer(UiContext context, List<WatchedMigration> migrations) {
        return new RegisterFileWriter(migrations.stream().map(each -> fields(context, each)).toList());
    }

    private static Map<RegisterField, String> fields(UiContext context, WatchedMigration migration) {
        var text = new MigrationText(context.texts(), context.times());
        var known = Optional.ofNullable(migration.lastKnown());
        var cleanup = known.map(LastKnown::expectedCleanupTime).map(Timed::value)
                .or(() -> migration.cleanup().map(Deadline::at));
        return Map.ofEntries(
                Map.entry(RegisterField.NAME, migration.name()),
                Map.entry(RegisterField.DATABASE_ID, migration.key().ref().database().value()),
                Map.entry(RegisterField.MIGRATION_ID, migration.key().ref().migration().value()),
                Map.entry(RegisterField.DATABASE, text.database(migration)),
                Map.entry(RegisterField.PLACE, text.location(migration)),
                Map.entry(RegisterField.STATUS, known.map(each -> each.status().raw()).orElse("")),
                Map.entry(RegisterField.SINCE, iso(context, known.map(LastKnown::since))),
                Map.entry(RegisterField.PROGRESS, text.progressText(migration)),
                Map.entry(RegisterField.EXPECTED_CLEANUP, iso(context, cleanup)),
                Map.entry(RegisterField.OBSERVED, iso(context, known.map(LastKnown::observedAt))),
                Map.entry(RegisterField.CONNECTION, migration.connection().name()),
                Map.entry(RegisterField.TAGS, String.join(", ", migration.tags())),
                Map.entry(RegisterField.PROBLEM, text.problem(migration)),
                Map.entry(RegisterField.FOLLOWS, migration.earlierAttempts().stream().findFirst()
                        .map(each -> each.ref().migration().value()).orElse("")));
    }

    private static String iso(UiContext context, Optional<Instant> instant) {
        return instant.map(context.times()::iso).orElse("");
    }
}
