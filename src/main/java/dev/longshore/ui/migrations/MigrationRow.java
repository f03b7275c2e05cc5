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
    private final RowReader reader;
    private WatchedMigration migration;
    private WatchedMigration arrangedAs;
    private int listed;
    private int place = NOT_SHOWN;
    private boolean needsMe;
    private @Nullable String words;

    MigrationRow(WatchedMigration migration, RowReader reader) {
        shown = new ReadOnlyObjectWrapper<>(this, "migration", migration);
        this.migration = migration;
        this.reader = reader;
        arrangedAs = migration;
        readAgain();
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
    boolean needsMe() {
        return needsMe;
    }

    /** What the quick filter looks through, in lower case; worked out when it is looked through. */
    String words() {
        if (words == null) {
            words = reader.words(migration);
        }
        return words;
    }

    /** Which of the list it is, from 0. */
    int listed() {
        return listed;
    }

    void listAt(int newPlace) {
        listed = newPlace;
    }

    /** What was known of its migration when it was given its place among the others: what they are compared by. */
    WatchedMigration arrangedAs() {
        return arrangedAs;
    }

    /** It is given its place by what is known now. */
    void arrange() {
        arrangedAs = migration;
    }

    /** Which of the rows that are shown it is, from 0. */
    int place() {
        return place;
    }

    boolean isShown() {
        return place != NOT_SHOWN;
    }

    void showAt(int newPlace) {
        place = newPlace;
    }

    void hide() {
        place = NOT_SHOWN;
    }

    void show(WatchedMigration next) {
        migration = next;
        shown.set(next);
        readAgain();
    }

    /** Judges it by the time it is now. */
    void readAgain() {
        needsMe = reader.needsMe(migration);
        words = null;
    }
}
