package dev.longshore.ui.settings;

import dev.longshore.ui.context.SupportBundles;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.TaskProgress;
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

    private final ObservableList<SupportBundles.BundledFile> parts = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final UiContext context;
    private final SupportBundles supportBundles;

    SupportViewModel(UiContext context, SupportBundles supportBundles) {
        this.context = context;
        this.supportBundles = supportBundles;
    }

    /** What would be written; empty until it is gathered. */
    ObservableList<SupportBundles.BundledFile> parts() {
        return parts;
    }

    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void gather() {
        progress.set(TaskProgress.underWay(context.texts().get("settings.support.gathering")));
        var _ = supportBundles.gather()
                .whenComplete((found, failure) -> context.thread().run(() -> gathered(found, failure)));
    }

    private void gathered(@Nullable List<SupportBundles.BundledFile> found, @Nullable Throwable failure) {
        parts.setAll(found == null ? List.of() : found);
        progress.set(failure == null ? TaskProgress.none() : TaskProgress.failed(context.sentence(failure)));
    }

    /** Writes exactly what is shown. */
    void save(Path file) {
        progress.set(TaskProgress.underWay(context.texts().get("settings.support.writing")));
        var _ = supportBundles.save(List.copyOf(parts), file)
                .whenComplete((wrong, failure) -> context.thread().run(() -> saved(file, failure == null
                        ? wrong.map(context::sentence)
                        : Optional.of(context.sentence(failure)))));
    }

    private void saved(Path file, Optional<String> wrong) {
        progress.set(wrong.map(TaskProgress::failed)
                .orElseGet(() -> TaskProgress.done(context.texts().get("settings.support.written", file))));
    }

    /** A name that says when it was made. */
    String suggestedName() {
        return "longshore-support-" + NAMED.format(context.clock().instant()) + ".zip";
    }
}
