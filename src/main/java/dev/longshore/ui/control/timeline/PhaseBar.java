package dev.longshore.ui.control.timeline;

import dev.longshore.model.WatchGap;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.look.IconStyle;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One phase as a bar, with as much of icon, name and length as there is room for beside what nobody watched. */
final class PhaseBar extends Region {
    private static final double GAP = 6;
    private static final double LEAST_NAME = 60;
    private static final double TORN = 7;
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Label icon = new Label();
    private final Label name = new Label();
    private final Label length = new Label();
    private final Region tornLeft = torn();
    private final Region tornRight = torn();
    private double textFrom;
    private double textTo;

    PhaseBar(TimelineMark.PhaseMark phaseMark, TimelineText words, Texts texts) {
        var style = IconStyle.of(phaseMark.span().status());
        getStyleClass().addAll("phase-bar", style.colorRole().styleClass());
        icon.setGraphic(new FontIcon(style.icon()));
        name.setText(new StatusText(texts).word(phaseMark.span().status()));
        length.getStyleClass().add("length");
        tornRight.setScaleX(-1);
        getChildren().addAll(icon, name, length, tornLeft, tornRight);
        getChildren().forEach(each -> each.setMouseTransparent(true));
        MarkTooltip.install(this, phaseMark, words);
    }

    void setLength(String text) {
        length.setText(text);
    }

    /** Tears the edges off at which nobody saw the phase begin or end. */
    void setTorn(boolean left, boolean right) {
        tornLeft.setVisible(left);
        tornRight.setVisible(right);
    }

    /** Shows that nobody knows whether it lasts. */
    void setOld(boolean old) {
        pseudoClassStateChanged(OLD, old);
    }

    private static Region torn() {
        var torn = new Region();
        torn.getStyleClass().add("torn");
        torn.setManaged(false);
        return torn;
    }

    /** Sets where the text may stand, in pixels from this bar's left edge. */
    void setRoom(double from, double to) {
        textFrom = from;
        textTo = to;
        requestLayout();
    }

    /** A name may be cut short where some of it can be read; a length that is cut short would be another length. */
    @Override
    protected void layoutChildren() {
        var torn = Math.min(TORN, getWidth() / 2);
        tornLeft.resizeRelocate(0, 0, torn, getHeight());
        tornRight.resizeRelocate(getWidth() - torn, 0, torn, getHeight());
        var x = textFrom + GAP + (tornLeft.isVisible() ? torn : 0);
        x = place(icon, x, icon.prefWidth(-1));
        x = place(name, x, Math.min(LEAST_NAME, name.prefWidth(-1)));
        place(length, x, length.prefWidth(-1));
    }

    private double place(Label label, double x, double least) {
        var room = textTo - GAP - x;
        var width = Math.min(label.prefWidth(-1), room);
        var fits = width >= least;
        label.setVisible(fits);
        layoutInArea(label, x, 0, Math.max(0, width), getHeight(), 0, HPos.LEFT, VPos.CENTER);
        return fits ? x + width + GAP : textTo;
    }

    /** The longest part of a bar from {@code from} to {@code to} that was watched and is seen, in pixels. */
    static double[] room(double from, double to, List<WatchGap> blind, TimeScale timeScale) {
        double[] best = {from, from};
        var x = Math.max(from, 0);
        for (var each : blind) {
            best = longer(best, x, Math.min(timeScale.x(each.from()), to));
            x = Math.max(x, timeScale.x(each.to()));
        }
        return longer(best, x, Math.min(to, timeScale.width()));
    }

    private static double[] longer(double[] best, double from, double to) {
        return to - from > best[1] - best[0] ? new double[]{from, to} : best;
    }
}
