package dev.longshore.ui.alerts;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The alerts of each migration: worked out when it has changed, and once a minute because time goes on. */
final class AlertsByMigration {
    private static final int SHARES = 60;

    private final Function<WatchedMigration, List<Alert>> work;
    private List<Known> known = List.of();

    private record Known(WatchedMigration migration, List<Alert> alerts) {}

    AlertsByMigration(Function<WatchedMigration, List<Alert>> work) {
        this.work = work;
    }

    Stream<Alert> all() {
        return known.stream().flatMap(each -> each.alerts().stream());
    }

    /** Takes these over; true if there is anything new to be said of one of them, or nothing any more. */
    boolean show(List<WatchedMigration> migrations) {
        var before = isSameList(migrations) ? known : inOrder(migrations);
        var next = new ArrayList<Known>(migrations.size());
        var isNews = known.size() != migrations.size();
        for (int i = 0; i < migrations.size(); i++) {
            next.add(known(migrations.get(i), before.get(i)));
            isNews |= isNews(before.get(i), next.get(i));
        }
        known = next;
        return isNews;
    }

    /** Works out those whose turn is in this second; true if one of them has other alerts than before. */
    boolean again(long second) {
        var isNews = false;
        for (int i = (int) (second % SHARES); i < known.size(); i += SHARES) {
            var before = known.get(i);
            known.set(i, new Known(before.migration(), work.apply(before.migration())));
            isNews |= isNews(before, known.get(i));
        }
        return isNews;
    }

    private Known known(WatchedMigration migration, @Nullable Known before) {
        return before != null && before.migration().equals(migration)
                ? before
                : new Known(migration, work.apply(migration));
    }

    private static boolean isNews(@Nullable Known before, Known now) {
        return before == null ? !now.alerts().isEmpty() : !before.alerts().equals(now.alerts());
    }

    /** Nearly always they are the same, and then nothing has to be looked up. */
    private boolean isSameList(List<WatchedMigration> migrations) {
        if (known.size() != migrations.size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            if (!known.get(i).migration().key().equals(migrations.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private List<@Nullable Known> inOrder(List<WatchedMigration> migrations) {
        Map<MigrationKey, Known> byKey = new HashMap<>();
        known.forEach(each -> byKey.put(each.migration().key(), each));
        List<@Nullable Known> found = new ArrayList<>();
        migrations.forEach(each -> found.add(byKey.get(each.key())));
        return found;
    }
}
