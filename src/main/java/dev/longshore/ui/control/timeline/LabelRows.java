package dev.longshore.ui.control.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Puts things that must not overlap side by side into as few rows as it takes. */
final class LabelRows {
    private final List<List<OccupiedRange>> rows = new ArrayList<>();
    private final int most;

    private record OccupiedRange(double from, double to) {
        boolean overlaps(double otherFrom, double otherTo) {
            return from < otherTo && otherFrom < to;
        }
    }

    /** At most {@code most} rows. */
    LabelRows(int most) {
        this.most = most;
    }

    /** Takes the first row that is free from {@code from} to {@code to}, or says that there is none. */
    OptionalInt place(double from, double to) {
        var row = IntStream.range(0, most).filter(each -> isFree(each, from, to)).findFirst();
        row.ifPresent(each -> take(each, from, to));
        return row;
    }

    private boolean isFree(int row, double from, double to) {
        return row >= rows.size() || rows.get(row).stream().noneMatch(each -> each.overlaps(from, to));
    }

    private void take(int row, double from, double to) {
        if (row == rows.size()) {
            rows.add(new ArrayList<>());
        }
        rows.get(row).add(new OccupiedRange(from, to));
    }
}
