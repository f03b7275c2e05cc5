package dev.longshore.ui.control.calendar;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How tall each hour of a week is drawn: hours in which nothing is due take little room, so that a whole day and all
 * that is due in it is in sight. Pure.
 */
final class HourRows {
    private static final double LEAST = 19;
    private static final double ENTRY = 23;
    private static final int MOST_ENTRIES = 4;

    /** Where each hour begins, in pixels; one more than there are hours, the last is the height of all. */
    private final double[] tops;

    private HourRows(double[] tops) {
        this.tops = tops;
    }

    /**
     * Rows that fill {@code height} where they need less.
     *
     * @param entries how many entries the fullest day has in each hour
     */
    static HourRows of(int[] entries, double height) {
        var needed = Arrays.stream(entries).mapToDouble(HourRows::needed).toArray();
        var spare = Math.max(0, (height - Arrays.stream(needed).sum()) / needed.length);
        var tops = new double[needed.length + 1];
        IntStream.range(0, needed.length).forEach(each -> tops[each + 1] = tops[each] + needed[each] + spare);
        return new HourRows(tops);
    }

    private static double needed(int entries) {
        return Math.max(LEAST, Math.min(entries, MOST_ENTRIES) * ENTRY);
    }

    double top(int hour) {
        return tops[hour];
    }

    double height(int hour) {
        return tops[hour + 1] - tops[hour];
    }

    double total() {
        return tops[tops.length - 1];
    }
}
