package dev.longshore.ui.control.calendar;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A page of fields, between which entries can be carried. */
abstract class EntryGrid extends CalendarPage {
    private final CleanupCalendar calendar;
    private Consumer<EntryCell> onList = _ -> {};

    EntryGrid(CleanupCalendar calendar) {
        this.calendar = calendar;
        EntryDrag.install(this, chip -> calendar.open(chip.entry(), chip));
    }

    /** The fields that are shown. */
    abstract List<? extends EntryCell> cells();

    /** Asks for an entry that was dropped on {@code cell} to be moved there. */
    abstract void drop(CleanupEntry entry, EntryCell cell);

    /** The field at this point of the scene that can be seen. */
    Optional<? extends EntryCell> cellAt(double sceneX, double sceneY) {
        return cells().stream().filter(each -> each.contains(each.sceneToLocal(sceneX, sceneY))).findFirst();
    }

    /** What lists all entries of a field. */
    void setOnList(Consumer<EntryCell> action) {
        onList = action;
        cells().forEach(each -> each.more().setOnAction(_ -> action.accept(each)));
    }

    /** One entry is opened, several are listed. */
    void enter(EntryCell cell) {
        if (cell.entries().size() == 1) {
            calendar.open(cell.entries().getFirst(), cell);
        } else if (!cell.entries().isEmpty()) {
            onList.accept(cell);
        }
    }

    /** An entry is carried over this point of the scene. */
    void over(double sceneX, double sceneY) {
        var over = cellAt(sceneX, sceneY).orElse(null);
        cells().forEach(each -> each.setTarget(each.equals(over)));
    }

    /** An entry was let go over this point of the scene. */
    void drop(CleanupEntry entry, double sceneX, double sceneY) {
        cellAt(sceneX, sceneY).ifPresent(each -> drop(entry, each));
    }

    /** The entry is carried no more. */
    void end() {
        cells().forEach(each -> each.setTarget(false));
    }
}
