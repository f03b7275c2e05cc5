package dev.longshore.ui.control;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Status;
import dev.longshore.model.Timeline;
import dev.longshore.model.Turn;
import dev.longshore.ui.fx.Texts;
import dev.longshore.ui.fx.TimeText;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A timeline in words: for tooltips, for the list beside the picture, for assistive technology, and to be copied.
 * Times are in the zone that the formatter shows. FX thread only.
 */
public final class TimelineText {
    private final TimeText time;
    private final Texts texts;
    private final Function<Instant, String> written;

    /** Times are written by {@code time}, sentences by {@code texts}. */
    public TimelineText(TimeText time, Texts texts) {
        this(time, texts, time::at);
    }

    private TimelineText(TimeText time, Texts texts, Function<Instant, String> written) {
        this.time = time;
        this.texts = texts;
        this.written = written;
    }

    /**
     * One line of the list.
     *
     * @param at when it began or happens, in UTC; by when it had begun, where nobody saw it begin
     * @param when the same in words, with its zone
     * @param what what happened or will happen, as a sentence
     */
    public record Line(Instant at, String when, String what) {}

    /** Everything the picture shows, by time; a command has a line for each state it has reached. */
    public List<Line> lines(Timeline timeline) {
        return Mark.all(timeline).stream()
                .flatMap(this::lines)
                .sorted(Comparator.comparing(Line::at))
                .toList();
    }

    /** All lines as plain text under {@code title}, one a line. */
    public String asText(Timeline timeline, String title) {
        return lines(timeline).stream()
                .map(each -> each.when() + "  " + each.what())
                .collect(Collectors.joining("\n", title + "\n", "\n"));
    }

    /** All lines as a Markdown table under {@code title}; times in ISO 8601 with their offset. */
    public String asMarkdown(Timeline timeline, String title) {
        var head = "## " + title + "\n\n" + texts.get("control.timeline.markdown.head") + "\n|---|---|\n";
        return new TimelineText(time, texts, time::iso).lines(timeline).stream()
                .map(each -> "| " + each.when() + " | " + each.what().replace("|", "\\|") + " |")
                .collect(Collectors.joining("\n", head, "\n"));
    }

    /** Why nothing is shown: an unread history says nothing of what was observed. */
    String nothing(@Nullable Timeline timeline) {
        return texts.get(timeline == null ? "control.timeline.unread" : "control.timeline.empty");
    }

    /** What is most worth knowing, in a few sentences. */
    public String summary(Timeline timeline) {
        var phase = timeline.spans().isEmpty() ? "" : status(timeline.spans().getLast()) + " ";
        var due = timeline.deadlines().stream().map(each -> sentence(new Mark.Due(each)))
                .collect(Collectors.joining(" "));
        var rest = texts.get("control.timeline.summary", timeline.events().size(), timeline.blindSpans().size());
        return (phase + due + " " + forecast(timeline.forecast()) + " " + rest).strip();
    }

    /** When and what, as in a tooltip. */
    String tooltip(Mark mark) {
        if (mark instanceof Mark.Several(var marks)) {
            return marks.stream().map(this::tooltip).collect(Collectors.joining("\n\n"));
        }
        return mark instanceof Mark.Asked
                ? lines(mark).map(each -> each.when() + "\n" + each.what()).collect(Collectors.joining("\n"))
                : when(mark) + "\n" + sentence(mark);
    }

    /** The short word beside a mark. */
    String label(Mark mark) {
        return switch (mark) {
            case Mark.Phase phase -> word(phase.span().status());
            case Mark.Between _ -> texts.get("control.timeline.between.label");
            case Mark.Blind _ -> texts.get("control.timeline.blind.label");
            case Mark.Sealed _ -> texts.get("control.timeline.sealed.label");
            case Mark.NoAbort _ -> texts.get("control.timeline.noAbort.label");
            case Mark.Now _ -> texts.get("control.timeline.now.label");
            case Mark.Asked asked ->
                texts.get("control.timeline.asked.label", action(asked), state(asked.states().getLast()));
            case Mark.Changed changed -> texts.get("control.timeline.changed.label", word(changed.event().to()));
            case Mark.Moved _ -> texts.get("control.timeline.moved.label");
            case Mark.Due due ->
                texts.get("control.timeline.due.label", cause(due.deadline().cause()), time.distance(due.at()));
            case Mark.Ahead ahead -> texts.get("control.timeline.ahead.label", span(ahead.range()));
            case Mark.Several(var marks) -> MarkLook.isDeadline(mark)
                    ? texts.get("control.timeline.several.due.label", label(MarkLook.foremost(marks)), marks.size() - 1)
                    : texts.get("control.timeline.several.label", marks.size());
        };
    }

    /** Between two looks there is nothing to tell that the phases before and after do not tell. */
    private Stream<Line> lines(Mark mark) {
        if (mark instanceof Mark.Asked asked) {
            return asked.states().stream().map(each -> line(asked, each));
        }
        return mark instanceof Mark.Between
                ? Stream.of()
                : Stream.of(new Line(mark.at(), beginning(mark), sentence(mark)));
    }

    private String beginning(Mark mark) {
        return mark instanceof Mark.Phase(var span) ? beginning(span) : written.apply(mark.at());
    }

    private String beginning(Timeline.Span span) {
        var seen = written.apply(span.from());
        if (span.began().after() == null) {
            return texts.get("control.timeline.before", seen);
        }
        return isSeenToBegin(span) ? seen : texts.get("control.timeline.by", seen);
    }

    private Line line(Mark.Asked asked, CommandState state) {
        return new Line(state.at(), written.apply(state.at()), sentence(asked, state));
    }

    private String when(Mark mark) {
        var begin = beginning(mark);
        var end = mark.end();
        if (end == null) {
            return texts.get("control.timeline.since", begin);
        }
        return end.equals(mark.at()) ? begin : texts.get("control.timeline.range", begin, written.apply(end));
    }

    private String sentence(Mark mark) {
        return switch (mark) {
            case Mark.Phase phase -> status(phase.span());
            case Mark.Between between ->
                texts.get("control.timeline.between", word(between.before()), word(between.after()));
            case Mark.Blind blind -> blind(blind.span());
            case Mark.Sealed _ -> texts.get("control.timeline.sealed");
            case Mark.NoAbort _ -> texts.get("control.timeline.noAbort");
            case Mark.Now _ -> texts.get("control.timeline.now");
            case Mark.Asked asked -> sentence(asked, asked.states().getLast());
            case Mark.Changed(var event) -> texts.get("control.timeline.changed", word(event.from()), word(event.to()));
            case Mark.Moved(var event) ->
                texts.get("control.timeline.moved", written.apply(event.from()), written.apply(event.to()));
            case Mark.Due due -> due(due.deadline());
            case Mark.Ahead ahead -> forecast(ahead.range());
            case Mark.Several several -> several.marks().stream().map(this::sentence).collect(Collectors.joining(" "));
        };
    }

    private String sentence(Mark.Asked asked, CommandState state) {
        var action = action(asked);
        return switch (state) {
            case CommandState.Requested _ -> texts.get("control.timeline.requested", action, detail(asked));
            case CommandState.Accepted _ -> texts.get(
                    asked.states().getLast().equals(state) ? "control.timeline.accepted.open"
                            : "control.timeline.accepted",
                    action, took(asked, state));
            case CommandState.Unanswered(_, var why) -> texts.get("control.timeline.unanswered", action, why);
            case CommandState.Observed _ -> texts.get("control.timeline.observed", action, took(asked, state));
            case CommandState.Refused(_, var why) -> texts.get("control.timeline.refused", action, why);
            case CommandState.NoEffect(_, var why) -> texts.get("control.timeline.noEffect", action, why);
        };
    }

    private String detail(Mark.Asked asked) {
        var cleanupTime = asked.command().cleanupTime();
        return cleanupTime == null ? "" : " " + texts.get("control.timeline.requested.for", written.apply(cleanupTime));
    }

    private String took(Mark.Asked asked, CommandState state) {
        return time.duration(Duration.between(asked.at(), state.at()));
    }

    private String status(Timeline.Span span) {
        var length = time.length(span.length(time.now()));
        var phase = texts.get("control.timeline.phase", word(span.status()), length, span.status().raw());
        return Stream.of(phase, began(span), ended(span)).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What is not known of the beginning, where that matters. */
    private String began(Timeline.Span span) {
        var after = span.began().after();
        if (after == null) {
            return texts.get("control.timeline.phase.beganBefore", written.apply(span.from()));
        }
        return isSeenToBegin(span)
                ? ""
                : texts.get("control.timeline.phase.beganBetween", written.apply(after), written.apply(span.from()));
    }

    /** Also where the doubt hardly matters, for as long as it lasted. */
    private boolean isSeenToBegin(Timeline.Span span) {
        return span.began().to(Turn.seen(Objects.requireNonNullElseGet(span.to(), time::now))).isExact();
    }

    private String ended(Timeline.Span span) {
        var ended = span.ended();
        var after = ended == null ? null : ended.after();
        return ended == null || after == null || Turn.seen(span.from()).to(ended).isExact()
                ? ""
                : texts.get("control.timeline.phase.endedBetween", written.apply(after), written.apply(ended.by()));
    }

    private String blind(BlindSpan span) {
        var length = time.duration(Duration.between(span.from(), span.to()));
        return texts.get("control.timeline.blind." + span.cause().name(), length);
    }

    private String due(Deadline deadline) {
        var seen = time.distance(deadline.observedAt());
        return texts.get("control.timeline.due." + deadline.cause().name(), time.distance(deadline.at()), seen);
    }

    private String forecast(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Range range -> texts.get("control.timeline.ahead", span(range), range.basis());
            case Forecast.Unknown unknown -> texts.get("control.timeline.ahead.unknown", unknown.reason());
        };
    }

    private String span(Forecast.Range range) {
        return range.earliest().isAfter(time.now())
                ? texts.get("control.timeline.ahead.range", time.range(until(range.earliest()), until(range.latest())))
                : texts.get("control.timeline.ahead.within", time.duration(until(range.latest())));
    }

    private Duration until(Instant ahead) {
        return Duration.between(time.now(), ahead);
    }

    private String cause(Deadline.Cause cause) {
        return texts.get("control.cause." + cause.name());
    }

    private String action(Mark.Asked asked) {
        return texts.get("control.action." + asked.command().action().name());
    }

    private String state(CommandState state) {
        return texts.get("control.commandState." + state.getClass().getSimpleName());
    }

    private String word(Status status) {
        return StatusLook.of(status, texts).word();
    }
}
