package dev.longshore.ui;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
    private List<WatchedMigration> migrations = List.of();
    private List<T> values = new ArrayList<>();

    private record Known<T>(WatchedMigration migration, T value) {}

    /** Nothing yet; {@code work} is asked for each migration that is new or has changed. */
    public PerMigration(Function<WatchedMigration, T> work) {
        this.work = work;
    }

    /** In the order of the list. */
    public Stream<T> all() {
        return values.stream();
    }

    /**
     * Shows what {@code feed} shows, while {@code seen}: news at most once a second, and within a minute each of them
     * anew because time has passed.
     *
     * @param told is told when something else is said of one of them
     */
    public void follow(Feed feed, ObservableValue<Boolean> seen, Runnable told) {
        feed.calmProperty().when(seen).subscribe(snapshot -> tell(show(snapshot.migrations()), told));
        feed.secondsProperty().when(seen).subscribe(second -> tell(again(second.longValue()), told));
    }

    private static void tell(boolean isNews, Runnable told) {
        if (isNews) {
            told.run();
        }
    }

    /** Takes these over; true if one of them has changed, come, gone or moved. */
    public boolean show(List<WatchedMigration> next) {
        return next.size() == migrations.size() ? showInPlace(next) : showAnew(next);
    }

    /** Works everything out anew, because something besides the migrations has changed. */
    public void again() {
        values = new ArrayList<>(migrations.stream().map(work).toList());
    }

    /** Works one of them out anew, because something else that concerns it has changed. */
    public void again(MigrationKey key) {
        for (int i = 0; i < values.size(); i++) {
            if (migrations.get(i).key().equals(key)) {
                values.set(i, work.apply(migrations.get(i)));
            }
        }
    }

    /**
     * Works out anew those whose turn is in this second, because what is said of them depends on the time: each of them
     * has its turn once a minute.
     *
     * @return true if something else is said of one of them
     */
    public boolean again(long second) {
        var isNews = false;
        for (int i = (int) (second % SHARES); i < values.size(); i += SHARES) {
            var before = values.set(i, work.apply(migrations.get(i)));
            isNews |= !values.get(i).equals(before);
        }
        return isNews;
    }

    /** Nearly always they are the same in the same order, and most have not changed. */
    private boolean showInPlace(List<WatchedMigration> next) {
        var isNews = false;
        for (int i = 0; i < values.size(); i++) {
            var before = migrations.get(i);
            var now = next.get(i);
            if (!now.isStill(before)) {
                if (!now.key().equals(before.key())) {
                    return showAnew(next);
                }
                values.set(i, work.apply(now));
                isNews = true;
            }
        }
        migrations = next;
        return isNews;
    }

    private boolean showAnew(List<WatchedMigration> next) {
        Map<MigrationKey, Known<T>> before = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            before.put(migrations.get(i).key(), new Known<>(migrations.get(i), values.get(i)));
        }
        values = new ArrayList<>(next.size());
        for (var migration : next) {
            var earlier = before.get(migration.key());
            values.add(earlier != null && migration.isStill(earlier.migration())
                    ? earlier.value()
                    : work.apply(migration));
        }
        migrations = next;
        return true;
    }
}
