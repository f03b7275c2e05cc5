package dev.longshore.ui.control;

import dev.longshore.model.BlindSpan;
import dev.longshore.ui.fx.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One phase as a bar, with as much of icon, name and length as there is room for beside what nobody watched. */
final class PhaseBar extends Region {
    private static final double GAP = 6;

    private final Label icon = new Label();
    private final Label name = new Label();
    private final Label length = new Label();
    private double textFrom;
    private double textTo;

    PhaseBar(Mark.Phase phase, TimelineText words, Texts texts) {
        var look = StatusLook.of(phase.span().status(), texts);
        getStyleClass().addAll("phase-bar", look.token().styleClass());
        icon.setGraphic(new FontIcon(look.icon()));
        name.setText(look.word());
        length.getStyleClass().add("length");
        getChildren().addAll(icon, name, length);
        getChildren().forEach(each -> each.setMouseTransparent(true));
        MarkTip.install(this, () -> words.tooltip(phase));
    }

    void setLength(String text) {
        length.setText(text);
    }

    /** Sets where the text may stand, in pixels from this bar's left edge. */
    void setRoom(double from, double to) {
        textFrom = from;
        textTo = to;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var x = textFrom + GAP;
        for (var label : List.of(icon, name, length)) {
            var width = label.prefWidth(-1);
            var fits = x + width <= textTo - GAP;
            label.setVisible(fits);
            layoutInArea(label, x, 0, width, getHeight(), 0, Pos.CENTER_LEFT.getHpos(), Pos.CENTER_LEFT.getVpos());
            x = fits ? x + width + GAP : textTo;
        }
    }

    /** The longest part of a bar from {@code from} to {@code to} that was watched and is seen, in pixels. */
    static double[] room(double from, double to, List<BlindSpan> blind, Projection projection) {
        double[] best = {from, from};
        var x = Math.max(from, 0);
        for (var each : blind) {
            best = longer(best, x, Math.min(projection.x(each.from()), to));
            x = Math.max(x, projection.x(each.to()));
        }
        return longer(best, x, Math.min(to, projection.width()));
    }

    private static double[] longer(double[] best, double from, double to) {
        return to - from > best[1] - best[0] ? new double[]{from, to} : best;
    }

    static Duration length(Mark.Phase phase, Instant now) {
        var end = phase.end();
        return Duration.between(phase.at(), end == null ? now : end);
    }
}
