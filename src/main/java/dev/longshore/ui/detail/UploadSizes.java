package dev.longshore.ui.detail;

import dev.longshore.model.Forecast;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Phase;
import dev.longshore.model.forecast.UploadPlan;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.ui.fx.Visibility;
import dev.longshore.usertext.ByteSize;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** Where a user says how much there is to upload and how fast it goes, for the service does not see an upload. */
final class UploadSizes extends FlowPane {
    private static final double GAP = 8;
    private static final int COLUMNS = 7;

    private final TextField total = new TextField();
    private final TextField done = new TextField();
    private final TextField rate = new TextField();
    private final Label expectedLabel = new Label();
    private final UiContext context;
    private final SnapshotFeed feed;
    private @Nullable WatchedMigration shown;
    private @Nullable UploadPlan known;

    UploadSizes(UiContext context, SnapshotFeed feed) {
        super(GAP, GAP);
        this.context = context;
        this.feed = feed;
        expectedLabel.setId("uploadSaid");
        expectedLabel.getStyleClass().add("note");
        var take = new Button(context.texts().get("detail.upload.take"));
        take.setId("uploadTake");
        take.getStyleClass().add("small");
        take.setOnAction(_ -> take());
        setRowValignment(VPos.CENTER);
        add(total, "uploadTotal", "detail.upload.total");
        add(done, "uploadDone", "detail.upload.done");
        add(rate, "uploadRate", "detail.upload.rate");
        getChildren().addAll(take, expectedLabel);
    }

    private void add(TextField field, String id, String key) {
        var label = new Label(context.texts().get(key));
        label.setLabelFor(field);
        field.setId(id);
        field.setAccessibleText(label.getText());
        field.setPrefColumnCount(COLUMNS);
        getChildren().addAll(label, field);
    }

    void show(WatchedMigration migration) {
        var receives = migration.situation().phase().filter(Phase.RECEIVING_FILES::equals).isPresent();
        Visibility.set(this, receives);
        var plan = feed.uploads().get(migration.key());
        if (shown == null || !shown.key().equals(migration.key())) {
            List.of(total, done, rate).forEach(TextField::clear);
            expectedLabel.setText(expected(migration.key()));
        } else if (!Objects.equals(plan, known)) {
            expectedLabel.setText(expected(migration.key()));
        }
        known = plan;
        shown = migration;
    }

    private String expected(MigrationKey key) {
        return Optional.ofNullable(feed.uploads().get(key)).map(UploadPlan::forecast).map(this::sentence).orElse("");
    }

    private String sentence(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Range range ->
                context.texts().get("detail.upload.expected", context.times().at(range.latest()));
            case Forecast.NoForecast(var reason) -> context.sentence(reason);
        };
    }

    private void take() {
        var migration = shown;
        if (migration != null && total.getText().isBlank()) {
            feed.uploads().remove(migration.key());
            expectedLabel.setText("");
        } else if (migration != null) {
            plan(migration).ifPresentOrElse(plan -> {
                feed.uploads().put(migration.key(), plan);
                expectedLabel.setText(expected(migration.key()));
            }, () -> expectedLabel.setText(context.texts().get(
                    Stream.of(total, done, rate).map(TextField::getText).anyMatch(ByteSize::couldMeanTwo)
                            ? "detail.upload.twoMeanings" : "detail.upload.unreadable")));
        }
    }

    private Optional<UploadPlan> plan(WatchedMigration migration) {
        var all = bytes(total).orElse(-1);
        var there = done.getText().isBlank() ? 0 : bytes(done).orElse(-1);
        var fast = rate.getText().isBlank() ? measured(migration, there) : bytes(rate).orElse(0);
        return there < 0 || all < there || fast <= 0
                ? Optional.empty()
                : Optional.of(new UploadPlan(all, there, fast, feed.serviceTime(migration.key())));
    }

    private OptionalLong bytes(TextField field) {
        return ByteSize.of(field.getText(), context.times().region());
    }

    /** Without a rate, that of what is there since files are received. */
    private long measured(WatchedMigration migration, long there) {
        var known = migration.lastKnown();
        return known == null
                ? 0
                : there / Math.max(1, Duration.between(known.since(), feed.serviceTime(migration.key())).toSeconds());
    }
}
