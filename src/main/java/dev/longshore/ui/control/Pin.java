package dev.longshore.ui.control;

import dev.longshore.ui.fx.Texts;
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
    private Mark mark;
    private final Ikon icon;
    private boolean wordsLeft;

    Pin(Mark mark, TimelineText text, Texts texts) {
        this.mark = mark;
        icon = MarkLook.icon(mark, texts);
        getStyleClass().addAll("pin", MarkLook.token(mark, texts).styleClass());
        thread.getStyleClass().add("thread");
        shapes = moments().size() == 1
                ? List.of(shape(icon, MarkLook.token(mark, texts).styleClass()))
                : ((Mark.Asked) mark).states().stream()
                        .map(each -> shape(MarkLook.icon(each), MarkLook.token(each).styleClass()))
                        .toList();
        getChildren().add(thread);
        getChildren().addAll(shapes);
        getChildren().add(words);
        words.setText(text.label(mark));
        words.getStyleClass().add("words");
        MarkTip.install(this, mark, text);
    }

    /** Lets it stand for the same thing as it is known now: the present goes on, a deadline is observed anew. */
    void update(Mark newer, String label) {
        mark = newer;
        setUserData(newer);
        words.setText(label);
    }

    /** Shows the words on the right, on the left, or not at all. */
    void showWords(PinArrangement.Words side) {
        words.setVisible(side != PinArrangement.Words.NONE);
        wordsLeft = side == PinArrangement.Words.LEFT;
        requestLayout();
    }

    /** How wide the words are with their gap, in pixels. */
    double wordsWidth() {
        return words.prefWidth(-1) + 2 * GAP;
    }

    /** Where its shapes are, in pixels from the left edge of the window. */
    double first(Projection by) {
        return x(moments().getFirst(), by);
    }

    /** See {@link #first}. */
    double last(Projection by) {
        return x(moments().getLast(), by);
    }

    /** A deadline beyond what is seen stands at the edge: it must never be out of sight. */
    private double x(Instant moment, Projection by) {
        return isBeyond(mark, by) ? by.width() - SHAPE / 2 - 1 : by.x(moment);
    }

    /** True for a deadline that lies further ahead than what is seen. */
    static boolean isBeyond(Mark mark, Projection by) {
        return MarkLook.isDeadline(mark) && by.x(mark.at()) > by.width() - SHAPE / 2;
    }

    private List<Instant> moments() {
        return mark instanceof Mark.Asked asked
                ? asked.states().stream().map(each -> each.at()).toList()
                : List.of(mark.at());
    }

    /** Lays out for {@code by} in a row that begins at {@code y}; the pin is as wide as all it shows. */
    void place(Projection by, double y, double height) {
        var left = first(by) - SHAPE / 2 - (wordsLeft && words.isVisible() ? wordsWidth() : 0);
        var right = last(by) + SHAPE / 2 + (!wordsLeft && words.isVisible() ? wordsWidth() : 0);
        resizeRelocate(left, y, right - left, height);
        if (MarkLook.isDeadline(mark)) {
            var beyond = isBeyond(mark, by);
            ((FontIcon) shapes.getFirst().getGraphic()).setIconCode(beyond ? MaterialDesignA.ARROW_RIGHT_BOLD : icon);
        }
        var moments = moments();
        for (var i = 0; i < shapes.size(); i++) {
            shapes.get(i).resizeRelocate(x(moments.get(i), by) - SHAPE / 2 - left, (height - SHAPE) / 2, SHAPE, SHAPE);
            shapes.get(i)
                    .setVisible(i == shapes.size() - 1 || by.x(moments.get(i + 1)) - by.x(moments.get(i)) >= SHAPE / 2);
        }
        thread.resizeRelocate(first(by) - left, height / 2 - 1, last(by) - first(by), 2);
        var wordsX = wordsLeft ? GAP : last(by) - left + SHAPE / 2 + GAP;
        layoutInArea(words, wordsX, 0, words.prefWidth(-1), height, 0, HPos.LEFT, VPos.CENTER);
    }

    private static Label shape(Ikon ikon, String token) {
        var shape = new Label(null, new FontIcon(ikon));
        shape.getStyleClass().addAll("shape", token);
        return shape;
    }
}
