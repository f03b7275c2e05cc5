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
 * The rows, keyed by migration and updated in place: a snapshot is one change of the list, however many rows it
 * touches, so that sorting and filtering happen once and the selection keeps its objects.
 */
final class MigrationRows extends ModifiableObservableListBase<MigrationRow> {
    private final List<MigrationRow> rows = new ArrayList<>();
    private final Map<MigrationKey, MigrationRow> byKey = new HashMap<>();
    private final RowReader reader;

    /** No rows yet; {@code reader} works out what is kept with each. */
    MigrationRows(RowReader reader) {
        this.reader = reader;
    }

    /**
     * Shows these migrations; rows that remain stay the same objects, in the same place.
     *
     * @param ordered true where the order or the choice of rows depends on what they show; else nobody needs to be told
     *     that a row has changed but the row's own cells
     */
    void show(List<WatchedMigration> migrations, boolean ordered) {
        beginChange();
        if (!hasSameKeys(migrations)) {
            removeMissing(migrations);
        }
        var changed = update(migrations);
        if (ordered) {
            changed.tell();
        }
        addNew(migrations);
        endChange();
    }

    /** Works out anew what is kept with these rows, because time has passed. */
    void readAgain(int from, int to) {
        beginChange();
        for (int i = from; i < to; i++) {
            rows.get(i).readAgain();
            nextUpdate(i);
        }
        endChange();
    }

    @Nullable
    MigrationRow row(MigrationKey key) {
        return byKey.get(key);
    }

    /** Nearly always they are the same, and then nothing has to be looked up. */
    private boolean hasSameKeys(List<WatchedMigration> migrations) {
        if (migrations.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).key().equals(migrations.get(i).key())) {
                return false;
            }
        }
        return true;
    }

    private void removeMissing(List<WatchedMigration> migrations) {
        var present = migrations.stream().map(WatchedMigration::key).collect(Collectors.toSet());
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!present.contains(rows.get(i).key())) {
                remove(i);
            }
        }
    }

    private Changed update(List<WatchedMigration> migrations) {
        var changed = new Changed();
        for (int i = 0; i < migrations.size(); i++) {
            var each = migrations.get(i);
            var row = i < rows.size() && rows.get(i).key().equals(each.key()) ? rows.get(i) : byKey.get(each.key());
            if (row != null && !row.migration().equals(each)) {
                row.show(each);
                changed.add(row, i);
            }
        }
        return changed;
    }

    private void addNew(List<WatchedMigration> migrations) {
        if (migrations.size() != rows.size()) {
            migrations.stream()
                    .filter(each -> !byKey.containsKey(each.key()))
                    .map(each -> new MigrationRow(each, reader))
                    .forEach(this::add);
        }
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

    /** The rows that have changed, as one range: whoever sorts does it once for a range, and once for each of many. */
    private final class Changed {
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        void add(MigrationRow row, int guess) {
            var index = guess < rows.size() && rows.get(guess).key().equals(row.key()) ? guess : rows.indexOf(row);
            first = Math.min(first, index);
            last = Math.max(last, index);
        }

        void tell() {
            for (int i = first; i <= last; i++) {
                nextUpdate(i);
            }
        }
    }
}
