package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Shows these migrations, in this order; rows that remain stay the same objects. */
    void show(List<WatchedMigration> migrations) {
        beginChange();
        removeMissing(migrations.stream().map(WatchedMigration::key).collect(Collectors.toSet()));
        update(migrations);
        addNew(migrations);
        endChange();
    }

    @Nullable
    MigrationRow row(MigrationKey key) {
        return byKey.get(key);
    }

    private void removeMissing(Set<MigrationKey> present) {
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (!present.contains(rows.get(i).key())) {
                remove(i);
            }
        }
    }

    /** One range around all changed rows is cheaper for whoever sorts than one change for each. */
    private void update(List<WatchedMigration> migrations) {
        var changed = new HashSet<MigrationRow>();
        for (var each : migrations) {
            var row = byKey.get(each.key());
            if (row != null && !row.migration().equals(each)) {
                row.show(each);
                changed.add(row);
            }
        }
        for (int i = 0; i < rows.size() && !changed.isEmpty(); i++) {
            if (changed.contains(rows.get(i))) {
                nextUpdate(i);
            }
        }
    }

    private void addNew(List<WatchedMigration> migrations) {
        migrations.stream().filter(each -> !byKey.containsKey(each.key())).map(MigrationRow::new).forEach(this::add);
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
