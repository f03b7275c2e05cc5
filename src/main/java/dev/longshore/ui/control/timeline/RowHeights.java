package dev.longshore.ui.control.timeline;

/**
 * How tall the rows of a timeline are. Where there is little room they come closer together, then the legend goes, for
 * tooltips say the same. Pure.
 *
 * @param row a row of pins, in pixels
 * @param bar the phases
 * @param axis the time axis
 * @param gap between rows
 * @param legend whether there is room for the legend
 * @param spareRows how many rows there can be beyond one for each of gates, events and deadlines
 */
record RowHeights(double row, double bar, double axis, double gap, boolean legend, int spareRows) {
    /** The most rows that are of use: two of gates, three of events, two of deadlines. */
    static final int MOST_SPARE_ROWS = 4;
    private static final int ROWS = 3;

    private static final RowHeights ROOMY = new RowHeights(24, 36, 40, 6, true, 0);
    private static final RowHeights CLOSE = new RowHeights(20, 26, 34, 2, true, 0);

    /** The heights for {@code height}, of which a legend would take {@code legendHeight}. */
    static RowHeights of(double height, double legendHeight) {
        var wanted = ROOMY.least() + ROOMY.row + legendHeight + ROOMY.gap;
        var base = height >= wanted ? ROOMY : CLOSE;
        var legend = height >= base.least() + legendHeight + base.gap;
        var spare = height - base.least() - (legend ? legendHeight + base.gap : 0);
        var rows = Math.clamp((long) (spare / base.row), 0, MOST_SPARE_ROWS);
        return new RowHeights(base.row, base.bar, base.axis, base.gap, legend, rows);
    }

    /** The height at which nothing is missing but the legend. */
    static double smallest() {
        return CLOSE.least();
    }

    /** The height of {@code rows} more than one for each row. */
    static double tallest() {
        return ROOMY.least() + MOST_SPARE_ROWS * ROOMY.row;
    }

    private double least() {
        return ROWS * row + bar + axis + ROWS * gap;
    }
}
