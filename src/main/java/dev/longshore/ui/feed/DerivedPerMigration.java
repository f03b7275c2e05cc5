package dev.longshore.ui.feed;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.ListChanges;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/**
 * What is worked out of each migration on the list, anew only of those that have changed. FX thread only.
 *
 * @param <T> what is worked out
 */
public final class DerivedPerMigration<T> {
    private static final int SHARES = 60;
    /** So many that are new are worked out in one frame. */
    private static final int MOST_AT_ONCE = 200;

    private final Function<WatchedMigration, T> work;
    private final List<DerivedValue<T>> known = new ArrayList<>();
    private List<DerivedValue<T>> reported = List.of();
    private List<WatchedMigration> migrations = List.of();
    private List<WatchedMigration> wanted = List.of();
    private boolean isCatchingUp;

    /**
     * What has become of it.
     *
     * @param removed what is worked out no longer
     * @param added what is worked out now and was not before
     */
    public record DerivedChanges<T>(List<T> removed, List<T> added) {}

    private record DerivedValue<T>(MigrationKey key, T value) {}

    /** Nothing yet; {@code work} is asked for each migration that is new or has changed. */
    public DerivedPerMigration(Function<WatchedMigration, T> work) {
        this.work = work;
    }

    /** In the order of the list. */
    public Stream<T> all() {
        return known.stream().map(DerivedValue::value);
    }

    /**
     * Shows what {@code feed} shows, while {@code seen}: news at most once a second, and within a minute each of them
     * anew because time has passed. Each part of the work has a frame of its own.
     *
     * @param news is told a frame after something else was worked out of one of them
     */
    public void follow(SnapshotFeed feed, UiThread thread, ObservableValue<Boolean> seen,
            Consumer<DerivedChanges<T>> news) {
        feed.throttledProperty().when(seen).subscribe(snapshot -> {
            wanted = snapshot.migrations();
            if (!isCatchingUp && !isFarBehind()) {
                show(wanted);
                thread.runNextFrame(() -> report(news));
            } else if (!isCatchingUp) {
                isCatchingUp = true;
                thread.runNextFrame(() -> catchUp(thread, news));
            }
        });
        feed.secondsProperty().when(seen).subscribe(second -> FrameSchedule.PASSING_TIME.run(thread, () -> {
            refreshShare(second.longValue());
            thread.runNextFrame(() -> report(news));
        }));
    }

    private boolean isFarBehind() {
        return wanted.size() > migrations.size() + MOST_AT_ONCE;
    }

    /** A part of many that are new, in a frame of its own, so that the window goes on. */
    private void catchUp(UiThread thread, Consumer<DerivedChanges<T>> news) {
        isCatchingUp = isFarBehind();
        show(isCatchingUp ? List.copyOf(wanted.subList(0, migrations.size() + MOST_AT_ONCE)) : wanted);
        thread.runNextFrame(() -> {
            report(news);
            if (isCatchingUp) {
                thread.runNextFrame(() -> catchUp(thread, news));
            }
        });
    }

    private void report(Consumer<DerivedChanges<T>> news) {
        var derivedChanges = takeChanges();
        if (!derivedChanges.removed().isEmpty() || !derivedChanges.added().isEmpty()) {
            news.accept(derivedChanges);
        }
    }

    /** Takes these over: nearly always they are the same in the same order, and most have not changed. */
    public void show(List<WatchedMigration> next) {
        var before = migrations;
        migrations = next;
        ListChanges.indexes(before, next, WatchedMigration::key, WatchedMigration::isUnchangedSince)
                .ifPresentOrElse(places -> places.forEach(this::recomputeAt), () -> showOthers(before));
    }

    private void showOthers(List<WatchedMigration> before) {
        Map<MigrationKey, Integer> places = new HashMap<>();
        IntStream.range(0, before.size()).forEach(i -> places.put(before.get(i).key(), i));
        var earlier = List.copyOf(known);
        known.clear();
        for (var migration : migrations) {
            var place = places.getOrDefault(migration.key(), -1);
            known.add(place < 0
                    ? known(migration)
                    : recomputed(earlier.get(place), migration, migration.isUnchangedSince(before.get(place))));
        }
    }

    /** Works everything out anew, because something besides the migrations has changed. */
    public void recompute() {
        IntStream.range(0, known.size()).forEach(this::recomputeAt);
    }

    /** Works one of them out anew, because something else that concerns it has changed. */
    public void recompute(MigrationKey key) {
        IntStream.range(0, known.size()).filter(i -> known.get(i).key().equals(key)).forEach(this::recomputeAt);
    }

    /** What is said of some depends on the time: each of them has its turn once a minute. */
    private void refreshShare(long second) {
        IntStream.range(0, known.size()).filter(i -> i % SHARES == second % SHARES).forEach(this::recomputeAt);
    }

    private void recomputeAt(int i) {
        known.set(i, recomputed(known.get(i), migrations.get(i), false));
    }

    /** What says the same as before stays the same object. */
    private DerivedValue<T> recomputed(DerivedValue<T> before, WatchedMigration migration, boolean isUnchanged) {
        var now = isUnchanged ? before : known(migration);
        return now.equals(before) ? before : now;
    }

    private DerivedValue<T> known(WatchedMigration migration) {
        return new DerivedValue<>(migration.key(), work.apply(migration));
    }

    /** What has changed since this was asked last. */
    public DerivedChanges<T> takeChanges() {
        var before = reported;
        reported = List.copyOf(known);
        return changesInPlace(before).orElseGet(() -> changesByKey(before));
    }

    /** Empty when it is not the same migrations in the same order. */
    private Optional<DerivedChanges<T>> changesInPlace(List<DerivedValue<T>> before) {
        return ListChanges
                .indexes(before, reported, DerivedValue::key, DerivedPerMigration::isSame)
                .map(changed -> new DerivedChanges<>(values(before, changed), values(reported, changed)));
    }

    /** Comparing two addresses follows neither. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(DerivedValue<?> one, DerivedValue<?> other) {
        return one == other;
    }

    private static <T> List<T> values(List<DerivedValue<T>> all, List<Integer> places) {
        return places.stream().map(all::get).map(DerivedValue::value).toList();
    }

    private DerivedChanges<T> changesByKey(List<DerivedValue<T>> before) {
        Map<MigrationKey, T> gone = new HashMap<>();
        before.forEach(each -> gone.put(each.key(), each.value()));
        var come = new ArrayList<T>();
        for (var now : reported) {
            if (!now.value().equals(gone.get(now.key()))) {
                come.add(now.value());
            } else {
                gone.remove(now.key());
            }
        }
        return new DerivedChanges<>(List.copyOf(gone.values()), come);
    }
}
