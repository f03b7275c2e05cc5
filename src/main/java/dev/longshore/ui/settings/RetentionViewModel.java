package dev.longshore.ui.settings;

import dev.longshore.journal.Disposal;
import dev.longshore.ui.Preferences;
import dev.longshore.ui.Ui;
import dev.longshore.watch.Retention;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** For how long observations of closed migrations are kept. FX thread only. */
final class RetentionViewModel {
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final Ui ui;
    private final Preferences preferences;

    RetentionViewModel(Ui ui, Preferences preferences) {
        this.ui = ui;
        this.preferences = preferences;
    }

    /** What is set now; everything is kept where nobody has set anything. */
    Retention retention() {
        return Retention.read(preferences.find(Retention.KEY));
    }

    /** What became of the newest change, as a sentence; may be empty. */
    ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    /** Keeps everything from now on. */
    void keepEverything() {
        keep(Retention.EVERYTHING);
        news.set("");
    }

    /**
     * Asks what {@code wanted} would throw away now; nothing is thrown away, and nothing set.
     *
     * @param ask told what would go, as a sentence, and what to do when the person agrees
     */
    void preview(Retention wanted, Question ask) {
        wanted.before(ui.clock().instant()).ifPresent(before -> when(
                ui.watch().disposable(before),
                would -> ask.ask(wouldGo(would, wanted), () -> set(wanted))));
    }

    /** Asks the person. */
    interface Question {
        void ask(String sentence, Runnable yes);
    }

    private String wouldGo(Disposal would, Retention wanted) {
        return ui.texts().get(
                "settings.retention.wouldGo", would.observations(), would.migrations(), wanted.months().orElse(0));
    }

    private void set(Retention wanted) {
        keep(wanted);
        wanted.before(ui.clock().instant()).ifPresent(before -> when(
                ui.watch().dispose(before),
                gone -> news.set(ui.texts().get("settings.retention.gone", gone.observations()))));
    }

    private void keep(Retention retention) {
        preferences.keep(Retention.KEY, retention.text());
    }

    private <T> void when(CompletableFuture<T> answer, Consumer<T> then) {
        var _ = answer.whenComplete((value, fault) -> ui.thread().run(() -> Optional.ofNullable(fault)
                .ifPresentOrElse(each -> news.set(ui.sentence(each)), () -> then.accept(value))));
    }
}
