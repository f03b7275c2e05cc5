package dev.longshore.ui.detail;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.text.SizeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.FieldMark;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.usertext.ByteSize;
import dev.longshore.watch.WatchedMigration;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Where the user says how much was uploaded of a migration that receives files no longer, to know what it costs. */
final class SealedSize extends FlowPane {
    private static final double GAP = 8;
    private static final int COLUMNS = 7;

    private final TextField size = new TextField();
    private final Label complaint = new Label();
    private final FieldMark mark = new FieldMark();
    private final UiContext context;
    private final SnapshotFeed feed;
    private @Nullable MigrationKey shown;

    SealedSize(UiContext context, SnapshotFeed feed) {
        super(GAP, GAP);
        this.context = context;
        this.feed = feed;
        var label = new Label(context.texts().get("detail.cost.size"));
        label.setLabelFor(size);
        size.setId("sealedSize");
        size.setAccessibleText(label.getText());
        size.setPrefColumnCount(COLUMNS);
        size.setOnAction(_ -> apply());
        size.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                apply();
            }
        });
        complaint.setId("sealedSizeComplaint");
        complaint.getStyleClass().addAll("note", "role-risk");
        setRowValignment(VPos.CENTER);
        getChildren().addAll(label, size, complaint);
    }

    /** @param isWanted whether anything is reckoned by it */
    void show(WatchedMigration migration, boolean isWanted) {
        var isSealed = migration.situation().phase()
                .filter(each -> each != Phase.INITIALIZING && each != Phase.RECEIVING_FILES).isPresent();
        Visibility.set(this, isWanted && isSealed);
        if (!migration.key().equals(shown)) {
            shown = migration.key();
            complain("");
            var plan = feed.uploads().get(migration.key());
            size.setText(plan == null ? "" : new SizeText(context.texts()).of(plan.totalBytes()));
        }
    }

    /** What was shown already is what is known, in fewer digits. */
    private void apply() {
        var key = shown;
        if (key == null) {
            return;
        }
        var plan = feed.uploads().get(key);
        if (size.getText().isBlank()) {
            feed.uploads().remove(key);
            complain("");
        } else if (plan == null || !size.getText().equals(new SizeText(context.texts()).of(plan.totalBytes()))) {
            save(key);
        } else {
            complain("");
        }
    }

    private void save(MigrationKey key) {
        var bytes = ByteSize.of(size.getText(), context.times().region());
        complain(bytes.isPresent() ? "" : context.texts().get(ByteSize.couldMeanTwo(size.getText())
                ? "detail.upload.twoMeanings" : "detail.cost.size.unreadable"));
        bytes.ifPresent(all -> feed.uploads().put(key, new UploadPlan(all, all, 1, feed.serviceTime(key))));
    }

    private void complain(String sentence) {
        complaint.setText(sentence);
        Visibility.set(complaint, !sentence.isEmpty());
        if (sentence.isEmpty()) {
            mark.hide();
        } else {
            mark.show(size, sentence);
        }
    }
}
