package dev.longshore.ui.detail;

import dev.longshore.model.History;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_COMPARED = 8;
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
    private final ReadOnlyObjectWrapper<Map<MigrationKey, Timeline>> compared = new ReadOnlyObjectWrapper<>(this,
            "compared", Map.of());
    /** Read and not shown yet: all that is read before the next frame is shown in it. */
    private final Map<MigrationKey, Timeline> justRead = new HashMap<>();
    private List<MigrationKey> selection = List.of();
    private Instant comparedAt = Instant.EPOCH;
    private final ReadOnlyObjectWrapper<Optional<HistoryMoment>> moment = new ReadOnlyObjectWrapper<>(this, "moment",
            Optional.empty());
    private boolean isReading;

    /** A moment of a migration's history. */
    private record HistoryMoment(MigrationKey key, Instant at) {}

    private record LoadedHistory(History history, Timeline timeline) {}

    /** Nothing is selected yet. */
    public DetailViewModel(UiContext context, SnapshotFeed feed) {
        this.context = context;
        this.feed = feed;
        feed.snapshotProperty().subscribe(this::refresh);
        feed.nowProperty().subscribe(this::age);
    }

    /** Shows these; several are compared, where they are not too many. */
    public void select(List<MigrationKey> keys) {
        selection = List.copyOf(keys);
        selected.set(keys.size());
        history.set(Optional.empty());
        timeline.set(null);
        historyProblem.set("");
        migration.set(Optional.empty());
        compared.set(Map.of());
        justRead.clear();
        comparedAt = Instant.EPOCH;
        refresh();
        readCompared();
    }

    /** Shows a moment of a migration's history as soon as that is read. */
    public void showMoment(MigrationKey key, Instant at) {
        moment.set(Optional.of(new HistoryMoment(key, at)));
    }

    /** Whether a moment of the selected migration is to be shown. */
    boolean isMomentWanted() {
        return moment.get().filter(each -> selection.equals(List.of(each.key()))).isPresent();
    }

    /** The moment that is to be shown now, in UTC; it is given out once. */
    Optional<Instant> takeMoment() {
        var taken = moment.get().filter(_ -> isMomentWanted() && timeline.get() != null).map(HistoryMoment::at);
        taken.ifPresent(_ -> moment.set(Optional.empty()));
        return taken;
    }

    /** Calls {@code action} whenever a moment is to be shown. */
    void onMoment(Runnable action) {
        moment.subscribe(action);
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

    /** The migrations that are compared, in the order they were selected; empty where it is one, or too many. */
    List<WatchedMigration> comparedMigrations() {
        return selection.size() < 2 || selection.size() > MOST_COMPARED
                ? List.of()
                : selection.stream().flatMap(key -> feed.migration(key).stream()).toList();
    }

    /** The timelines of those that are compared, as far as they are read. */
    ReadOnlyObjectProperty<Map<MigrationKey, Timeline>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    private void readCompared() {
        var now = feed.nowProperty().get();
        comparedAt = now;
        for (var each : comparedMigrations()) {
            var _ = context.watch().history(each.key(), now.minus(LOADED_PERIOD))
                    .thenApply(kept -> Timeline.of(kept, each.lastKnown(), now, each.seenUntil(now)))
                    .whenComplete((read, _) -> context.thread().run(() -> compare(each.key(), read)));
        }
    }

    private void compare(MigrationKey key, @Nullable Timeline read) {
        if (read != null && selection.size() > 1 && selection.contains(key)) {
            justRead.put(key, read);
            context.thread().runNextFrame(this::showJustRead);
        }
    }

    private void showJustRead() {
        if (!justRead.isEmpty()) {
            var all = new HashMap<>(compared.get());
            all.putAll(justRead);
            justRead.clear();
            compared.set(Map.copyOf(all));
        }
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
        if (!comparedMigrations().isEmpty()
                && Duration.between(comparedAt, feed.nowProperty().get()).compareTo(REDRAW) >= 0) {
            readCompared();
        }
        var drawn = timeline.get();
        if (drawn != null && !isReading && historyProblem.get().isEmpty()
                && Duration.between(drawn.now(), feed.nowProperty().get()).compareTo(REDRAW) >= 0) {
            reload();
        }
    }
}
