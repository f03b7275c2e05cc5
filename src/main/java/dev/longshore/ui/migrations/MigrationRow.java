package dev.longshore.ui.migrations;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.advice.RiskRank;
import dev.longshore.watch.WatchedMigration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table: stays the same object as long as its migration is on the list. The head of a group is a row, too,
 * with a migration of its group and without a value for the cells. FX thread only.
 */
public final class MigrationRow {
    private static final int NOT_SHOWN = -1;

    private final ReadOnlyObjectWrapper<@Nullable WatchedMigration> shown;
    private final boolean isHead;
    private final RowFacts rowFacts;
    private WatchedMigration migration;
    private WatchedMigration sortedAs;
    private int listIndex;
    private int index = NOT_SHOWN;
    private RiskRank rank;
    private RiskRank sortedRank;
    private @Nullable String searchText;

    MigrationRow(WatchedMigration migration, RowFacts rowFacts) {
        this(migration, rowFacts, false);
    }

    private MigrationRow(WatchedMigration migration, RowFacts rowFacts, boolean isHead) {
        shown = new ReadOnlyObjectWrapper<>(this, "migration", isHead ? null : migration);
        this.isHead = isHead;
        this.migration = migration;
        this.rowFacts = rowFacts;
        sortedAs = migration;
        rank = rowFacts.rank(migration);
        sortedRank = rank;
    }

    /** The head of the group that {@code migration} is in. */
    static MigrationRow head(WatchedMigration migration, RowFacts rowFacts) {
        return new MigrationRow(migration, rowFacts, true);
    }

    /** Whether it is the head of a group. */
    public boolean isHead() {
        return isHead;
    }

    /** Which migration. */
    public MigrationKey key() {
        return migration.key();
    }

    /** What is known of it now. */
    public WatchedMigration migration() {
        return migration;
    }

    ReadOnlyObjectProperty<@Nullable WatchedMigration> migrationProperty() {
        return shown.getReadOnlyProperty();
    }

    /** How much is at stake; worked out once for each change, because it is asked for with every change of any. */
    RiskRank rank() {
        return rank;
    }

    /** How much was at stake when it was given its place among the others. */
    RiskRank sortedRank() {
        return sortedRank;
    }

    /** What the quick filter looks through, in lower case; worked out when it is looked through. */
    String searchText() {
        if (searchText == null) {
            searchText = rowFacts.searchText(migration);
        }
        return searchText;
    }

    /** The service's word for its status and the friendly one; empty before the first answer. */
    String statusText() {
        return rowFacts.status(migration);
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
        sortedRank = rank;
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
        rank = rowFacts.rank(migration);
        searchText = null;
    }
}
