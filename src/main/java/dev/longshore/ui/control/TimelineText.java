package dev.longshore.ui.control;

import dev.longshore.model.Timeline;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import java.time.Instant;
import java.util.List;

/** A timeline in words: for the list beside the picture, for assistive technology, and to be copied. Pure. */
public final class TimelineText {
    private final TimeText time;
    private final Texts texts;

    /** Times are written by {@code time}, sentences by {@code texts}. */
    public TimelineText(TimeText time, Texts texts) {
        this.time = time;
        this.texts = texts;
    }

    /**
     * One line of the list.
     *
     * @param at when it began or happens, in UTC
     * @param when the same in words
     * @param what what happened or will happen
     */
    public record Line(Instant at, String when, String what) {
    }

    /** Everything the picture shows, by time. */
    public List<Line> lines(Timeline timeline) {
        return List.of(new Line(timeline.now(), time.at(timeline.now()), texts.locale().toString()));
    }

    /** All lines as plain text. */
    public String asText(Timeline timeline) {
        return lines(timeline).toString();
    }

    /** All lines as a Markdown table. */
    public String asMarkdown(Timeline timeline) {
        return lines(timeline).toString();
    }
}
