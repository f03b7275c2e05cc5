package dev.longshore.ui.control.timeline;

import dev.longshore.ui.control.axis.TimeAxis;
import dev.longshore.ui.control.axis.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The lines behind the rows: one for each mark of the axis, the milestones, the deadlines, and now. */
final class GridLines extends Pane {
    private final Map<GridLineKind, List<Region>> lines = new EnumMap<>(GridLineKind.class);

    private enum GridLineKind {
        GRID(1),
        DUE(1),
        GATE(2),
        NOW(2);

        private final double width;

        GridLineKind(double width) {
            this.width = width;
        }
    }

    GridLines() {
        setMouseTransparent(true);
        getStyleClass().add("backdrop");
    }

    void setTimeScale(TimeScale scale, TimeAxis axis, List<TimelineMark> marks) {
        draw(GridLineKind.GRID, axis.ticks().stream().map(TimeAxis.AxisTick::at).toList(), scale);
        for (var kind : List.of(GridLineKind.DUE, GridLineKind.GATE, GridLineKind.NOW)) {
            var ofKind = marks.stream().filter(each -> is(kind, each)).toList();
            var drawn = draw(kind, ofKind.stream().map(TimelineMark::at).toList(), scale);
            for (var i = 0; i < ofKind.size(); i++) {
                MarkStyle.colorRole(ofKind.get(i)).applyTo(drawn.get(i));
            }
        }
    }

    private static boolean is(GridLineKind gridLineKind, TimelineMark mark) {
        return switch (gridLineKind) {
            case GRID -> false;
            case DUE -> mark instanceof TimelineMark.DeadlineMark;
            case GATE -> mark instanceof TimelineMark.SealedMark || mark instanceof TimelineMark.NoAbortMark;
            case NOW -> mark instanceof TimelineMark.NowMark;
        };
    }

    /** Lines are kept and moved: a new node would be styled anew, each second. */
    private List<Region> draw(GridLineKind kind, List<Instant> moments, TimeScale scale) {
        var pool = lines.computeIfAbsent(kind, _ -> new ArrayList<>());
        while (pool.size() < moments.size()) {
            pool.add(line(kind));
            getChildren().add(pool.getLast());
        }
        for (var i = 0; i < pool.size(); i++) {
            var line = pool.get(i);
            line.setVisible(i < moments.size() && scale.shows(moments.get(i), moments.get(i)));
            if (line.isVisible()) {
                var x = scale.x(moments.get(i));
                line.resizeRelocate(snapPositionX(x - kind.width / 2), 0, kind.width, getHeight());
            }
        }
        return pool;
    }

    private static Region line(GridLineKind gridLineKind) {
        var line = new Region();
        line.getStyleClass().addAll("line", gridLineKind.name().toLowerCase(Locale.ROOT));
        line.setManaged(false);
        line.setViewOrder(-gridLineKind.width);
        return line;
    }
}
