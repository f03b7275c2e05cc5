package dev.longshore.ui.detail;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark;
import dev.longshore.model.fact.Fact;
import dev.longshore.ui.actions.ActionAvailability;
import dev.longshore.ui.actions.ActionSlot;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.ProgressLine;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.fx.WrappedLabel;
import dev.longshore.watch.WatchedMigration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who looks after a migration, and what users have noted about it. FX thread only. */
final class NotesPanel extends VBox {
    private static final double GAP = 8;

    private final Label claim = new WrappedLabel();
    private final Button change = new Button();
    private final ActionSlot changeSlot = new ActionSlot();
    private final ActionSlot addSlot = new ActionSlot();
    private final TextField note = new TextField();
    private final Button add = new Button();
    private final VBox notes = new VBox(4);
    private final ProgressLine progress = new ProgressLine();
    private final UiContext context;
    private @Nullable WatchedMigration shown;
    private List<String> written = List.of();

    NotesPanel(UiContext context) {
        super(GAP);
        this.context = context;
        claim.setId("migrationClaim");
        claim.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(claim, Priority.ALWAYS);
        change.setId("claimMigration");
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(_ -> changeClaim());
        note.setId("noteText");
        note.setPromptText(text("prompt"));
        note.setAccessibleText(text("prompt"));
        note.setOnAction(_ -> addNote());
        HBox.setHgrow(note, Priority.ALWAYS);
        add.setId("addNote");
        add.setText(text("add"));
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(_ -> addNote());
        notes.setId("migrationNotes");
        progress.setId("notesTrouble");
        changeSlot.getChildren().add(change);
        addSlot.getChildren().add(add);
        getChildren().addAll(line(claim, changeSlot), line(note, addSlot), progress, notes);
        note.textProperty().subscribe(_ -> offer());
    }

    private String text(String key, Object... figures) {
        return context.texts().get("detail.notes." + key, figures);
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("field-line");
        return line;
    }

    void show(WatchedMigration migration) {
        if (shown == null || !shown.key().equals(migration.key())) {
            note.clear();
            progress.show(TaskProgress.none());
        }
        shown = migration;
        var by = migration.remarks().claim();
        claim.setText(by.map(this::claimed).orElseGet(() -> text("nobody")));
        change.setText(text(isOwn(by) ? "release" : "claim"));
        offer();
        var next = migration.remarks().notes().reversed().stream().map(this::sentence).toList();
        if (!next.equals(written)) {
            written = next;
            notes.getChildren().setAll(next.stream().map(NotesPanel::note).toList());
        }
    }

    /** Somebody who may only read the journal is told so at the buttons. */
    private void offer() {
        var refusal = context.watch().journalRefusal().map(context::sentence);
        changeSlot.show(new ActionAvailability(refusal.isEmpty(), refusal.orElseGet(change::getText)));
        addSlot.show(new ActionAvailability(
                refusal.isEmpty() && !note.getText().isBlank(), refusal.orElseGet(add::getText)));
        note.setDisable(refusal.isPresent());
    }

    private String claimed(Remark by) {
        return text("claimed", by.author(), context.times().at(by.at()));
    }

    private boolean isOwn(Optional<Remark> by) {
        return by.filter(each -> each.author().equals(context.watch().user())).isPresent();
    }

    private String sentence(Remark each) {
        return text("note", each.author(), context.times().at(each.at()), each.text());
    }

    private static Label note(String sentence) {
        var label = new WrappedLabel(sentence);
        return label;
    }

    private void changeClaim() {
        if (shown != null) {
            afterwards(shown.key(), isOwn(shown.remarks().claim())
                    ? context.watch().release(shown.key(), null, "")
                    : context.watch().claim(shown.key(), null, ""), () -> {});
        }
    }

    private void addNote() {
        if (shown != null && !note.getText().isBlank()) {
            var sent = note.getText();
            afterwards(shown.key(), context.watch().note(shown.key(), sent), () -> clear(sent));
        }
    }

    /** What was typed since stays. */
    private void clear(String sent) {
        if (note.getText().equals(sent)) {
            note.clear();
        }
    }

    /** Says what came of a change, unless another migration is shown by then. */
    private void afterwards(MigrationKey key, CompletableFuture<Optional<Fact>> change, Runnable then) {
        context.whenDone(change, trouble -> {
            if (shown != null && shown.key().equals(key)) {
                progress.show(TaskProgress.ended(trouble));
                if (trouble.isEmpty()) {
                    then.run();
                }
            }
        });
    }
}
