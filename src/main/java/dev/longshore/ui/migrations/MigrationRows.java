package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ModifiableObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows, keyed by migration and updated in place: a row's cells follow their migration at once, and the order of
 * the rows when it is told, so that sorting and filtering happen once for many changes and the selection keeps its objects.
 */
final class MigrationRows extends ModifiableObservableListBase<MigrationRow> {
    private final List<MigrationRow> rows = new ArrayList<>();
    private final Map<MigrationKey, MigrationRow> byKey = new HashMap<>();
    private final RowReader reader;
    private int firstChanged = Integer.MAX_VALUE;
    private int lastChanged = -1;

    /** No rows yet; {@code reader} works out what is kept with each. */
    MigrationRows(RowReader reader) {
        this.reader = reader;
    }

    /**
     * Shows these migrations; rows that remain stay the same objects, in the same place. Whoever orders or chooses rows is
     * told of those that have changed by {@link #tell}, unless some have come or gone.
     *
     * @return true if some have come or gone
     */
    boolean show(List<WatchedMigration> migrations) {
        var same = updateInPlace(migrations);
        if (!same) {
            beginChange();
            tellChanged();
            removeMissing(migrations);
            migrations.forEach(this::update);
            addNew(migrations);
            endChange();
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
            if (!row.migration().equals(next)) {
                if (!row.key().equals(next.key())) {
                    return false;
                }
                row.show(next);
                changed(i);
            }
        }
        return true;
    }

    /** Tells which rows have changed, as one range: whoever sorts does it once for a range, and once for each of many. */
    void tell() {
        beginChange();
        tellChanged();
        endChange();
    }

    private void tellChanged() {
        for (int i = firstChanged; i <= lastChanged; i++) {
            nextUpdate(i);
        }
        firstChanged = Integer.MAX_VALUE;
        lastChanged = -1;
    }

    /** Works out anew what is kept with these rows, because time has passed. */
    void readAgain(int from, int to) {
        for (int i = from; i < to; i++) {
            rows.get(i).readAgain();
            changed(i);
        }
    }

    private void changed(int index) {
        firstChanged = Math.min(firstChanged, index);
        lastChanged = Math.max(lastChanged, index);
    }

    /** How many need a person. */
    int needMe() {
        var count = 0;
        for (var row : rows) {
            count += row.needsMe() ? 1 : 0;
        }
        return count;
    }

    @Nullable
    MigrationRow row(MigrationKey key) {
        return byKey.get(key);
    }

    private void removeMissing(List<WatchedMigration> migrations) {
        var present = migrations.stream().map(WatchedMigration::key).collect(Collectors.toSet());
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!present.contains(rows.get(i).key())) {
                remove(i);
            }
        }
    }

    private void update(WatchedMigration migration) {
        var row = byKey.get(migration.key());
        if (row != null && !row.migration().equals(migration)) {
            row.show(migration);
            nextUpdate(rows.indexOf(row));
        }
    }

    private void addNew(List<WatchedMigration> migrations) {
        migrations.stream()
                .filter(each -> !byKey.containsKey(each.key()))
                .map(each -> new MigrationRow(each, reader))
                .forEach(this::add);
    }

    @Override
    public MigrationRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, MigrationRow row) {
        rows.add(index, row);
        byKey.put(row.key(), row);
    }

    @Override
    protected MigrationRow doSet(int index, MigrationRow row) {
        byKey.remove(rows.get(index).key());
        byKey.put(row.key(), row);
        return rows.set(index, row);
    }

    @Override
    protected MigrationRow doRemove(int index) {
        byKey.remove(rows.get(index).key());
        return rows.remove(index);
    }
}
