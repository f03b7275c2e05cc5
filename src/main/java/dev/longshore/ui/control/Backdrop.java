package dev.longshore.ui.control;

import dev.longshore.ui.theme.Token;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The lines behind the lanes: one for each mark of the axis, the gates, and now. */
final class Backdrop extends Pane {
    private static final double GATE = 2;

    private final List<Region> lines = new ArrayList<>();

    Backdrop() {
        setMouseTransparent(true);
        getStyleClass().add("backdrop");
    }

    void project(Projection by, TimeAxis axis, List<Mark> marks) {
        lines.clear();
        axis.marks().forEach(each -> line(by.x(each.at()), 1, "grid", by));
        for (var mark : marks) {
            switch (mark) {
                case Mark.Sealed _,Mark.NoAbort _ -> line(by.x(mark.at()), GATE, "gate", by);
                case Mark.Now _ -> line(by.x(mark.at()), GATE, "now", by);
                case Mark.Due _ -> line(by.x(mark.at()), 1, "due", by);
                case Mark.Phase _,Mark.Blind _,Mark.Asked _,Mark.Changed _,Mark.Moved _,Mark.Ahead _,Mark.Several _ -> {
                }
            }
        }
        getChildren().setAll(lines);
    }

    private void line(double x, double width, String style, Projection by) {
        if (x < 0 || x > by.width()) {
            return;
        }
        var line = new Region();
        line.getStyleClass().addAll("line", style);
        if (style.equals("now")) {
            line.getStyleClass().add(Token.RUNNING.styleClass());
        }
        line.resizeRelocate(Math.round(x - width / 2), 0, width, getHeight());
        line.setManaged(false);
        lines.add(line);
    }
}
