package dev.longshore.ui.activity;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.activity.ActivityRecord;
import dev.longshore.text.HandOverText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.AlertsSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Makes the sheet for the next shift. FX thread only. */
final class HandOverViewModel {
    private static final int MOST_RECORDS = 1000;

    /** How long the shift was. */
    enum ShiftLength {
        /** Eight hours. */
        HOURS_8(8),
        /** Twelve hours. */
        HOURS_12(12),
        /** A day. */
        HOURS_24(24),
        /** A weekend. */
        HOURS_72(72);

        private final Duration length;

        ShiftLength(int hours) {
            length = Duration.ofHours(hours);
        }
    }

    private final ObjectProperty<ShiftLength> shift = new SimpleObjectProperty<>(this, "shift", ShiftLength.HOURS_12);
    private final ReadOnlyStringWrapper sheet = new ReadOnlyStringWrapper(this, "sheet", "");
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final UiContext context;
    private final SnapshotFeed feed;

    HandOverViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        shift.subscribe(_ -> make());
    }

    ObjectProperty<ShiftLength> shiftProperty() {
        return shift;
    }

    /** The whole sheet as Markdown; empty while it is made. */
    ReadOnlyStringProperty sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    private void make() {
        progress.set(TaskProgress.underWay(context.texts().get("activity.handOver.making")));
        var length = shift.get();
        var snapshot = feed.snapshotProperty().get();
        var urgent = snapshot.migrations().stream().filter(each -> feed.rank(each).needsAttention())
                .sorted(Comparator.comparing(feed::rank)).toList();
        var _ = records().thenCombine(alerts(), (records, alerts) -> text(
                length, new HandOverText.ShiftState(snapshot, alerts, urgent), records))
                .whenComplete((text, fault) -> context.thread().run(() -> show(length, text, fault)));
    }

    private CompletableFuture<List<ActivityRecord>> records() {
        return context.watch().activity(ActivityQuery.newest(MOST_RECORDS), page -> page.records());
    }

    private CompletableFuture<AlertsSnapshot> alerts() {
        var present = new CompletableFuture<AlertsSnapshot>();
        var subscription = context.watch().subscribeToAlerts(present::complete);
        present.whenComplete((_, _) -> context.thread().run(subscription::close));
        return present;
    }

    private String text(ShiftLength length, HandOverText.ShiftState state, List<ActivityRecord> records) {
        return new HandOverText(context.texts(), context.times().inZone(context.times().zoneId()))
                .sheet(new HandOverText.ShiftReport(context.watch().user(),
                        state.snapshot().at().minus(length.length), state, records));
    }

    private void show(ShiftLength length, @Nullable String text, @Nullable Throwable fault) {
        if (length == shift.get()) {
            sheet.set(text == null ? "" : text);
            progress.set(fault == null ? TaskProgress.none() : TaskProgress.failed(context.sentence(fault)));
        }
    }

    /** They are in the clipboard. */
    void copied() {
        progress.set(TaskProgress.done(context.texts().get("activity.handOver.copied")));
    }

    /** A name for the file, with today's date. */
    String suggestedName() {
        return "hand-over-" + DateTimeFormatter.ISO_LOCAL_DATE.format(
                context.times().zoned(context.clock().instant())) + ".md";
    }

    /** Writes {@code target} without waiting for the disk, and then says what became of it. */
    void write(Path target) {
        var text = sheet.get();
        progress.set(TaskProgress.underWay(context.texts().get("activity.export.underWay", target)));
        var _ = CompletableFuture.runAsync(() -> {
            try {
                AtomicFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException fault) {
                throw new CompletionException(fault);
            }
        }).whenComplete((_, fault) -> context.thread().run(() -> progress.set(fault == null
                ? TaskProgress.done(context.texts().get("activity.export.done", target))
                : TaskProgress.failed(context.texts().get("activity.handOver.notWritten", target,
                        context.sentence(fault))))));
    }
}
