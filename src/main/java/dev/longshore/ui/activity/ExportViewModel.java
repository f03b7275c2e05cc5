package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.text.TimeText;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.TaskProgress;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Writes the journal into a file for other programs. FX thread only. */
final class ExportViewModel {
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.CSV);
    private final ObjectProperty<TimeText.ZoneChoice> zone;
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final UiContext context;

    ExportViewModel(UiContext context) {
        this.context = context;
        zone = new SimpleObjectProperty<>(this, "zone", context.times().zoneProperty().get());
    }

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** The zone of the times in the file; that of the window where nobody says otherwise. */
    ObjectProperty<TimeText.ZoneChoice> zoneProperty() {
        return zone;
    }

    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** A name for the file, with today's date. */
    String suggestedName() {
        var today = DateTimeFormatter.ISO_LOCAL_DATE.format(context.times().zoned(context.clock().instant()));
        return "longshore-journal-" + today + "." + format.get().ending();
    }

    /** Writes {@code target} without waiting for the disk, and then says what became of it. */
    void write(Path target) {
        progress.set(TaskProgress.underWay(context.texts().get("activity.export.underWay", target)));
        var zoneId = context.times().zoneId(zone.get());
        var _ = context.watch().export(format.get(), zoneId, context.factsIn(zoneId)::of, target)
                .whenComplete((_, fault) -> context.thread().run(() -> progress.set(ended(target, fault))));
    }

    private TaskProgress ended(Path target, @Nullable Throwable fault) {
        return fault == null
                ? TaskProgress.done(context.texts().get("activity.export.done", target))
                : TaskProgress.failed(context.sentence(fault));
    }
}
