package dev.longshore.ui.fx;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;

/** Gives a text that has no room a tooltip that has it whole, when the mouse comes to it. FX thread only. */
public final class CutTextTooltips {
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private CutTextTooltips() {}

    /** Listens to the mouse in everything below {@code root}. */
    public static void install(Node root) {
        root.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof Labeled labeled) {
                explain(labeled);
            }
        });
    }

    /** A tooltip that somebody else gave it, or what it is in, says more. */
    private static void explain(Labeled labeled) {
        if (labeled.getTooltip() instanceof CutTextTooltip) {
            labeled.setTooltip(null);
        }
        if (isCut(labeled) && Stream.iterate((Node) labeled, Objects::nonNull, Node::getParent)
                .noneMatch(CutTextTooltips::hasTooltip)) {
            labeled.setTooltip(new CutTextTooltip(labeled.getText()));
        }
    }

    private static boolean hasTooltip(Node node) {
        return node.getProperties().containsKey(TOOLTIP) || (node instanceof Control control
                && Optional.ofNullable(control.getTooltip()).filter(each -> !each.getText().isEmpty()).isPresent());
    }

    /** What is drawn is a text of its own, which is shorter where there is no room for all of it. */
    public static boolean isCut(Labeled labeled) {
        var whole = Objects.requireNonNullElse(labeled.getText(), "");
        return !whole.isBlank() && labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance)
                .map(Text.class::cast).filter(Node::isVisible).map(Text::getText)
                .anyMatch(drawn -> !drawn.equals(whole) && drawn.endsWith(labeled.getEllipsisString()));
    }

    private static final class CutTextTooltip extends WrappedTooltip {
        CutTextTooltip(String text) {
            super(text);
        }
    }
}
