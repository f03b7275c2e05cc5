package dev.longshore.ui.migrations;

import dev.longshore.ui.context.Preferences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Remembers order and visibility of the columns, the widths that the user dragged, and how the table is sorted. */
final class TableLayoutStore {
    private static final String COLUMNS = "table.columns";
    private static final String SORT = "table.sort";
    private static final String HIDDEN = "hidden";
    private static final String SHOWN = "shown";
    private static final String DRAGGED = "dragged";

    private final TableView<MigrationRow> table;
    private final Preferences preferences;
    private final ColumnWidths widths;

    /** @param widths what the table gives its columns their widths by */
    TableLayoutStore(TableView<MigrationRow> table, ColumnWidths widths, Preferences preferences) {
        this.table = table;
        this.widths = widths;
        this.preferences = preferences;
    }

    /** Arranges the table as it was, and keeps every change from now on. */
    void begin() {
        preferences.find(COLUMNS).ifPresent(this::arrangeColumns);
        preferences.find(SORT).ifPresent(this::sort);
        table.getColumns().subscribe(this::saveColumns);
        table.getColumns().forEach(column -> {
            column.visibleProperty().subscribe(() -> saveColumns());
            column.sortTypeProperty().subscribe(() -> saveSort());
        });
        widths.dragged().subscribe(this::saveColumns);
        table.getSortOrder().subscribe(this::saveSort);
    }

    private void saveColumns() {
        preferences.save(COLUMNS, columns());
    }

    private void saveSort() {
        preferences.save(SORT, sort());
    }

    /**
     * Order, width and visibility of the columns, as text. A width that nobody dragged is not read: it is there for the
     * versions before this.
     */
    String columns() {
        return table.getColumns().stream()
                .map(this::column)
                .collect(Collectors.joining(","));
    }

    private String column(TableColumn<MigrationRow, ?> column) {
        var dragged = widths.dragged().get(column);
        return Stream.concat(
                Stream.of(column.getId(), Math.round(dragged == null ? column.getPrefWidth() : dragged),
                        column.isVisible() ? SHOWN : HIDDEN),
                Stream.ofNullable(dragged).map(_ -> DRAGGED)).map(String::valueOf).collect(Collectors.joining(":"));
    }

    /** By which columns the table is sorted, as text. */
    String sort() {
        return table.getSortOrder().stream()
                .map(column -> column.getId() + ":" + column.getSortType())
                .collect(Collectors.joining(","));
    }

    /** Arranges the table as these texts say. */
    void arrange(String columns, String sort) {
        arrangeColumns(columns);
        sort(sort);
    }

    /** Columns that a newer version added stay where they are; what cannot be read is left as it is. */
    private void arrangeColumns(String kept) {
        var places = new LinkedHashMap<String, Integer>();
        for (var each : parts(kept)) {
            places.put(each[0], places.size());
            column(each[0]).ifPresent(column -> arrangeColumns(column, each));
        }
        var columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparingInt(column -> place(places, column.getId())));
        table.getColumns().setAll(columns);
    }

    private static int place(Map<String, Integer> places, String id) {
        return places.getOrDefault(id, places.size());
    }

    private void arrangeColumns(TableColumn<MigrationRow, ?> column, String[] kept) {
        if (kept.length >= 3 && kept[1].matches("\\d{1,5}")) {
            column.setVisible(!kept[2].equals(HIDDEN));
            if (kept[kept.length - 1].equals(DRAGGED)) {
                widths.dragged().put(column, Double.valueOf(kept[1]));
            } else {
                widths.dragged().remove(column);
            }
        }
    }

    private void sort(String kept) {
        List<TableColumn<MigrationRow, ?>> order = new ArrayList<>();
        for (var each : parts(kept)) {
            column(each[0]).ifPresent(column -> {
                column.setSortType(each[each.length - 1].equals(TableColumn.SortType.DESCENDING.name())
                        ? TableColumn.SortType.DESCENDING
                        : TableColumn.SortType.ASCENDING);
                order.add(column);
            });
        }
        table.getSortOrder().setAll(order);
    }

    private static List<String[]> parts(String kept) {
        return Stream.of(kept.split(",", -1)).filter(each -> !each.isBlank()).map(each -> each.split(":", -1)).toList();
    }

    private Optional<TableColumn<MigrationRow, ?>> column(String id) {
        return table.getColumns().stream().filter(column -> column.getId().equals(id)).findFirst();
    }
}
