package dev.longshore.ui.control.timeline;

import dev.longshore.ui.control.axis.TimeAxis;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.look.ColorRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The lines behind the lanes: one for each mark of the axis, the gates, the deadlines, and now. */
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
        draw(GridLineKind.GRID, axis.ticks().stream().mapToDouble(each -> scale.x(each.at())).toArray(), scale);
        for (var gridLineKind : List.of(GridLineKind.DUE, GridLineKind.GATE, GridLineKind.NOW)) {
            draw(gridLineKind,
                    marks.stream().filter(each -> is(gridLineKind, each)).mapToDouble(each -> scale.x(each.at()))
                            .toArray(),
                    scale);
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
    private void draw(GridLineKind gridLineKind, double[] xs, TimeScale scale) {
        var pool = lines.computeIfAbsent(gridLineKind, _ -> new ArrayList<>());
        while (pool.size() < xs.length) {
            pool.add(line(gridLineKind));
            getChildren().add(pool.getLast());
        }
        for (var i = 0; i < pool.size(); i++) {
            var line = pool.get(i);
            line.setVisible(i < xs.length && xs[i] >= 0 && xs[i] <= scale.width());
            if (line.isVisible()) {
                line.resizeRelocate(snapPositionX(xs[i] - gridLineKind.width / 2), 0, gridLineKind.width, getHeight());
            }
        }
    }

    private static Region line(GridLineKind gridLineKind) {
        var line = new Region();
        line.getStyleClass().addAll("line", gridLineKind.name().toLowerCase(Locale.ROOT),
                ColorRole.RUNNING.styleClass());
        line.setManaged(false);
        line.setViewOrder(-gridLineKind.width);
        return line;
    }
}
