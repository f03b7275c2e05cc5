package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row for each migration, in the order in which they came: a row stays the same object as long as its migration is on
 * the list, and its cells follow it at once. Which rows are shown, and in which order, is {@link Arranger}'s matter.
 */
final class MigrationRows {
    private final List<MigrationRow> rows = new ArrayList<>();
    private final Map<MigrationKey, MigrationRow> byKey = new HashMap<>();
    private final Set<MigrationRow> changed = new HashSet<>();
    private final RowReader reader;
    private int needMe;
    private long came;

    /** No rows yet; {@code reader} works out what is kept with each. */
    MigrationRows(RowReader reader) {
        this.reader = reader;
    }

    /**
     * Shows these migrations.
     *
     * @return true if some have come or gone
     */
    boolean show(List<WatchedMigration> migrations) {
        var same = updateInPlace(migrations);
        if (!same) {
            removeMissing(migrations);
            migrations.forEach(this::update);
            migrations.stream().filter(each -> !byKey.containsKey(each.key())).forEach(this::add);
        }
        return !same;
    }

    /** Nearly always they are the same in the same order, and most have not changed; false when they are not the same. */
    private boolean updateInPlace(List<WatchedMigration> migrations) {
        if (migrations.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var next = migrations.get(i);
            if (!next.isStill(row.migration())) {
                if (!row.key().equals(next.key())) {
                    return false;
                }
                show(row, next);
            }
        }
        return true;
    }

    private void removeMissing(List<WatchedMigration> migrations) {
        var present = migrations.stream().map(WatchedMigration::key).collect(Collectors.toSet());
        rows.removeIf(row -> !present.contains(row.key()) && forget(row));
    }

    private boolean forget(MigrationRow row) {
        needMe -= row.needsMe() ? 1 : 0;
        changed.remove(row);
        return byKey.remove(row.key(), row);
    }

    private void update(WatchedMigration migration) {
        var row = byKey.get(migration.key());
        if (row != null && !migration.isStill(row.migration())) {
            show(row, migration);
        }
    }

    private void add(WatchedMigration migration) {
        var row = new MigrationRow(migration, reader, came++);
        rows.add(row);
        byKey.put(row.key(), row);
        needMe += row.needsMe() ? 1 : 0;
        changed.add(row);
    }

    private void show(MigrationRow row, WatchedMigration next) {
        needMe -= row.needsMe() ? 1 : 0;
        row.show(next);
        needMe += row.needsMe() ? 1 : 0;
        changed.add(row);
    }

    /** Works out anew what is kept with these rows, because time has passed. */
    void readAgain(int from, int to) {
        rows.subList(from, to).forEach(row -> show(row, row.migration()));
    }

    /** Those that have come or changed since this was asked last. */
    Set<MigrationRow> takeChanged() {
        var taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** How many need a person. */
    int needMe() {
        return needMe;
    }

    /** In the order in which they came. */
    List<MigrationRow> all() {
        return Collections.unmodifiableList(rows);
    }

    boolean contains(MigrationRow row) {
        return byKey.containsKey(row.key());
    }

    @Nullable
    MigrationRow row(MigrationKey key) {
        return byKey.get(key);
    }

    int size() {
        return rows.size();
    }
}
