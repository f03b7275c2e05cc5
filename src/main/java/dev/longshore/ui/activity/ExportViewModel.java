package dev.longshore.ui.activity;

import dev.longshore.journal.ExportFormat;
import dev.longshore.ui.Ui;
import dev.longshore.ui.fx.TimeText;
import dev.longshore.ui.theme.Token;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Writes the journal into a file for other programs. FX thread only. */
final class ExportViewModel {
    private final ObjectProperty<ExportFormat> format = new SimpleObjectProperty<>(this, "format", ExportFormat.CSV);
    private final ObjectProperty<TimeText.Zone> zone;
    private final ReadOnlyObjectWrapper<Progress> progress;
    private final Ui ui;

    /**
     * How far it has come.
     *
     * @param sentence for the person; empty before it has begun
     * @param token the colour of the sentence
     * @param underWay true while the file is being written
     */
    record Progress(String sentence, Token token, boolean underWay) {}

    ExportViewModel(Ui ui) {
        this.ui = ui;
        zone = new SimpleObjectProperty<>(this, "zone", ui.times().zoneProperty().get());
        progress = new ReadOnlyObjectWrapper<>(this, "progress", new Progress("", Token.NEUTRAL, false));
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
        progress.set(new Progress(ui.texts().get("activity.export.underWay", target), Token.RUNNING, true));
        var _ = ui.watch().export(format.get(), ui.times().zoneId(zone.get()), target)
                .whenComplete((_, fault) -> ui.thread().run(() -> progress.set(ended(target, fault))));
    }

    private Progress ended(Path target, @Nullable Throwable fault) {
        if (fault == null) {
            return new Progress(ui.texts().get("activity.export.done", target), Token.GOOD, false);
        }
        var cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return new Progress(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), Token.DANGER, false);
    }
}
