package dev.longshore.ui.control;

import dev.longshore.model.Forecast;
import dev.longshore.ui.theme.Token;
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
    private @Nullable Drawn drawn;

    private record Drawn(ProgressPlot.Course course, Projection by, double height) {}

    ProgressDrawing() {
        getStyleClass().addAll("drawing", Token.RUNNING.styleClass());
        getChildren().addAll(picture, pointer);
        getChildren().forEach(each -> each.setMouseTransparent(true));
    }

    /** How far below the top a percentage lies in a drawing of {@code height}. */
    static double y(double percent, double height) {
        return height - percent / ALL * height;
    }

    /** Draws {@code course}, unless it is drawn already: the readout follows the mouse without any of it. */
    void draw(ProgressPlot.Course course, Projection by) {
        var asked = new Drawn(course, by, getHeight());
        if (!asked.equals(drawn)) {
            drawn = asked;
            picture.getChildren().setAll(picture(course, by));
        }
    }

    /** Marks {@code moment}, or nothing. */
    void point(@Nullable Instant moment) {
        pointer.getChildren().clear();
        if (moment != null && drawn != null) {
            var x = drawn.by.x(moment);
            pointer.getChildren().add(column("pointer", x, x + 1));
            dot(drawn.course.points(), moment, drawn.by).ifPresent(pointer.getChildren()::add);
        }
    }

    private List<Node> picture(ProgressPlot.Course course, Projection by) {
        var nodes = new ArrayList<Node>();
        var points = course.points();
        course.blindSpans().stream()
                .filter(each -> by.sees(each.from(), each.to()))
                .forEach(each -> nodes.add(column("blind", Math.max(0, by.x(each.from())), by.x(each.to()))));
        var lines = ProgressCurve.lines(points, course.blindSpans(), course.now());
        lines.forEach(each -> nodes.add(surface(each, by)));
        cone(course, points.getLast(), by, nodes);
        lines.forEach(each -> nodes.add(curve(each, by)));
        var now = by.x(course.now());
        nodes.add(column("now", now, now + 1));
        dot(points, course.now(), by).ifPresent(nodes::add);
        return nodes;
    }

    private void cone(ProgressPlot.Course course, ProgressCurve.Point last, Projection by, List<Node> nodes) {
        if (course.forecast() instanceof Forecast.Range range) {
            var from = by.x(course.now());
            var y = y(last.percent(), getHeight());
            var cone = new Polygon(from, y, by.x(range.earliest()), 0, by.x(range.latest()), 0);
            nodes.add(styled(cone, "cone"));
        }
    }

    private Optional<Node> dot(List<ProgressCurve.Point> points, Instant moment, Projection by) {
        var percent = ProgressCurve.at(points, moment);
        return percent.isPresent()
                ? Optional.of(styled(new Circle(by.x(moment), y(percent.getAsDouble(), getHeight()), DOT), "dot"))
                : Optional.empty();
    }

    private Node curve(List<ProgressCurve.Point> line, Projection by) {
        var curve = new Polyline();
        line.forEach(each -> curve.getPoints().addAll(by.x(each.at()), y(each.percent(), getHeight())));
        return styled(curve, "curve");
    }

    private Node surface(List<ProgressCurve.Point> line, Projection by) {
        var surface = new Polygon();
        surface.getPoints().addAll(by.x(line.getFirst().at()), getHeight());
        line.forEach(each -> surface.getPoints().addAll(by.x(each.at()), y(each.percent(), getHeight())));
        surface.getPoints().addAll(by.x(line.getLast().at()), getHeight());
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
