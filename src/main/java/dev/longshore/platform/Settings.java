package dev.longshore.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window remembers from one start to the next. Immutable; no secret is in it.
 *
 * @param window where the window was, or nothing before it was first closed
 * @param dividers positions of split panes, from 0 to 1, by the split pane's ID
 * @param tables layouts of tables by the table's ID
 * @param theme how the window looks
 * @param zone the zone in which times are shown
 * @param lastScreen the ID of the screen that was open, or empty
 */
public record Settings(
        Optional<WindowPlace> window,
        Map<String, Double> dividers,
        Map<String, TableLayout> tables,
        ThemeChoice theme,
        ZoneChoice zone,
        String lastScreen) {
    /** What holds before the person has changed anything. */
    public static final Settings DEFAULT = new Settings(Optional.empty(), Map.of(), Map.of(), ThemeChoice.SYSTEM,
            ZoneChoice.LOCAL, "");

    /** Copies the maps. */
    public Settings {
        dividers = Map.copyOf(dividers);
        tables = Map.copyOf(tables);
    }

    /** How the window looks. */
    public enum ThemeChoice {
        /** As the system does, and changing with it. */
        SYSTEM,
        LIGHT,
        DARK,
        /** High contrast. */
        CONTRAST
    }

    /** The zone in which times are shown. */
    public enum ZoneChoice {
        /** That of the system. */
        LOCAL,
        UTC
    }

    /**
     * Where a window is.
     *
     * @param x left edge, in the screens' common coordinates
     * @param y upper edge
     * @param width of the window when it is not maximized
     * @param height of the window when it is not maximized
     * @param maximized whether it fills the screen
     */
    public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}

    /**
     * How a table is laid out.
     *
     * @param columns in the order shown, the hidden ones included
     * @param sort what it is sorted by, the first first
     */
    public record TableLayout(List<ColumnLayout> columns, List<SortBy> sort) {
        /** Copies the lists. */
        public TableLayout {
            columns = List.copyOf(columns);
            sort = List.copyOf(sort);
        }
    }

    /**
     * A column of a table.
     *
     * @param id the column's ID
     * @param width its width
     * @param hidden whether it is left out
     */
    public record ColumnLayout(String id, double width, boolean hidden) {}

    /**
     * A column that a table is sorted by.
     *
     * @param column the column's ID
     * @param descending whether the largest comes first
     */
    public record SortBy(String column, boolean descending) {}

    /** The same with the window elsewhere. */
    public Settings withWindow(WindowPlace place) {
        return new Settings(Optional.of(place), dividers, tables, theme, zone, lastScreen);
    }

    /**
     * The same with one divider moved.
     *
     * @param position from 0 to 1
     */
    public Settings withDivider(String splitPane, double position) {
        return new Settings(window, with(dividers, splitPane, position), tables, theme, zone, lastScreen);
    }

    /** The same with one table laid out anew. */
    public Settings withTable(String table, TableLayout layout) {
        return new Settings(window, dividers, with(tables, table, layout), theme, zone, lastScreen);
    }

    /** The same with another theme. */
    public Settings withTheme(ThemeChoice choice) {
        return new Settings(window, dividers, tables, choice, zone, lastScreen);
    }

    /** The same with times in another zone. */
    public Settings withZone(ZoneChoice choice) {
        return new Settings(window, dividers, tables, theme, choice, lastScreen);
    }

    /** The same with another screen open. */
    public Settings withLastScreen(String screen) {
        return new Settings(window, dividers, tables, theme, zone, screen);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
