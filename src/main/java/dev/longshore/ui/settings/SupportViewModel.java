package dev.longshore.ui.settings;

import dev.longshore.ui.Support;
import dev.longshore.ui.Ui;
import dev.longshore.ui.theme.Token;
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
            new Progress("", Token.NEUTRAL, false));
    private final Ui ui;
    private final Support support;

    /**
     * How far it has come.
     *
     * @param sentence in words, or empty
     * @param token what colour goes with it
     * @param underWay true while something is gathered or written
     */
    record Progress(String sentence, Token token, boolean underWay) {}

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
        progress.set(new Progress(ui.texts().get("settings.support.gathering"), Token.NEUTRAL, true));
        var _ = support.gather().whenComplete((found, failure) -> ui.thread().run(() -> gathered(found, failure)));
    }

    private void gathered(@Nullable List<Support.Part> found, @Nullable Throwable failure) {
        parts.setAll(found == null ? List.of() : found);
        progress.set(new Progress(failure == null ? "" : String.valueOf(failure), Token.DANGER, false));
    }

    /** Writes exactly what is shown. */
    void save(Path file) {
        progress.set(new Progress(ui.texts().get("settings.support.writing"), Token.NEUTRAL, true));
        var _ = support.save(List.copyOf(parts), file)
                .exceptionally(failure -> Optional.of(String.valueOf(failure)))
                .thenAccept(wrong -> ui.thread().run(() -> saved(file, wrong)));
    }

    private void saved(Path file, Optional<String> wrong) {
        progress.set(new Progress(
                wrong.orElseGet(() -> ui.texts().get("settings.support.written", file)),
                wrong.isPresent() ? Token.DANGER : Token.GOOD, false));
    }

    /** A name that says when it was made. */
    String suggestedName() {
        return "longshore-support-" + NAMED.format(ui.clock().instant()) + ".zip";
    }
}
