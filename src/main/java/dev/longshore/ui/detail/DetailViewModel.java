package dev.longshore.ui.detail;

import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What is known of the selected migration, and its history as soon as that is read. FX thread only. */
public final class DetailViewModel {
    private static final Duration LOADED_PERIOD = Duration.ofDays(90);
    private static final Duration REDRAW = Duration.ofSeconds(20);

    private final ReadOnlyObjectWrapper<Optional<WatchedMigration>> migration = new ReadOnlyObjectWrapper<>(this,
            "migration", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<History>> history = new ReadOnlyObjectWrapper<>(this, "history",
            Optional.empty());
    private final ReadOnlyObjectWrapper<@Nullable Timeline> timeline = new ReadOnlyObjectWrapper<>(this, "timeline");
    private final ReadOnlyStringWrapper historyProblem = new ReadOnlyStringWrapper(this, "historyProblem", "");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected");
    private final UiContext context;
    private final SnapshotFeed feed;
    private List<MigrationKey> selection = List.of();
    private boolean isReading;

    private record LoadedHistory(History history, Timeline timeline) {}

    /** Nothing is selected yet. */
    public DetailViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        feed.snapshotProperty().subscribe(this::refresh);
        feed.nowProperty().subscribe(this::age);
    }

    /** Shows these; where they are several, only how many. */
    public void select(List<MigrationKey> keys) {
        selection = List.copyOf(keys);
        selected.set(keys.size());
        history.set(Optional.empty());
        timeline.set(null);
        historyProblem.set("");
        migration.set(Optional.empty());
        refresh();
    }

    /** The one that is selected, where it is one. */
    public ReadOnlyObjectProperty<Optional<WatchedMigration>> migrationProperty() {
        return migration.getReadOnlyProperty();
    }

    /** What is kept of it; empty until it is read. */
    ReadOnlyObjectProperty<Optional<History>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    /** The history as it is read at this time; null until there is one. */
    ReadOnlyObjectProperty<@Nullable Timeline> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    /** Why the history cannot be read, or empty. */
    ReadOnlyStringProperty historyProblemProperty() {
        return historyProblem.getReadOnlyProperty();
    }

    /** How many migrations are selected. */
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Reads the history once more. */
    void reload() {
        migration.get().ifPresent(this::read);
    }

    private void refresh() {
        var before = migration.get();
        var now = selection.size() == 1
                ? feed.migration(selection.getFirst())
                : Optional.<WatchedMigration>empty();
        migration.set(now);
        if (now.isPresent() && !sameNews(before, now.get())) {
            read(now.get());
        }
    }

    /** The history grows by good answers and by commands, so it is read again only after one of them. */
    private static boolean sameNews(Optional<WatchedMigration> before, WatchedMigration now) {
        return before.filter(earlier -> earlier.key().equals(now.key())
                && (earlier.problem() == null) == (now.problem() == null)
                && Objects.equals(earlier.lastKnown(), now.lastKnown())
                && Objects.equals(earlier.latest(), now.latest())).isPresent();
    }

    /** What is told by weeks of observations takes a while to work out, and the window must not wait for it. */
    private void read(WatchedMigration asked) {
        var now = feed.nowProperty().get();
        isReading = true;
        var _ = context.watch().history(asked.key(), now.minus(LOADED_PERIOD))
                .thenApply(kept -> new LoadedHistory(kept,
                        Timeline.of(kept, asked.lastKnown(), now, asked.seenUntil(now))))
                .whenComplete((read, failure) -> context.thread().run(() -> show(asked.key(), read, failure)));
    }

    private void show(MigrationKey key, @Nullable LoadedHistory read, @Nullable Throwable failure) {
        isReading = false;
        if (selection.equals(List.of(key))) {
            if (read != null) {
                history.set(Optional.of(read.history()));
                timeline.set(read.timeline());
            }
            historyProblem.set(context.sentence(failure));
        }
    }

    /** A second is not seen on an axis of days. What cannot be read is not asked for each second. */
    private void age() {
        var drawn = timeline.get();
        if (drawn != null && !isReading && historyProblem.get().isEmpty()
                && Duration.between(drawn.now(), feed.nowProperty().get()).compareTo(REDRAW) >= 0) {
            reload();
        }
    }
}
