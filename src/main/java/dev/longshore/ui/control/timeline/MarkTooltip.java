package dev.longshore.ui.control.timeline;

import dev.longshore.ui.fx.WrappedTooltip;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** The tooltips of our own controls: their text is made anew each time, for distances from now go on. */
public final class MarkTooltip {
    private static final double GAP = 4;
    private static final Duration DELAY = Duration.millis(250);
    private static final Duration STAYS = Duration.minutes(1);

    private MarkTooltip() {}

    /** Gives {@code node}, one of many, a tooltip when the mouse first comes to it; they take time to be made. */
    public static void installOnEntering(Node node, Supplier<String> text) {
        node.setOnMouseEntered(_ -> {
            node.setOnMouseEntered(null);
            install(node, text);
        });
    }

    /** Gives {@code node} a tooltip, which assistive technology is told too. */
    public static Tooltip install(Node node, Supplier<String> text) {
        var tip = new WrappedTooltip(text.get());
        tip.setOnShowing(_ -> tip.setText(text.get()));
        tip.setShowDelay(DELAY);
        tip.setShowDuration(STAYS);
        Tooltip.install(node, tip);
        node.setAccessibleText(text.get());
        return tip;
    }

    /** Gives the node of {@code mark} a tooltip that can be shown without the mouse too. */
    static void install(Node node, TimelineMark mark, TimelineText words) {
        node.setUserData(mark);
        var tip = install(node, () -> words.tooltip(mark(node)));
        // Esc belongs to the timeline, which knows whether the mouse or a key has shown it.
        tip.setHideOnEscape(false);
        node.getProperties().put(MarkTooltip.class, tip);
    }

    /** The mark that {@code node} stands for now. */
    static TimelineMark mark(Node node) {
        return (TimelineMark) node.getUserData();
    }

    static void show(Node node) {
        var bounds = node.localToScreen(node.getBoundsInLocal());
        if (bounds != null && node.getProperties().get(MarkTooltip.class) instanceof Tooltip tip) {
            tip.show(node, bounds.getMinX(), bounds.getMaxY() + GAP);
        }
    }

    static void hide(Node node) {
        if (node.getProperties().get(MarkTooltip.class) instanceof Tooltip tip) {
            tip.hide();
        }
    }
}
