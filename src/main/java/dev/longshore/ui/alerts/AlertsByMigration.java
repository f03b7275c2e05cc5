package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The alerts of each migration: worked out when it has changed, and once a minute because time goes on. */
final class AlertsByMigration {
    private static final int SHARES = 60;

    private final Function<WatchedMigration, List<Alert>> work;
    private List<Known> known = new ArrayList<>();

    private record Known(WatchedMigration migration, List<Alert> alerts) {}

    AlertsByMigration(Function<WatchedMigration, List<Alert>> work) {
        this.work = work;
    }

    Stream<Alert> all() {
        return known.stream().flatMap(each -> each.alerts().stream());
    }

    /** Takes these over; true if there is anything new to be said of one of them, or nothing any more. */
    boolean show(List<WatchedMigration> migrations) {
        return migrations.size() == known.size() ? showInPlace(migrations) : showAnew(migrations);
    }

    /** Nearly always they are the same in the same order, and most have not changed. */
    private boolean showInPlace(List<WatchedMigration> migrations) {
        var isNews = false;
        for (int i = 0; i < known.size(); i++) {
            var before = known.get(i);
            var next = migrations.get(i);
            if (!next.isStill(before.migration())) {
                if (!before.migration().key().equals(next.key())) {
                    return showAnew(migrations);
                }
                known.set(i, new Known(next, work.apply(next)));
                isNews |= !before.alerts().equals(known.get(i).alerts());
            }
        }
        return isNews;
    }

    private boolean showAnew(List<WatchedMigration> migrations) {
        Map<MigrationKey, Known> before = new HashMap<>();
        known.forEach(each -> before.put(each.migration().key(), each));
        known = new ArrayList<>(migrations.size());
        for (var migration : migrations) {
            var earlier = before.get(migration.key());
            known.add(earlier != null && earlier.migration().equals(migration)
                    ? earlier
                    : new Known(migration, work.apply(migration)));
        }
        return true;
    }

    /** Works out those whose turn is in this second; true if one of them has other alerts than before. */
    boolean again(long second) {
        var isNews = false;
        for (int i = (int) (second % SHARES); i < known.size(); i += SHARES) {
            var before = known.get(i);
            known.set(i, new Known(before.migration(), work.apply(before.migration())));
            isNews |= !before.alerts().equals(known.get(i).alerts());
        }
        return isNews;
    }
}
