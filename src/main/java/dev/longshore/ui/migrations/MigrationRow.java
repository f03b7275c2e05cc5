package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One row of the table: stays the same object as long as its migration is on the list. FX thread only. */
public final class MigrationRow {
    private final ReadOnlyObjectWrapper<WatchedMigration> migration;

    MigrationRow(WatchedMigration migration) {
        this.migration = new ReadOnlyObjectWrapper<>(this, "migration", migration);
    }

    /** Which migration. */
    public MigrationKey key() {
        return migration.get().key();
    }

    /** What is known of it now. */
    public WatchedMigration migration() {
        return migration.get();
    }

    ReadOnlyObjectProperty<WatchedMigration> migrationProperty() {
        return migration.getReadOnlyProperty();
    }

    void show(WatchedMigration next) {
        migration.set(next);
    }
}
