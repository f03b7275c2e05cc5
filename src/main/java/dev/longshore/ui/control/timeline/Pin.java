package dev.longshore.ui.control.timeline;

import dev.longshore.text.Texts;
import dev.longshore.ui.control.axis.TimeScale;
import dev.longshore.ui.look.ColorRole;
import dev.longshore.ui.look.IconStyle;
import java.time.Instant;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * A mark at a moment: its shape on the moment, its words beside it. What was asked for has a shape for each state, on a
 * thread from the first to the last.
 */
final class Pin extends Region {
    /** How wide a shape is drawn, in pixels. */
    static final double SHAPE = 16;
    private static final double GAP = 3;

    private final Region thread = new Region();
    private final Label words = new Label();
    private final List<Label> shapes;
    private TimelineMark mark;
    private Ikon icon;
    private boolean isLabelLeft;

    Pin(TimelineMark mark, TimelineText text, Texts texts) {
        this.mark = mark;
        icon = MarkStyle.icon(mark);
        getStyleClass().addAll("pin", MarkStyle.colorRole(mark).styleClass());
        thread.getStyleClass().add("thread");
        shapes = moments().size() == 1
                ? List.of(shape(icon, MarkStyle.colorRole(mark)))
                : ((TimelineMark.CommandMark) mark).states().stream()
                        .map(IconStyle::of)
                        .map(each -> shape(each.icon(), each.colorRole()))
                        .toList();
        getChildren().add(thread);
        getChildren().addAll(shapes);
        getChildren().add(words);
        words.setText(text.label(mark));
        words.getStyleClass().add("words");
        MarkTooltip.install(this, mark, text);
    }

    /** Lets it stand for the same thing as it is known now: the present goes on, a deadline is observed anew. */
    void update(TimelineMark newer, String label) {
        mark = newer;
        setUserData(newer);
        if (MarkStyle.isDeadline(newer)) {
            icon = MarkStyle.icon(newer);
            MarkStyle.colorRole(newer).applyTo(this);
            MarkStyle.colorRole(newer).applyTo(shapes.getFirst());
        }
        words.setText(label);
    }

    /** Shows the words on the right, on the left, or not at all. */
    void showLabel(PinArrangement.LabelSide side) {
        words.setVisible(side != PinArrangement.LabelSide.NONE);
        isLabelLeft = side == PinArrangement.LabelSide.LEFT;
        requestLayout();
    }

    /** How wide the words are with their gap, in pixels. */
    double labelWidth() {
        return words.prefWidth(-1) + 2 * GAP;
    }

    /** Where its shapes are, in pixels from the left edge of the window. */
    double first(TimeScale scale) {
        return x(moments().getFirst(), scale);
    }

    /** See {@link #first}. */
    double last(TimeScale scale) {
        return x(moments().getLast(), scale);
    }

    /** A deadline beyond what is seen stands at the edge: it must never be out of sight. */
    private double x(Instant moment, TimeScale scale) {
        return isBeyond(mark, scale) ? scale.width() - SHAPE / 2 - 1 : scale.x(moment);
    }

    /** True for a deadline that lies further ahead than what is seen. */
    static boolean isBeyond(TimelineMark mark, TimeScale scale) {
        return MarkStyle.isDeadline(mark) && scale.x(mark.at()) > scale.width() - SHAPE / 2;
    }

    private List<Instant> moments() {
        return mark instanceof TimelineMark.CommandMark commandMark
                ? commandMark.states().stream().map(each -> each.at()).toList()
                : List.of(mark.at());
    }

    /** Lays out for {@code by} in a row that begins at {@code y}; the pin is as wide as all it shows. */
    void place(TimeScale scale, double y, double height) {
        var left = first(scale) - SHAPE / 2 - (isLabelLeft && words.isVisible() ? labelWidth() : 0);
        var right = last(scale) + SHAPE / 2 + (!isLabelLeft && words.isVisible() ? labelWidth() : 0);
        resizeRelocate(left, y, right - left, height);
        if (MarkStyle.isDeadline(mark)) {
            var beyond = isBeyond(mark, scale);
            ((FontIcon) shapes.getFirst().getGraphic()).setIconCode(beyond ? MaterialDesignA.ARROW_RIGHT_BOLD : icon);
        }
        var moments = moments();
        for (var i = 0; i < shapes.size(); i++) {
            shapes.get(i).resizeRelocate(x(moments.get(i), scale) - SHAPE / 2 - left, (height - SHAPE) / 2, SHAPE,
                    SHAPE);
            shapes.get(i)
                    .setVisible(i == shapes.size() - 1
                            || scale.x(moments.get(i + 1)) - scale.x(moments.get(i)) >= SHAPE / 2);
        }
        thread.resizeRelocate(first(scale) - left, height / 2 - 1, last(scale) - first(scale), 2);
        var wordsX = isLabelLeft ? GAP : last(scale) - left + SHAPE / 2 + GAP;
        layoutInArea(words, wordsX, 0, words.prefWidth(-1), height, 0, HPos.LEFT, VPos.CENTER);
    }

    private static Label shape(Ikon icon, ColorRole role) {
        var shape = new Label(null, new FontIcon(icon));
        shape.getStyleClass().addAll("shape", role.styleClass());
        return shape;
    }
}
