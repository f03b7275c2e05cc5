package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.ui.fx.ListChanges;
import dev.longshore.watch.WatchedMigration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row for each migration, in the order of the list: a row stays the same object as long as its migration is on the
 * list, and its cells follow it at once. Which rows are shown, and in which order, is {@link IncrementalSorter}'s matter.
 */
final class MigrationRows {
    private List<MigrationRow> rows = List.of();
    private final Map<MigrationKey, MigrationRow> byKey = new HashMap<>();
    private final Set<MigrationRow> changed = new HashSet<>();
    private List<WatchedMigration> shown = List.of();
    private final RowFacts rowFacts;
    private int needingAttention;

    /** No rows yet; {@code reader} works out what is kept with each. */
    MigrationRows(RowFacts rowFacts) {
        this.rowFacts = rowFacts;
    }

    /**
     * Shows these migrations.
     *
     * @return true if some have come or gone
     */
    boolean show(List<WatchedMigration> migrations) {
        var places = ListChanges.indexes(
                shown, migrations, WatchedMigration::key, WatchedMigration::isUnchangedSince);
        shown = migrations;
        places.ifPresentOrElse(
                changedPlaces -> changedPlaces.forEach(i -> show(rows.get(i), migrations.get(i))), this::showOthers);
        return places.isEmpty();
    }

    private void showOthers() {
        removeMissing();
        rows = shown.stream().map(this::update).toList();
        IntStream.range(0, rows.size()).forEach(place -> rows.get(place).setListIndex(place));
    }

    private void removeMissing() {
        var present = shown.stream().map(WatchedMigration::key).collect(Collectors.toSet());
        rows.stream().filter(row -> !present.contains(row.key())).forEach(this::forget);
    }

    private void forget(MigrationRow row) {
        needingAttention -= row.needsAttention() ? 1 : 0;
        changed.remove(row);
        byKey.remove(row.key());
    }

    private MigrationRow update(WatchedMigration migration) {
        var row = byKey.get(migration.key());
        if (row == null) {
            return add(migration);
        }
        if (!migration.isUnchangedSince(row.migration())) {
            show(row, migration);
        }
        return row;
    }

    private MigrationRow add(WatchedMigration migration) {
        var row = new MigrationRow(migration, rowFacts);
        byKey.put(row.key(), row);
        needingAttention += row.needsAttention() ? 1 : 0;
        changed.add(row);
        return row;
    }

    private void show(MigrationRow row, WatchedMigration next) {
        needingAttention -= row.needsAttention() ? 1 : 0;
        row.show(next);
        needingAttention += row.needsAttention() ? 1 : 0;
        changed.add(row);
    }

    /** Works out anew what is kept with these rows, because time has passed. */
    void refresh(int from, int to) {
        rows.subList(from, to).forEach(row -> show(row, row.migration()));
    }

    /** Those that have come or changed since this was asked last. */
    Set<MigrationRow> takeChanged() {
        var taken = Set.copyOf(changed);
        changed.clear();
        return taken;
    }

    /** How many need a person. */
    int needingAttention() {
        return needingAttention;
    }

    /** In the order of the list. */
    List<MigrationRow> all() {
        return rows;
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
