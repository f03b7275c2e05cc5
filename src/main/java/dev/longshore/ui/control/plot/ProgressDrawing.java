package dev.longshore.ui.control.plot;

import dev.longshore.model.Forecast;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.look.ColorRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/** The curve with the surface below it, what nobody watched, the range of the end, now, and what is pointed at. */
final class ProgressDrawing extends Pane {
    private static final double ALL = 100;
    private static final double DOT = 4;

    private final Pane picture = new Pane();
    private final Pane pointer = new Pane();
    private @Nullable DrawnState drawnState;

    private record DrawnState(ProgressPlot.PlotData data, TimeScale scale, double height) {}

    ProgressDrawing() {
        getStyleClass().addAll("drawing", ColorRole.RUNNING.styleClass());
        getChildren().addAll(picture, pointer);
        getChildren().forEach(each -> each.setMouseTransparent(true));
    }

    /** How far below the top a percentage lies in a drawing of {@code height}. */
    static double y(double percent, double height) {
        return height - percent / ALL * height;
    }

    /** Draws {@code course}, unless it is drawn already: the readout follows the mouse without any of it. */
    void draw(ProgressPlot.PlotData data, TimeScale scale) {
        var asked = new DrawnState(data, scale, getHeight());
        if (!asked.equals(drawnState)) {
            drawnState = asked;
            picture.getChildren().setAll(picture(data, scale));
        }
    }

    /** Marks {@code moment}, or nothing. */
    void point(@Nullable Instant moment) {
        pointer.getChildren().clear();
        if (moment != null && drawnState != null) {
            var x = drawnState.scale.x(moment);
            pointer.getChildren().add(column("pointer", x, x + 1));
            dot(drawnState.data.points(), moment, drawnState.scale).ifPresent(pointer.getChildren()::add);
        }
    }

    private List<Node> picture(ProgressPlot.PlotData data, TimeScale scale) {
        var nodes = new ArrayList<Node>();
        var points = data.points();
        data.blindSpans().stream()
                .filter(each -> scale.shows(each.from(), each.to()))
                .forEach(each -> nodes.add(column("blind", Math.max(0, scale.x(each.from())), scale.x(each.to()))));
        var lines = ProgressCurve.lines(points, data.blindSpans(), data.now());
        lines.forEach(each -> nodes.add(surface(each, scale)));
        cone(data, points.getLast(), scale, nodes);
        lines.forEach(each -> nodes.add(curve(each, scale)));
        var now = scale.x(data.now());
        nodes.add(column("now", now, now + 1));
        dot(points, data.now(), scale).ifPresent(nodes::add);
        return nodes;
    }

    private void cone(ProgressPlot.PlotData data, ProgressCurve.CurvePoint last, TimeScale scale, List<Node> nodes) {
        if (data.forecast() instanceof Forecast.Range range) {
            var from = scale.x(data.now());
            var y = y(last.percent(), getHeight());
            var cone = new Polygon(from, y, scale.x(range.earliest()), 0, scale.x(range.latest()), 0);
            nodes.add(styled(cone, "cone"));
        }
    }

    private Optional<Node> dot(List<ProgressCurve.CurvePoint> points, Instant moment, TimeScale scale) {
        var percent = ProgressCurve.at(points, moment);
        return percent.isPresent()
                ? Optional.of(styled(new Circle(scale.x(moment), y(percent.getAsDouble(), getHeight()), DOT), "dot"))
                : Optional.empty();
    }

    private Node curve(List<ProgressCurve.CurvePoint> line, TimeScale scale) {
        var curve = new Polyline();
        line.forEach(each -> curve.getPoints().addAll(scale.x(each.at()), y(each.percent(), getHeight())));
        return styled(curve, "curve");
    }

    private Node surface(List<ProgressCurve.CurvePoint> line, TimeScale scale) {
        var surface = new Polygon();
        surface.getPoints().addAll(scale.x(line.getFirst().at()), getHeight());
        line.forEach(each -> surface.getPoints().addAll(scale.x(each.at()), y(each.percent(), getHeight())));
        surface.getPoints().addAll(scale.x(line.getLast().at()), getHeight());
        return styled(surface, "surface");
    }

    private Region column(String style, double from, double to) {
        var column = new Region();
        column.getStyleClass().add(style);
        column.setMouseTransparent(true);
        column.setManaged(false);
        column.resizeRelocate(snapPositionX(from), 0, Math.max(1, Math.min(to, getWidth()) - from), getHeight());
        return column;
    }

    private static Shape styled(Shape shape, String style) {
        shape.getStyleClass().add(style);
        shape.setManaged(false);
        shape.setMouseTransparent(true);
        return shape;
    }
}
