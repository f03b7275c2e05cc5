package dev.longshore.ui.control.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Steps by ↑ and ↓ from mark to mark of what is seen, and shows of each what pointing at it shows. Esc ends it. */
final class TimelineSelection {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final StatusTimeline timeline;
    private final Supplier<List<? extends Node>> nodes;
    private @Nullable Node selected;

    private TimelineSelection(StatusTimeline timeline, Supplier<List<? extends Node>> nodes) {
        this.timeline = timeline;
        this.nodes = nodes;
    }

    /** Listens to the keys of {@code timeline}; {@code nodes} are those of marks, in any order. */
    static void install(StatusTimeline timeline, Supplier<List<? extends Node>> nodes) {
        var selection = new TimelineSelection(timeline, nodes);
        timeline.addEventHandler(KeyEvent.KEY_PRESSED, selection::key);
        timeline.focusedProperty().subscribe(focused -> {
            if (!focused) {
                selection.select(null);
            }
        });
        timeline.windowProperty().subscribe(_ -> selection.select(null));
        timeline.nearestProperty().subscribe(at -> Optional.ofNullable(at).ifPresent(selection::selectNearest));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            step(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && selected != null) {
            select(null);
            event.consume();
        }
    }

    private void selectNearest(Instant at) {
        nodes.get().stream().filter(Node::isVisible)
                .min(Comparator.comparing(each -> Duration.between(MarkTooltip.mark(each).at(), at).abs()))
                .ifPresent(this::select);
    }

    private void step(int by) {
        var seen = nodes.get().stream()
                .filter(Node::isVisible)
                .sorted(Comparator.comparing(each -> MarkTooltip.mark(each).at()))
                .toList();
        if (!seen.isEmpty()) {
            var from = selected == null ? (by > 0 ? -1 : seen.size()) : seen.indexOf(selected);
            select(seen.get(Math.floorMod(from + by, seen.size())));
        }
    }

    private void select(@Nullable Node node) {
        var before = selected;
        selected = node;
        if (before != null) {
            before.pseudoClassStateChanged(SELECTED, false);
            MarkTooltip.hide(before);
            timeline.describe();
        }
        if (node != null) {
            node.pseudoClassStateChanged(SELECTED, true);
            MarkTooltip.show(node);
            timeline.setAccessibleText(node.getAccessibleText());
        }
    }
}
