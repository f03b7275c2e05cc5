package dev.longshore.ui.control.timeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;

/** The nodes of marks. A mark that was there before keeps its node, and with it a tooltip that is open. */
final class MarkNodes<M extends TimelineMark, N extends Node> {
    private final Function<M, N> maker;
    private Map<M, N> nodes = Map.of();

    MarkNodes(Function<M, N> maker) {
        this.maker = maker;
    }

    /** The nodes of exactly {@code marks}, in their order. */
    Map<M, N> show(List<M> marks) {
        var next = new LinkedHashMap<M, N>();
        marks.forEach(each -> next.put(each, nodeOf(each)));
        nodes = next;
        return shown();
    }

    /** The nodes of the marks shown last. */
    Map<M, N> shown() {
        return nodes;
    }

    private N nodeOf(M mark) {
        var before = nodes.get(mark);
        return before == null ? maker.apply(mark) : before;
    }
}
