package dev.longshore.ui.feed;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds migrations in a list that is another one with every news, but nearly always in the same order. */
final class MigrationIndex {
    private final Map<MigrationKey, Integer> indexes = new HashMap<>();
    private List<WatchedMigration> indexed = List.of();

    Optional<WatchedMigration> find(List<WatchedMigration> migrations, MigrationKey key) {
        var place = indexes.getOrDefault(key, -1);
        if (!isAt(place, key, migrations) && !migrations.equals(indexed)) {
            rebuild(migrations);
            place = indexes.getOrDefault(key, -1);
        }
        return isAt(place, key, migrations) ? Optional.of(migrations.get(place)) : Optional.empty();
    }

    private static boolean isAt(int place, MigrationKey key, List<WatchedMigration> migrations) {
        return place >= 0 && place < migrations.size() && migrations.get(place).key().equals(key);
    }

    private void rebuild(List<WatchedMigration> migrations) {
        indexed = migrations;
        indexes.clear();
        for (int i = 0; i < migrations.size(); i++) {
            indexes.put(migrations.get(i).key(), i);
        }
    }
}
