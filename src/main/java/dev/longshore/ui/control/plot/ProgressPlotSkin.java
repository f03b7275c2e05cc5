package dev.longshore.ui.control.plot;

import dev.longshore.model.Forecast;
import dev.longshore.ui.control.axis.TimeAxisPane;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.control.axis.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The scale on the left, the curve, the time axis below it, and the readout above. */
final class ProgressPlotSkin extends SkinBase<ProgressPlot> {
    private static final double GUTTER = 48;
    private static final double HEAD = 34;
    private static final double AXIS = 40;
    private static final double MARGIN = 0.02;
    private static final double PREFERRED = 300;
    private static final double LEAST_WIDTH = 200;
    private static final List<Integer> SCALE = List.of(0, 25, 50, 75, 100);

    private final Label empty = new Label();
    private final Label readout = new Label();
    private final Label expected = new Label();
    private final Label zone = new Label();
    private final ProgressDrawing drawing = new ProgressDrawing();
    private final TimeAxisPane axis;
    private final Pane grid = new Pane();
    private final List<Label> percentLabels;
    private @Nullable TimeScale timeScale;

    ProgressPlotSkin(ProgressPlot control) {
        super(control);
        axis = new TimeAxisPane(control.time());
        percentLabels = SCALE.stream().map(each -> new Label(control.percent(each))).toList();
        empty.getStyleClass().add("empty");
        empty.setWrapText(true);
        readout.getStyleClass().add("readout");
        expected.getStyleClass().add("expected");
        zone.getStyleClass().addAll("scale", "zone");
        percentLabels.forEach(each -> each.getStyleClass().add("scale"));
        grid.getStyleClass().add("grid-lines");
        grid.setMouseTransparent(true);
        SCALE.forEach(_ -> grid.getChildren().add(line()));
        getChildren().addAll(grid, drawing, axis, readout, expected, zone, empty);
        getChildren().addAll(percentLabels);
        listen(control);
    }

    private void listen(ProgressPlot control) {
        control.dataProperty().subscribe(_ -> update());
        control.pointedProperty().subscribe(this::point);
        control.time().zoneProperty().subscribe(_ -> update());
        drawing.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(event.getX()));
        drawing.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> control.pointedProperty().set(null));
        control.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> control.requestFocus());
        control.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pointAt(double x) {
        var scale = timeScale;
        var data = getSkinnable().dataProperty().get();
        if (scale != null && data != null) {
            var at = scale.at(x);
            getSkinnable().pointedProperty().set(at.isAfter(data.now()) ? null : at);
        }
    }

    private void point(@Nullable Instant moment) {
        readout.setText(getSkinnable().readout());
        drawing.point(moment);
    }

    private void key(KeyEvent event) {
        var data = getSkinnable().dataProperty().get();
        if (data == null || data.points().isEmpty()) {
            return;
        }
        var moments = data.points().stream().map(ProgressCurve.CurvePoint::at).toList();
        var pointed = getSkinnable().pointedProperty().get();
        var from = pointed == null ? data.now() : pointed;
        switch (event.getCode()) {
            case LEFT -> show(moments.stream().filter(each -> each.isBefore(from)).reduce((_, last) -> last)
                    .orElse(moments.getFirst()), event);
            case RIGHT -> show(moments.stream().filter(each -> each.isAfter(from)).findFirst().orElse(null), event);
            case HOME -> show(moments.getFirst(), event);
            case END -> show(null, event);
            default -> {
            }
        }
    }

    private void show(@Nullable Instant moment, KeyEvent event) {
        getSkinnable().pointedProperty().set(moment);
        event.consume();
    }

    private void update() {
        var data = getSkinnable().dataProperty().get();
        var nothing = data == null || data.points().isEmpty();
        empty.setVisible(nothing);
        Stream.concat(percentLabels.stream(), Stream.of(grid, drawing, axis, readout, expected, zone))
                .forEach(each -> each.setVisible(!nothing));
        readout.setText(getSkinnable().readout());
        empty.setText(getSkinnable().readout());
        expected.setText(getSkinnable().expected());
        zone.setText(getSkinnable().time().zoneName(getSkinnable().time().now()));
        getSkinnable().requestLayout();
    }

    private static Region line() {
        var line = new Region();
        line.getStyleClass().add("line");
        line.setManaged(false);
        return line;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        layoutInArea(empty, x, y, width, height, 0, HPos.CENTER, VPos.CENTER);
        var data = getSkinnable().dataProperty().get();
        if (data == null || data.points().isEmpty() || width <= GUTTER) {
            return;
        }
        var scale = new TimeScale(extent(data).padded(MARGIN), width - GUTTER);
        timeScale = scale;
        layoutHead(x, y, width);
        var top = y + HEAD;
        var tall = height - HEAD - AXIS;
        layoutScale(x, top, scale, tall);
        drawing.resizeRelocate(x + GUTTER, top, scale.width(), tall);
        drawing.draw(data, scale);
        drawing.point(getSkinnable().pointedProperty().get());
        axis.resizeRelocate(x + GUTTER, top + tall, scale.width(), AXIS);
        axis.setTimeScale(scale);
        layoutInArea(zone, x, top + tall + AXIS / 2, GUTTER, AXIS / 2, 0, HPos.LEFT, VPos.CENTER);
    }

    private void layoutHead(double x, double y, double width) {
        var first = Math.min(readout.prefWidth(-1), width);
        layoutInArea(readout, x, y, first, HEAD, 0, HPos.LEFT, VPos.TOP);
        var rest = width - first - GUTTER / 2;
        expected.setVisible(expected.prefWidth(-1) <= rest);
        layoutInArea(expected, x + first, y, width - first, HEAD, 0, HPos.RIGHT, VPos.TOP);
    }

    private void layoutScale(double x, double top, TimeScale scale, double tall) {
        grid.resizeRelocate(x + GUTTER, top, scale.width(), tall);
        for (var i = 0; i < percentLabels.size(); i++) {
            var y = ProgressDrawing.y(SCALE.get(i), tall);
            var label = percentLabels.get(i);
            var half = label.prefHeight(-1) / 2;
            layoutInArea(label, x, top + y - half, GUTTER - half, 2 * half, 0, HPos.RIGHT, VPos.CENTER);
            grid.getChildren().get(i).resizeRelocate(0, grid.snapPositionY(y), scale.width(), 1);
        }
    }

    private static TimeWindow extent(ProgressPlot.PlotData data) {
        var from = data.points().getFirst().at();
        var latest = data.forecast() instanceof Forecast.Range range ? range.latest() : data.now();
        var to = latest.isAfter(data.now()) ? latest : data.now();
        var least = from.plus(TimeWindow.LEAST);
        return new TimeWindow(from, to.isAfter(least) ? to : least);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return PREFERRED;
    }

    @Override
    protected double computeMinHeight(double width, double top, double right, double bottom, double left) {
        return PREFERRED / 2;
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 2 * PREFERRED;
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return LEAST_WIDTH;
    }
}
