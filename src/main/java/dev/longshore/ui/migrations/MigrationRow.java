package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One row of the table: stays the same object as long as its migration is on the list. FX thread only. */
public final class MigrationRow {
    private final ReadOnlyObjectWrapper<WatchedMigration> migration;
    private final RowReader reader;
    private boolean needsMe;
    private @Nullable String words;

    MigrationRow(WatchedMigration migration, RowReader reader) {
        this.migration = new ReadOnlyObjectWrapper<>(this, "migration", migration);
        this.reader = reader;
        readAgain();
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

    /** Whether it needs a person; worked out once for each change, because it is asked for with every change of any. */
    boolean needsMe() {
        return needsMe;
    }

    /** What the quick filter looks through, in lower case; worked out when it is looked through. */
    String words() {
        if (words == null) {
            words = reader.words(migration());
        }
        return words;
    }

    void show(WatchedMigration next) {
        migration.set(next);
        readAgain();
    }

    /** Judges it by the time it is now. */
    void readAgain() {
        needsMe = reader.needsMe(migration());
        words = null;
    }
}
