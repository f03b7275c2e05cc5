package dev.longshore.ui.migrations;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * How a table shares its width among its columns, which fill it. The preferred width of a column is what its texts
 * need: no column gets more before all of them have theirs, and then those get it whose texts may be of any length.
 * Where there is less, each is narrower by the same share of what it has above its least width. A column keeps the width
 * that the user dragged it to while the others have anything to give or take. FX thread only.
 */
@SuppressWarnings("rawtypes") // As JavaFX has it.
final class ColumnWidths extends ConstrainedColumnResizeBase
        implements
            Callback<TableView.ResizeFeatures, Boolean> {
    private final ObservableMap<TableColumn<?, ?>, Double> dragged = FXCollections.observableHashMap();
    private final Set<String> ofAnyLength;

    /** @param ofAnyLength the IDs of the columns that have use for more than their preferred width */
    ColumnWidths(Set<String> ofAnyLength) {
        this.ofAnyLength = Set.copyOf(ofAnyLength);
    }

    /** The widths that the user dragged columns to; what is changed here is shown with the next change of the table. */
    ObservableMap<TableColumn<?, ?>, Double> dragged() {
        return dragged;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        List<TableColumn<?, ?>> columns = columns(features);
        var column = features.getColumn();
        if (column == null) {
            share(features, columns, features.getContentWidth());
            return true;
        }
        return drag(features, column, columns.subList(columns.indexOf(column) + 1, columns.size()));
    }

    @SuppressWarnings("unchecked")
    private static List<TableColumn<?, ?>> columns(TableView.ResizeFeatures features) {
        return List.copyOf(features.getTable().getVisibleLeafColumns());
    }

    /** Those before it stay where they are under the mouse; those after it give or take. */
    private boolean drag(TableView.ResizeFeatures features, TableColumn<?, ?> column, List<TableColumn<?, ?>> after) {
        var room = column.getWidth() + sum(after, TableColumn::getWidth);
        var most = room - sum(after, TableColumn::getMinWidth);
        var width = (double) Math.round(
                Math.max(column.getMinWidth(), Math.min(column.getWidth() + features.getDelta(), most)));
        if (after.isEmpty() || width == column.getWidth()) {
            return false;
        }
        dragged.put(column, width);
        share(features, Stream.concat(Stream.of(column), after.stream()).toList(), room);
        return true;
    }

    private void share(TableView.ResizeFeatures features, List<TableColumn<?, ?>> columns, double room) {
        var spare = room - sum(columns, this::wanted);
        if (spare >= 0) {
            var takers = takers(columns);
            var share = spare / Math.max(1, sum(takers, this::wanted));
            set(features, columns, each -> wanted(each) * (takers.contains(each) ? 1 + share : 1));
        } else {
            var others = only(columns, each -> !dragged.containsKey(each));
            var ofOthers = Math.min(1, -spare / Math.max(1, sum(others, this::spareable)));
            var rest = -spare - ofOthers * sum(others, this::spareable);
            var ofDragged = Math.min(1, rest / Math.max(1, sum(only(columns, dragged::containsKey), this::spareable)));
            set(features, columns,
                    each -> wanted(each) - spareable(each) * (dragged.containsKey(each) ? ofDragged : ofOthers));
        }
    }

    private double wanted(TableColumn<?, ?> column) {
        return Math.max(column.getMinWidth(), dragged.getOrDefault(column, column.getPrefWidth()));
    }

    private double spareable(TableColumn<?, ?> column) {
        return wanted(column) - column.getMinWidth();
    }

    /** The table is filled in any case. */
    private List<TableColumn<?, ?>> takers(List<TableColumn<?, ?>> columns) {
        var others = only(columns, each -> !dragged.containsKey(each));
        return Stream.of(only(others, each -> ofAnyLength.contains(each.getId())), others)
                .filter(each -> !each.isEmpty()).findFirst().orElse(columns);
    }

    private static List<TableColumn<?, ?>> only(List<TableColumn<?, ?>> columns, Predicate<TableColumn<?, ?>> which) {
        return columns.stream().filter(which).toList();
    }

    private static double sum(List<TableColumn<?, ?>> columns, ToDoubleFunction<TableColumn<?, ?>> width) {
        return columns.stream().mapToDouble(width).sum();
    }

    /** Each ends at a whole pixel, and the last where all of them end. */
    @SuppressWarnings("unchecked")
    private static void set(TableView.ResizeFeatures features, List<TableColumn<?, ?>> columns,
            ToDoubleFunction<TableColumn<?, ?>> width) {
        var end = 0.0;
        for (var column : columns) {
            var begin = end;
            end += width.applyAsDouble(column);
            features.setColumnWidth(column, (double) (Math.round(end) - Math.round(begin)));
        }
    }
}
