package dev.longshore.ui.control;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** A tooltip whose text is made anew each time it is shown, for distances from now go on. */
final class MarkTip {
    private static final double WIDEST = 420;
    private static final Duration DELAY = Duration.millis(250);
    private static final Duration STAYS = Duration.minutes(1);

    private MarkTip() {}

    static void install(Node node, Supplier<String> text) {
        var tip = new Tooltip(text.get());
        tip.setOnShowing(_ -> tip.setText(text.get()));
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        tip.setShowDelay(DELAY);
        tip.setShowDuration(STAYS);
        Tooltip.install(node, tip);
        node.setAccessibleText(text.get());
    }
}
