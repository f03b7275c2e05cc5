package dev.longshore.ui.migrations;

import dev.longshore.ui.fx.UiThread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which rows are shown where, without ever keeping the window waiting: of a new arrangement as much as a frame
 * has time for, and after that only where the rows that have changed belong. FX thread only.
 */
final class IncrementalSorter {
    private static final int AT_LEAST = 256;
    private static final long SHARE_OF_A_FRAME = TimeUnit.MILLISECONDS.toNanos(3);

    private final MigrationRows rows;
    private final UiThread thread;
    private final Consumer<List<MigrationRow>> result;
    /** Those that have come or changed, and whether they are to be shown. */
    private final Map<MigrationRow, Boolean> changed = new HashMap<>();
    private List<MigrationRow> sortedRows = new ArrayList<>();
    private SortAndFilter sortAndFilter = SortAndFilter.of(null, null, null);
    private @Nullable UnfinishedSort unfinished;

    /** A new arrangement as far as it has come. */
    private static final class UnfinishedSort {
        private final Iterator<MigrationRow> left;
        private final List<MigrationRow> done = new ArrayList<>();

        UnfinishedSort(List<MigrationRow> rows) {
            left = List.copyOf(rows).iterator();
        }
    }

    /**
     * Arranges {@code rows}.
     *
     * @param result takes what is to be shown
     */
    IncrementalSorter(MigrationRows rows, UiThread thread, Consumer<List<MigrationRow>> result) {
        this.rows = rows;
        this.thread = thread;
        this.result = result;
    }

    /** Arranges all of them by {@code next}; what is shown until it is found stays as it is. */
    void sort(SortAndFilter next) {
        sortAndFilter = next;
        begin();
    }

    /** Notes that these have come or changed: a few each time, so that this is the time to judge them. */
    void markChanged(Set<MigrationRow> news) {
        news.forEach(row -> changed.put(row, sortAndFilter.filter().test(row)));
    }

    /** Takes out rows whose migration is no longer on the list. */
    void forgetMissing() {
        changed.keySet().removeIf(row -> !rows.contains(row));
        sortedRows.removeIf(row -> !rows.contains(row));
        result.accept(sortedRows);
        if (unfinished != null) {
            begin();
        }
    }

    /** Puts those that have come or changed where they belong, and shows that in the next frame. */
    void sortChanged() {
        if (unfinished == null && !changed.isEmpty()) {
            sortedRows = merged(sortedRows.stream().filter(row -> !changed.containsKey(row)).toList());
            changed.clear();
            thread.runNextFrame(() -> result.accept(sortedRows));
        }
    }

    private List<MigrationRow> merged(List<MigrationRow> rest) {
        changed.keySet().forEach(MigrationRow::markSorted);
        var all = new ArrayList<MigrationRow>(rest.size() + changed.size());
        var from = 0;
        var chosen = changed.keySet().stream().filter(row -> Boolean.TRUE.equals(changed.get(row)));
        for (var row : chosen.sorted(sortAndFilter.order()).toList()) {
            var to = insertionIndex(row, rest);
            all.addAll(rest.subList(from, to));
            all.add(row);
            from = to;
        }
        all.addAll(rest.subList(from, rest.size()));
        return all;
    }

    private int insertionIndex(MigrationRow row, List<MigrationRow> sorted) {
        return -Collections.binarySearch(sorted, row, sortAndFilter.order()) - 1;
    }

    private void begin() {
        changed.clear();
        unfinished = new UnfinishedSort(rows.all());
        resume(unfinished);
    }

    private void resume(UnfinishedSort unfinishedSort) {
        if (!unfinishedSort.equals(unfinished)) {
            return;
        }
        var end = System.nanoTime() + SHARE_OF_A_FRAME;
        for (int count = 0; unfinishedSort.left.hasNext() && (count < AT_LEAST || System.nanoTime() < end); count++) {
            put(unfinishedSort.left.next(), unfinishedSort.done);
        }
        if (unfinishedSort.left.hasNext()) {
            thread.runNextFrame(() -> resume(unfinishedSort));
        } else {
            unfinished = null;
            sortedRows = unfinishedSort.done;
            result.accept(sortedRows);
        }
    }

    private void put(MigrationRow row, List<MigrationRow> sorted) {
        row.markSorted();
        if (sortAndFilter.filter().test(row)) {
            sorted.add(insertionIndex(row, sorted), row);
        }
    }
}
