package dev.longshore.model;

import dev.longshore.model.Timeline.Span;
import java.util.ArrayList;
import java.util.List;

/** The phases of a timeline. */
final class TimelineSpans {
    private TimelineSpans() {}

    /** One span per status word that was seen in a row. */
    static List<Span> of(List<Observation> observations) {
        var spans = new ArrayList<Span>();
        for (var each : observations) {
            if (spans.isEmpty()) {
                spans.add(new Span(each.status(), each.at(), null));
            } else if (!spans.getLast().status().equals(each.status())) {
                var ended = spans.removeLast();
                spans.add(new Span(ended.status(), ended.from(), each.at()));
                spans.add(new Span(each.status(), each.at(), null));
            }
        }
        return spans;
    }
}
