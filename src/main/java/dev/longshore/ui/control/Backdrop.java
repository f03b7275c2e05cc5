package dev.longshore.ui.control;

import dev.longshore.ui.theme.Token;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The lines behind the lanes: one for each mark of the axis, the gates, the deadlines, and now. */
final class Backdrop extends Pane {
    private final Map<Kind, List<Region>> lines = new EnumMap<>(Kind.class);

    private enum Kind {
        GRID(1),
        DUE(1),
        GATE(2),
        NOW(2);

        private final double width;

        Kind(double width) {
            this.width = width;
        }
    }

    Backdrop() {
        setMouseTransparent(true);
        getStyleClass().add("backdrop");
    }

    void project(Projection by, TimeAxis axis, List<Mark> marks) {
        draw(Kind.GRID, axis.marks().stream().mapToDouble(each -> by.x(each.at())).toArray(), by);
        for (var kind : List.of(Kind.DUE, Kind.GATE, Kind.NOW)) {
            draw(kind, marks.stream().filter(each -> is(kind, each)).mapToDouble(each -> by.x(each.at())).toArray(),
                    by);
        }
    }

    private static boolean is(Kind kind, Mark mark) {
        return switch (kind) {
            case GRID -> false;
            case DUE -> mark instanceof Mark.Due;
            case GATE -> mark instanceof Mark.Sealed || mark instanceof Mark.NoAbort;
            case NOW -> mark instanceof Mark.Now;
        };
    }

    /** Lines are kept and moved: a new node would be styled anew, each second. */
    private void draw(Kind kind, double[] xs, Projection by) {
        var pool = lines.computeIfAbsent(kind, _ -> new ArrayList<>());
        while (pool.size() < xs.length) {
            pool.add(line(kind));
            getChildren().add(pool.getLast());
        }
        for (var i = 0; i < pool.size(); i++) {
            var line = pool.get(i);
            line.setVisible(i < xs.length && xs[i] >= 0 && xs[i] <= by.width());
            if (line.isVisible()) {
                line.resizeRelocate(snapPositionX(xs[i] - kind.width / 2), 0, kind.width, getHeight());
            }
        }
    }

    private static Region line(Kind kind) {
        var line = new Region();
        line.getStyleClass().addAll("line", kind.name().toLowerCase(Locale.ROOT), Token.RUNNING.styleClass());
        line.setManaged(false);
        line.setViewOrder(-kind.width);
        return line;
    }
}
