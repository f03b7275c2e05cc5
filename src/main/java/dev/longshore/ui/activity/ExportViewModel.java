package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.ui.Progress;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.TimeText;
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
    private final ObjectProperty<TimeText.Zone> zone;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            Progress.none());
    private final Ui ui;

    ExportViewModel(Ui ui) {
        this.ui = ui;
        zone = new SimpleObjectProperty<>(this, "zone", ui.times().zoneProperty().get());
    }

    ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** The zone of the times in the file; that of the window where nobody says otherwise. */
    ObjectProperty<TimeText.Zone> zoneProperty() {
        return zone;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** A name for the file, with today's date. */
    String suggestedName() {
        var today = DateTimeFormatter.ISO_LOCAL_DATE.format(ui.times().zoned(ui.clock().instant()));
        return "longshore-journal-" + today + "." + format.get().ending();
    }

    /** Writes {@code target} without waiting for the disk, and then says what became of it. */
    void write(Path target) {
        progress.set(Progress.underWay(ui.texts().get("activity.export.underWay", target)));
        var _ = ui.watch().export(format.get(), ui.times().zoneId(zone.get()), target)
                .whenComplete((_, fault) -> ui.thread().run(() -> progress.set(ended(target, fault))));
    }

    private Progress ended(Path target, @Nullable Throwable fault) {
        return fault == null
                ? Progress.done(ui.texts().get("activity.export.done", target))
                : Progress.failed(ui.sentence(fault));
    }
}
