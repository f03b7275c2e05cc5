package dev.longshore.model.timeline;

import dev.longshore.model.History;
import dev.longshore.model.Observation;
import dev.longshore.model.StatusChange;
import dev.longshore.model.timeline.Timeline.Span;
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
                spans.add(new Span(each.status(), new StatusChange(null, each.at()), null));
            } else if (!before.status().equals(each.status())) {
                var statusChange = new StatusChange(history.lastSeen(before, each), each.at());
                var ended = spans.removeLast();
                spans.add(new Span(ended.status(), ended.began(), statusChange));
                spans.add(new Span(each.status(), statusChange, null));
            }
            before = each;
        }
        return spans;
    }
}
