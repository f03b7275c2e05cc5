package dev.longshore.ui;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is worked out of each migration on the list, anew only of those that have changed. FX thread only.
 *
 * @param <T> what is worked out
 */
public final class PerMigration<T> {
    private static final int SHARES = 60;

    private final Function<WatchedMigration, T> work;
    private List<Known<T>> known = new ArrayList<>();

    private record Known<T>(WatchedMigration migration, T value) {}

    /** Nothing yet; {@code work} is asked for each migration that is new or has changed. */
    public PerMigration(Function<WatchedMigration, T> work) {
        this.work = work;
    }

    /** In the order of the list. */
    public Stream<T> all() {
        return known.stream().map(Known::value);
    }

    /** Takes these over; true if one of them has changed, come, gone or moved. */
    public boolean show(List<WatchedMigration> migrations) {
        return migrations.size() == known.size() ? showInPlace(migrations) : showAnew(migrations);
    }

    /** Works everything out anew, because something besides the migrations has changed. */
    public void again() {
        known.replaceAll(each -> known(each.migration()));
    }

    /**
     * Works out anew those whose turn is in this second, because what is said of them depends on the time: each of them
     * has its turn once a minute.
     *
     * @return true if something else is said of one of them
     */
    public boolean again(long second) {
        var isNews = false;
        for (int i = (int) (second % SHARES); i < known.size(); i += SHARES) {
            var before = known.get(i);
            known.set(i, known(before.migration()));
            isNews |= !before.value().equals(known.get(i).value());
        }
        return isNews;
    }

    /** Nearly always they are the same in the same order, and most have not changed. */
    private boolean showInPlace(List<WatchedMigration> migrations) {
        var isNews = false;
        for (int i = 0; i < known.size(); i++) {
            var before = known.get(i).migration();
            var next = migrations.get(i);
            if (!next.isStill(before)) {
                if (!before.key().equals(next.key())) {
                    return showAnew(migrations);
                }
                known.set(i, known(next));
                isNews = true;
            }
        }
        return isNews;
    }

    private boolean showAnew(List<WatchedMigration> migrations) {
        Map<MigrationKey, Known<T>> before = new HashMap<>();
        known.forEach(each -> before.put(each.migration().key(), each));
        known = new ArrayList<>(migrations.size());
        for (var migration : migrations) {
            var earlier = before.get(migration.key());
            known.add(earlier != null && migration.isStill(earlier.migration()) ? earlier : known(migration));
        }
        return true;
    }

    private Known<T> known(WatchedMigration migration) {
        return new Known<>(migration, work.apply(migration));
    }
}
