package dev.longshore.ui.migrations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The rows that are shown, as they are shown. Who listens is told as little as possible: that rows have gone, changed
 * places or come, one after the other, and only of many that they are others now. FX thread only.
 */
final class VisibleRows extends ObservableListBase<MigrationRow> {
    private static final int MANY = 256;

    private List<MigrationRow> shown = new ArrayList<>();

    @Override
    public MigrationRow get(int index) {
        return shown.get(index);
    }

    @Override
    public int size() {
        return shown.size();
    }

    /** Shows these from now on; true if that changes anything. */
    boolean replaceWith(List<MigrationRow> next) {
        var come = next.stream().filter(row -> !row.isShown()).toList();
        var gone = gone(next, shown.size() + come.size() - next.size());
        if (come.size() + gone.size() > MANY) {
            replaceAllBy(next);
            return true;
        }
        gone.reversed().forEach(this::removeRow);
        var moved = move(come.isEmpty() ? next : without(come, next));
        if (come.isEmpty() && gone.isEmpty()) {
            return moved;
        }
        insert(come, next);
        return true;
    }

    private List<MigrationRow> gone(List<MigrationRow> next, int count) {
        return count == 0 ? List.of() : without(next, shown);
    }

    private static List<MigrationRow> without(Collection<MigrationRow> some, List<MigrationRow> all) {
        var out = new HashSet<>(some);
        return all.stream().filter(row -> !out.contains(row)).toList();
    }

    private void replaceAllBy(List<MigrationRow> next) {
        var before = shown;
        beginChange();
        before.forEach(MigrationRow::hide);
        shown = new ArrayList<>(next);
        number(0, shown.size());
        nextReplace(0, shown.size(), before);
        endChange();
    }

    private void removeRow(MigrationRow row) {
        beginChange();
        var place = row.index();
        shown.remove(place);
        row.hide();
        nextRemove(place, row);
        endChange();
    }

    /**
     * The same rows, in this order. All of them have changed places for who listens: of several that are selected,
     * JavaFX's selection forgets those that have not, and fails where the last of them has not.
     */
    private boolean move(List<MigrationRow> next) {
        if (shown.equals(next)) {
            return false;
        }
        beginChange();
        var before = shown;
        shown = new ArrayList<>(next);
        number(0, shown.size());
        nextPermutation(0, shown.size(), before.stream().mapToInt(MigrationRow::index).toArray());
        endChange();
        return true;
    }

    private void insert(List<MigrationRow> come, List<MigrationRow> next) {
        beginChange();
        shown = new ArrayList<>(next);
        number(0, shown.size());
        come.forEach(row -> nextAdd(row.index(), row.index() + 1));
        endChange();
    }

    private void number(int from, int to) {
        for (int i = from; i < to; i++) {
            shown.get(i).showAt(i);
        }
    }
}
