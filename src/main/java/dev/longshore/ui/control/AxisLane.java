package dev.longshore.ui.control;

import dev.longshore.ui.fx.TimeText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A time axis in two rows: the marks, and below what they share, which stays in sight at the left edge. */
final class AxisLane extends Pane {
    private static final double SPACING = 76;
    private static final double TICK = 5;
    private static final double GAP = 8;

    private final List<Label> pool = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();
    private final TimeText time;
    private @Nullable Projection projection;

    AxisLane(TimeText time) {
        this.time = time;
        getStyleClass().add("axis-lane");
        setMouseTransparent(true);
    }

    /** Lays out for {@code by} and answers its marks, for lines through the other lanes. */
    TimeAxis project(Projection by) {
        projection = by;
        requestLayout();
        return TimeAxis.of(by, time.zoneId(), time.locale(), SPACING);
    }

    @Override
    protected void layoutChildren() {
        var by = projection;
        if (by == null) {
            return;
        }
        var axis = TimeAxis.of(by, time.zoneId(), time.locale(), SPACING);
        var nodes = new ArrayList<Node>();
        layoutTicks(axis, by, nodes);
        var row = (getHeight() - TICK) / 2;
        var used = layoutRow(axis.marks(), by, new Row(0, TICK, row, "mark", false), nodes);
        layoutRow(axis.contexts(), by, new Row(used, TICK + row, row, "context", true), nodes);
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private void layoutTicks(TimeAxis axis, Projection by, List<Node> nodes) {
        for (var i = 0; i < axis.marks().size(); i++) {
            var tick = tick(i);
            var x = by.x(axis.marks().get(i).at());
            tick.setVisible(x >= 0 && x <= by.width());
            tick.resizeRelocate(snapPositionX(x), 0, 1, TICK);
            nodes.add(tick);
        }
    }

    private record Row(int first, double y, double height, String style, boolean sticky) {}

    private int layoutRow(List<TimeAxis.Mark> marks, Projection by, Row row, List<Node> nodes) {
        for (var i = 0; i < marks.size(); i++) {
            var label = label(row.first() + i, row.style());
            label.setText(marks.get(i).text());
            var next = i + 1 < marks.size() ? by.x(marks.get(i + 1).at()) - GAP : by.width();
            layoutLabel(label, by.x(marks.get(i).at()), next, by, row);
            nodes.add(label);
        }
        return row.first() + marks.size();
    }

    private void layoutLabel(Label label, double x, double end, Projection by, Row row) {
        var width = label.prefWidth(-1);
        var left = row.sticky() ? Math.max(x, 0) : x - width / 2;
        var fits = row.sticky() ? left + width <= end : left >= 0 && left + width <= by.width();
        label.setVisible(fits);
        layoutInArea(label, left, row.y(), width, row.height(), 0, HPos.LEFT, VPos.CENTER);
    }

    private Label label(int index, String style) {
        while (pool.size() <= index) {
            pool.add(new Label());
        }
        var label = pool.get(index);
        if (!label.getStyleClass().contains(style) || label.getParent() == null) {
            label.getStyleClass().setAll("label", style);
            add(label);
            label.applyCss();
        }
        return label;
    }

    private void add(Label label) {
        if (label.getParent() == null) {
            getChildren().add(label);
        }
    }

    private Region tick(int index) {
        while (ticks.size() <= index) {
            var tick = new Region();
            tick.getStyleClass().add("tick");
            ticks.add(tick);
        }
        return ticks.get(index);
    }
}
