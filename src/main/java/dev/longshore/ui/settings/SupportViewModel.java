package dev.longshore.ui.settings;

import dev.longshore.ui.Progress;
import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A support bundle that is looked at before it is written. FX thread only. */
final class SupportViewModel {
    private static final DateTimeFormatter NAMED = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final ObservableList<Support.Part> parts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            Progress.none());
    private final Ui ui;
    private final Support support;

    SupportViewModel(Ui ui, Support support) {
        this.ui = ui;
        this.support = support;
    }

    /** What would be written; empty until it is gathered. */
    ObservableList<Support.Part> parts() {
        return parts;
    }

    ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void gather() {
        progress.set(Progress.underWay(ui.texts().get("settings.support.gathering")));
        var _ = support.gather().whenComplete((found, failure) -> ui.thread().run(() -> gathered(found, failure)));
    }

    private void gathered(@Nullable List<Support.Part> found, @Nullable Throwable failure) {
        parts.setAll(found == null ? List.of() : found);
        progress.set(failure == null ? Progress.none() : Progress.failed(ui.sentence(failure)));
    }

    /** Writes exactly what is shown. */
    void save(Path file) {
        progress.set(Progress.underWay(ui.texts().get("settings.support.writing")));
        var _ = support.save(List.copyOf(parts), file)
                .exceptionally(failure -> Optional.of(ui.sentence(failure)))
                .thenAccept(wrong -> ui.thread().run(() -> saved(file, wrong)));
    }

    private void saved(Path file, Optional<String> wrong) {
        progress.set(wrong.map(Progress::failed)
                .orElseGet(() -> Progress.done(ui.texts().get("settings.support.written", file))));
    }

    /** A name that says when it was made. */
    String suggestedName() {
        return "longshore-support-" + NAMED.format(ui.clock().instant()) + ".zip";
    }
}
