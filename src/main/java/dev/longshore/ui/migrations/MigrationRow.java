package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.watch.WatchedMigration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One row of the table: stays the same object as long as its migration is on the list. FX thread only. */
public final class MigrationRow {
    private static final int NOT_SHOWN = -1;

    private final ReadOnlyObjectWrapper<WatchedMigration> shown;
    private final RowFacts rowFacts;
    private WatchedMigration migration;
    private WatchedMigration sortedAs;
    private int listIndex;
    private int index = NOT_SHOWN;
    private boolean needsAttention;
    private @Nullable String searchText;

    MigrationRow(WatchedMigration migration, RowFacts rowFacts) {
        shown = new ReadOnlyObjectWrapper<>(this, "migration", migration);
        this.migration = migration;
        this.rowFacts = rowFacts;
        sortedAs = migration;
        refresh();
    }

    /** Which migration. */
    public MigrationKey key() {
        return migration.key();
    }

    /** What is known of it now. */
    public WatchedMigration migration() {
        return migration;
    }

    ReadOnlyObjectProperty<WatchedMigration> migrationProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Whether it needs a person; worked out once for each change, because it is asked for with every change of any. */
    boolean needsAttention() {
        return needsAttention;
    }

    /** What the quick filter looks through, in lower case; worked out when it is looked through. */
    String searchText() {
        if (searchText == null) {
            searchText = rowFacts.searchText(migration);
        }
        return searchText;
    }

    /** Which of the list it is, from 0. */
    int listIndex() {
        return listIndex;
    }

    void setListIndex(int newPlace) {
        listIndex = newPlace;
    }

    /** What was known of its migration when it was given its place among the others: what they are compared by. */
    WatchedMigration sortedAs() {
        return sortedAs;
    }

    /** It is given its place by what is known now. */
    void markSorted() {
        sortedAs = migration;
    }

    /** Which of the rows that are shown it is, from 0. */
    int index() {
        return index;
    }

    boolean isShown() {
        return index != NOT_SHOWN;
    }

    void showAt(int newPlace) {
        index = newPlace;
    }

    void hide() {
        index = NOT_SHOWN;
    }

    void show(WatchedMigration next) {
        migration = next;
        shown.set(next);
        refresh();
    }

    /** Judges it by the time it is now. */
    void refresh() {
        needsAttention = rowFacts.needsAttention(migration);
        searchText = null;
    }
}
