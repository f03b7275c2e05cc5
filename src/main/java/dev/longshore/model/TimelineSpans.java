package dev.longshore.model;

import dev.longshore.model.Timeline.Span;
import java.util.ArrayList;
import java.util.List;

/** The phases of a timeline. */
final class TimelineSpans {
    private TimelineSpans() {}

    /** One span per status word that was seen in a row. The first was there at the first look: nobody saw it begin. */
    static List<Span> of(History history) {
        var spans = new ArrayList<Span>();
        Observation before = null;
        for (var each : history.observations()) {
            if (before == null) {
                spans.add(new Span(each.status(), new Turn(null, each.at()), null));
            } else if (!before.status().equals(each.status())) {
                var turn = new Turn(history.lastSeen(before, each), each.at());
                var ended = spans.removeLast();
                spans.add(new Span(ended.status(), ended.began(), turn));
                spans.add(new Span(each.status(), turn, null));
            }
            before = each;
        }
        return spans;
    }
}
