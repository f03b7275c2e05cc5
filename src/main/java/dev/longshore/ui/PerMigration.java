package dev.longshore.ui;

import dev.longshore.model.MigrationKey;
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
public final class PerMigration<T> {
    private static final int SHARES = 60;

    private final Function<WatchedMigration, T> work;
    private final List<Known<T>> known = new ArrayList<>();
    private List<Known<T>> told = List.of();
    private List<WatchedMigration> migrations = List.of();

    /**
     * What has become of it.
     *
     * @param gone what is worked out no longer
     * @param come what is worked out now and was not before
     */
    public record Changes<T>(List<T> gone, List<T> come) {}

    private record Known<T>(MigrationKey key, T value) {}

    /** Nothing yet; {@code work} is asked for each migration that is new or has changed. */
    public PerMigration(Function<WatchedMigration, T> work) {
        this.work = work;
    }

    /** In the order of the list. */
    public Stream<T> all() {
        return known.stream().map(Known::value);
    }

    /**
     * Shows what {@code feed} shows, while {@code seen}: news at most once a second, and within a minute each of them
     * anew because time has passed. Each part of the work has a frame of its own.
     *
     * @param news is told a frame after something else was worked out of one of them
     */
    public void follow(Feed feed, UiThread thread, ObservableValue<Boolean> seen, Consumer<Changes<T>> news) {
        feed.calmProperty().when(seen).subscribe(snapshot -> {
            show(snapshot.migrations());
            thread.runNextFrame(() -> tell(news));
        });
        feed.secondsProperty().when(seen).subscribe(second -> Beat.PASSING_TIME.run(thread, () -> {
            passTime(second.longValue());
            thread.runNextFrame(() -> tell(news));
        }));
    }

    private void tell(Consumer<Changes<T>> news) {
        var changes = takeChanges();
        if (!changes.gone().isEmpty() || !changes.come().isEmpty()) {
            news.accept(changes);
        }
    }

    /** Takes these over: nearly always they are the same in the same order, and most have not changed. */
    public void show(List<WatchedMigration> next) {
        var before = migrations;
        migrations = next;
        Changed.places(before, next)
                .ifPresentOrElse(places -> places.forEach(this::workAgain), () -> showOthers(before));
    }

    private void showOthers(List<WatchedMigration> before) {
        Map<MigrationKey, Integer> places = new HashMap<>();
        IntStream.range(0, before.size()).forEach(i -> places.put(before.get(i).key(), i));
        var earlier = List.copyOf(known);
        known.clear();
        for (var migration : migrations) {
            var place = places.getOrDefault(migration.key(), -1);
            known.add(place >= 0 && migration.isStill(before.get(place)) ? earlier.get(place) : known(migration));
        }
    }

    /** Works everything out anew, because something besides the migrations has changed. */
    public void again() {
        IntStream.range(0, known.size()).forEach(this::workAgain);
    }

    /** Works one of them out anew, because something else that concerns it has changed. */
    public void again(MigrationKey key) {
        IntStream.range(0, known.size()).filter(i -> known.get(i).key().equals(key)).forEach(this::workAgain);
    }

    /** What is said of some depends on the time: each of them has its turn once a minute. */
    private void passTime(long second) {
        IntStream.range(0, known.size()).filter(i -> i % SHARES == second % SHARES).forEach(this::workAgain);
    }

    private void workAgain(int i) {
        var now = known(migrations.get(i));
        if (!now.equals(known.get(i))) {
            known.set(i, now);
        }
    }

    private Known<T> known(WatchedMigration migration) {
        return new Known<>(migration.key(), work.apply(migration));
    }

    /** What has changed since this was asked last. */
    public Changes<T> takeChanges() {
        var before = told;
        told = List.copyOf(known);
        return changesInPlace(before).orElseGet(() -> changesByKey(before));
    }

    /** Empty when it is not the same migrations in the same order. */
    private Optional<Changes<T>> changesInPlace(List<Known<T>> before) {
        if (told.size() != before.size()) {
            return Optional.empty();
        }
        var changed = IntStream.range(0, told.size()).filter(i -> !told.get(i).equals(before.get(i))).boxed().toList();
        return changed.stream().allMatch(i -> told.get(i).key().equals(before.get(i).key()))
                ? Optional.of(new Changes<>(values(before, changed), values(told, changed)))
                : Optional.empty();
    }

    private static <T> List<T> values(List<Known<T>> all, List<Integer> places) {
        return places.stream().map(all::get).map(Known::value).toList();
    }

    private Changes<T> changesByKey(List<Known<T>> before) {
        Map<MigrationKey, T> gone = new HashMap<>();
        before.forEach(each -> gone.put(each.key(), each.value()));
        var come = new ArrayList<T>();
        for (var now : told) {
            if (!now.value().equals(gone.get(now.key()))) {
                come.add(now.value());
            } else {
                gone.remove(now.key());
            }
        }
        return new Changes<>(List.copyOf(gone.values()), come);
    }
}
