package dev.longshore.ui.migrations;

import dev.longshore.watch.WatchedMigration;
import java.time.Instant;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell that shows ages and distances: written when its migration changes, and when the time does. */
abstract class LiveTimeCell extends TableCell<MigrationRow, WatchedMigration> {
    private final RowClock clock;
    private final InvalidationListener onTick = this::tick;

    LiveTimeCell(RowClock clock) {
        this.clock = clock;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        clock.addListener(onTick);
    }

    private void tick(Observable ticked) {
        if (ticked.equals(clock.of(getIndex()))) {
            write();
        }
    }

    /** Shows {@code migration}, or nothing for an empty row. */
    abstract void write(@Nullable WatchedMigration migration, Instant now);

    @Override
    protected void updateItem(@Nullable WatchedMigration migration, boolean empty) {
        super.updateItem(migration, empty);
        write();
    }

    private void write() {
        write(isEmpty() ? null : getItem(), clock.of(getIndex()).getValue());
    }
}
