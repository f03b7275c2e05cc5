package dev.longshore.ui.settings;

import dev.longshore.journal.PurgeResult;
import dev.longshore.ui.context.Preferences;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.dialog.TaskProgress;
import dev.longshore.watch.Retention;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** For how long observations of closed migrations are kept. FX thread only. */
final class RetentionViewModel {
    private final ReadOnlyObjectWrapper<TaskProgress> progress = new ReadOnlyObjectWrapper<>(this, "progress",
            TaskProgress.none());
    private final UiContext context;
    private final Preferences preferences;

    RetentionViewModel(UiContext context, Preferences preferences) {
        this.context = context;
        this.preferences = preferences;
    }

    /** What is set now; everything is kept where nobody has set anything. */
    Retention retention() {
        return Retention.read(preferences.find(Retention.KEY));
    }

    /** How far the newest change has come. */
    ReadOnlyObjectProperty<TaskProgress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Keeps everything from now on. */
    void keepEverything() {
        save(Retention.EVERYTHING, () -> progress.set(TaskProgress.none()));
    }

    /**
     * Asks what {@code wanted} would throw away now; nothing is thrown away, and nothing set.
     *
     * @param prompt told what would go, as a sentence, and what to do when the user agrees
     */
    void preview(Retention wanted, BiConsumer<String, Runnable> prompt) {
        wanted.before(context.clock().instant()).ifPresent(before -> when(
                "settings.retention.counting", context.watch().purgeable(before), would -> {
                    progress.set(TaskProgress.none());
                    prompt.accept(wouldGo(would, wanted), () -> set(wanted));
                }));
    }

    private String wouldGo(PurgeResult would, Retention wanted) {
        return context.texts().get(
                "settings.retention.wouldGo", would.observations(), would.migrations(), wanted.months().orElse(0));
    }

    private void set(Retention wanted) {
        save(wanted, () -> wanted.before(context.clock().instant()).ifPresent(before -> when(
                "settings.retention.purging", context.watch().purge(before), gone -> progress.set(TaskProgress.done(
                        context.texts().get("settings.retention.gone", gone.observations()))))));
    }

    /** Goes on once the next start knows of it, too; else it stays as it was. */
    private void save(Retention wanted, Runnable then) {
        context.whenDone(preferences.saveOrRevert(Retention.KEY, wanted.text()), trouble -> {
            if (trouble.isEmpty()) {
                then.run();
            } else {
                progress.set(TaskProgress.failed(trouble));
            }
        });
    }

    private <T> void when(String meanwhile, CompletableFuture<T> answer, Consumer<T> then) {
        progress.set(TaskProgress.underWay(context.texts().get(meanwhile)));
        var _ = answer.whenComplete((value, fault) -> context.thread().run(() -> Optional.ofNullable(fault)
                .ifPresentOrElse(each -> progress.set(TaskProgress.failed(context.sentence(each))),
                        () -> then.accept(value))));
    }
}
