package dev.longshore.ui.control.axis;

import dev.longshore.text.TimeText;
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
public final class TimeAxisPane extends Pane {
    private static final double SPACING = 76;
    private static final double TICK = 5;
    private static final double GAP = 8;

    private final List<Label> pool = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();
    private final TimeText time;
    private @Nullable TimeScale timeScale;

    public TimeAxisPane(TimeText time) {
        this.time = time;
        getStyleClass().add("axis-row");
        setMouseTransparent(true);
    }

    /** Lays out for {@code by} and answers its marks, for lines through the other rows. */
    public TimeAxis setTimeScale(TimeScale scale) {
        timeScale = scale;
        requestLayout();
        return TimeAxis.of(scale, time.zoneId(), time.locale(), SPACING);
    }

    @Override
    protected void layoutChildren() {
        var scale = timeScale;
        if (scale == null) {
            return;
        }
        var axis = TimeAxis.of(scale, time.zoneId(), time.locale(), SPACING);
        var nodes = new ArrayList<Node>();
        layoutTicks(axis, scale, nodes);
        var row = (getHeight() - TICK) / 2;
        var used = layoutRow(axis.ticks(), scale, new AxisRow(0, TICK, row, "mark", false), nodes);
        layoutRow(axis.contexts(), scale, new AxisRow(used, TICK + row, row, "context", true), nodes);
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
    }

    private void layoutTicks(TimeAxis axis, TimeScale scale, List<Node> nodes) {
        for (var i = 0; i < axis.ticks().size(); i++) {
            var tick = tick(i);
            var x = scale.x(axis.ticks().get(i).at());
            tick.setVisible(x >= 0 && x <= scale.width());
            tick.resizeRelocate(snapPositionX(x), 0, 1, TICK);
            nodes.add(tick);
        }
    }

    private record AxisRow(int first, double y, double height, String style, boolean sticky) {}

    private int layoutRow(List<TimeAxis.AxisTick> marks, TimeScale scale, AxisRow axisRow, List<Node> nodes) {
        for (var i = 0; i < marks.size(); i++) {
            var label = label(axisRow.first() + i, axisRow.style());
            label.setText(marks.get(i).text());
            var next = i + 1 < marks.size() ? scale.x(marks.get(i + 1).at()) - GAP : scale.width();
            layoutLabel(label, scale.x(marks.get(i).at()), next, scale, axisRow);
            nodes.add(label);
        }
        return axisRow.first() + marks.size();
    }

    private void layoutLabel(Label label, double x, double end, TimeScale scale, AxisRow axisRow) {
        var width = label.prefWidth(-1);
        var left = axisRow.sticky() ? Math.max(x, 0) : x - width / 2;
        var fits = axisRow.sticky() ? left + width <= end : left >= 0 && left + width <= scale.width();
        label.setVisible(fits);
        layoutInArea(label, left, axisRow.y(), width, axisRow.height(), 0, HPos.LEFT, VPos.CENTER);
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
