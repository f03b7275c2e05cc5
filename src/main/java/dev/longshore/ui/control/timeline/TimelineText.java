package dev.longshore.ui.control.timeline;

import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Status;
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.tabletext.TableFormat;
import dev.longshore.text.ActionText;
import dev.longshore.text.FactText;
import dev.longshore.text.StatusText;
import dev.longshore.text.Texts;
import dev.longshore.text.TimeText;
import dev.longshore.ui.look.Urgency;
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
    private final FactText facts;

    /** Times are written by {@code time}, sentences by {@code texts}. */
    public TimelineText(TimeText time, Texts texts) {
        this(time, texts, time::at);
    }

    private TimelineText(TimeText time, Texts texts, Function<Instant, String> written) {
        this.time = time;
        this.texts = texts;
        this.written = written;
        facts = new FactText(texts, time);
    }

    /**
     * One line of the list.
     *
     * @param at when it began or happens, in UTC; by when it had begun, where nobody saw it begin
     * @param when the same in words, with its zone
     * @param what what happened or will happen, as a sentence
     */
    public record TimelineTextLine(Instant at, String when, String what) {}

    /** Everything the picture shows, by time; a command has a line for each state it has reached. */
    public List<TimelineTextLine> lines(Timeline timeline) {
        return TimelineMark.all(timeline, Urgency.CALM).stream()
                .flatMap(this::lines)
                .sorted(Comparator.comparing(TimelineTextLine::at))
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
        var head = "## " + TableFormat.MARKDOWN.cell(title) + "\n\n" + texts.get("control.timeline.markdown.head")
                + "\n|---|---|\n";
        return new TimelineText(time, texts, time::iso).lines(timeline).stream()
                .map(each -> TableFormat.MARKDOWN.row(List.of(each.when(), each.what())))
                .collect(Collectors.joining("", head, ""));
    }

    /** Why nothing is shown: an unread history says nothing of what was observed. */
    String nothing(@Nullable Timeline timeline) {
        return texts.get(timeline == null ? "control.timeline.unread" : "control.timeline.empty");
    }

    /** What is most worth knowing, in a few sentences. */
    public String summary(Timeline timeline) {
        var phase = timeline.spans().isEmpty() ? "" : summary(timeline, timeline.spans().getLast()) + " ";
        var due = timeline.deadlines().stream().map(each -> sentence(new TimelineMark.DeadlineMark(each, Urgency.CALM)))
                .collect(Collectors.joining(" "));
        var rest = texts.get("control.timeline.summary", timeline.events().size(), timeline.watchGaps().size());
        return (phase + due + " " + forecast(timeline.forecast()) + " " + rest).strip();
    }

    /** When and what, as in a tooltip. */
    String tooltip(TimelineMark mark) {
        if (mark instanceof TimelineMark.MarkGroup(var marks)) {
            return marks.stream().map(this::tooltip).collect(Collectors.joining("\n\n"));
        }
        return mark instanceof TimelineMark.CommandMark
                ? lines(mark).map(each -> each.when() + "\n" + each.what()).collect(Collectors.joining("\n"))
                : when(mark) + "\n" + sentence(mark);
    }

    /** The short word beside a mark. */
    String label(TimelineMark mark) {
        return switch (mark) {
            case TimelineMark.PhaseMark phaseMark -> word(phaseMark.span().status());
            case TimelineMark.TransitionMark _ -> texts.get("control.timeline.between.label");
            case TimelineMark.SilenceMark silenceMark -> silence(silenceMark);
            case TimelineMark.WatchGapMark _ -> texts.get("control.timeline.blind.label");
            case TimelineMark.SealedMark _ -> texts.get("control.timeline.sealed.label");
            case TimelineMark.NoAbortMark _ -> texts.get("control.timeline.noAbort.label");
            case TimelineMark.NowMark _ -> texts.get("control.timeline.now.label");
            case TimelineMark.CommandMark commandMark ->
                texts.get("control.timeline.asked.label", action(commandMark), state(commandMark.states().getLast()));
            case TimelineMark.ExternalChangeMark externalChangeMark ->
                texts.get("control.timeline.changed.label", word(externalChangeMark.event().to()));
            case TimelineMark.CleanupMovedMark _ -> texts.get("control.timeline.moved.label");
            case TimelineMark.DeadlineMark deadlineMark ->
                texts.get("control.timeline.due.label", cause(deadlineMark.deadline().cause()),
                        time.distance(deadlineMark.at()));
            case TimelineMark.DrawnDateMark(var date) -> date.label();
            case TimelineMark.ForecastMark forecastMark ->
                texts.get("control.timeline.ahead.label", span(forecastMark.range()));
            case TimelineMark.MarginMark marginMark -> texts.get(
                    marginMark.isTooEarly() ? "control.timeline.margin.early" : "control.timeline.margin.label",
                    margin(marginMark));
            case TimelineMark.MarkGroup(var marks) -> MarkStyle.isDeadline(mark)
                    ? texts.get("control.timeline.several.due.label", label(MarkStyle.foremost(marks)),
                            marks.size() - 1)
                    : texts.get("control.timeline.several.label", marks.size());
        };
    }

    /** A change between two checks and a margin tell nothing that the marks beside them do not tell. */
    private Stream<TimelineTextLine> lines(TimelineMark mark) {
        if (mark instanceof TimelineMark.CommandMark commandMark) {
            return commandMark.states().stream().map(each -> line(commandMark, each));
        }
        return mark instanceof TimelineMark.TransitionMark || mark instanceof TimelineMark.MarginMark
                ? Stream.of()
                : Stream.of(new TimelineTextLine(mark.at(), beginning(mark), sentence(mark)));
    }

    private String beginning(TimelineMark mark) {
        return mark instanceof TimelineMark.PhaseMark(var span, _) ? beginning(span) : written.apply(mark.at());
    }

    private String beginning(Timeline.Span span) {
        var seen = written.apply(span.from());
        if (span.began().earliest() == null) {
            return texts.get("control.timeline.before", seen);
        }
        return isSeenToBegin(span) ? seen : texts.get("control.timeline.by", seen);
    }

    private TimelineTextLine line(TimelineMark.CommandMark commandMark, CommandState state) {
        return new TimelineTextLine(state.at(), written.apply(state.at()), sentence(commandMark, state));
    }

    private String when(TimelineMark mark) {
        var begin = beginning(mark);
        var end = mark.end();
        if (end == null) {
            return texts.get("control.timeline.since", begin);
        }
        return end.equals(mark.at()) ? begin : texts.get("control.timeline.range", begin, written.apply(end));
    }

    private String sentence(TimelineMark mark) {
        return switch (mark) {
            case TimelineMark.PhaseMark(var span, var seenUntil) ->
                status(span, Objects.requireNonNullElseGet(seenUntil, time::now));
            case TimelineMark.TransitionMark transitionMark ->
                texts.get("control.timeline.between", word(transitionMark.before()), word(transitionMark.after()));
            case TimelineMark.SilenceMark silenceMark -> texts.get("control.timeline.silence", silence(silenceMark),
                    word(silenceMark.status()));
            case TimelineMark.WatchGapMark watchGapMark -> blind(watchGapMark.gap());
            case TimelineMark.SealedMark _ -> texts.get("control.timeline.sealed");
            case TimelineMark.NoAbortMark _ -> texts.get("control.timeline.noAbort");
            case TimelineMark.NowMark _ -> texts.get("control.timeline.now");
            case TimelineMark.CommandMark commandMark -> sentence(commandMark, commandMark.states().getLast());
            case TimelineMark.ExternalChangeMark(var event) ->
                texts.get("control.timeline.changed", word(event.from()), word(event.to()));
            case TimelineMark.CleanupMovedMark(var event) ->
                texts.get("control.timeline.moved", written.apply(event.from()), written.apply(event.to()));
            case TimelineMark.DeadlineMark deadlineMark -> due(deadlineMark.deadline());
            case TimelineMark.DrawnDateMark(var date) -> date.sentence();
            case TimelineMark.ForecastMark forecastMark -> forecast(forecastMark.range());
            case TimelineMark.MarginMark marginMark -> texts.get(
                    marginMark.isTooEarly() ? "control.timeline.margin.before" : "control.timeline.margin.after",
                    margin(marginMark));
            case TimelineMark.MarkGroup markGroup ->
                markGroup.marks().stream().map(this::sentence).collect(Collectors.joining(" "));
        };
    }

    private String sentence(TimelineMark.CommandMark commandMark, CommandState state) {
        var action = action(commandMark);
        return switch (state.kind()) {
            case REQUESTED -> texts.get("control.timeline.requested", action, detail(commandMark));
            case ACCEPTED -> texts.get(
                    commandMark.states().getLast().equals(state) ? "control.timeline.accepted.open"
                            : "control.timeline.accepted",
                    action, took(commandMark, state));
            case OBSERVED -> texts.get("control.timeline.observed", action, took(commandMark, state));
            case UNANSWERED -> texts.get("control.timeline.unanswered", action, reason(state));
            case REFUSED -> texts.get("control.timeline.refused", action, reason(state));
            case NOT_SENT -> texts.get("control.timeline.notSent", action, reason(state));
            case NO_EFFECT -> texts.get("control.timeline.noEffect", action, reason(state));
        };
    }

    private String reason(CommandState state) {
        return state.reason().map(facts::of).orElse("");
    }

    private String detail(TimelineMark.CommandMark commandMark) {
        var cleanupTime = commandMark.command().cleanupTime();
        return cleanupTime == null ? ""
                : " " + texts.get("control.timeline.requested.for", written.apply(cleanupTime.at()));
    }

    private String took(TimelineMark.CommandMark commandMark, CommandState state) {
        return time.duration(Duration.between(commandMark.at(), state.at()));
    }

    /** That its last answer is old is said with it. */
    private String summary(Timeline timeline, Timeline.Span last) {
        var phase = status(last, timeline.isOld() ? timeline.seenUntil() : time.now());
        return timeline.isOld() ? texts.get("control.timeline.silence.summary", time.at(timeline.seenUntil()), phase)
                : phase;
    }

    private String status(Timeline.Span span, Instant seenUntil) {
        var length = time.length(span.length(seenUntil));
        var phase = texts.get("control.timeline.phase", word(span.status()), length, span.status().raw());
        return Stream.of(phase, began(span), ended(span)).filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** What is not known of the beginning, where that matters. */
    private String began(Timeline.Span span) {
        var after = span.began().earliest();
        if (after == null) {
            return texts.get("control.timeline.phase.beganBefore", written.apply(span.from()));
        }
        return isSeenToBegin(span)
                ? ""
                : texts.get("control.timeline.phase.beganBetween", written.apply(after), written.apply(span.from()));
    }

    /** Also where the doubt hardly matters, for as long as it lasted. */
    private boolean isSeenToBegin(Timeline.Span span) {
        return span.began().durationUntil(StatusChange.at(Objects.requireNonNullElseGet(span.to(), time::now)))
                .isExact();
    }

    private String ended(Timeline.Span span) {
        var ended = span.ended();
        var after = ended == null ? null : ended.earliest();
        return ended == null || after == null || StatusChange.at(span.from()).durationUntil(ended).isExact()
                ? ""
                : texts.get("control.timeline.phase.endedBetween", written.apply(after), written.apply(ended.latest()));
    }

    private String margin(TimelineMark.MarginMark mark) {
        return time.duration(Duration.between(mark.at(), mark.end()));
    }

    private String silence(TimelineMark.SilenceMark mark) {
        return texts.get("control.timeline.silence.label", time.at(mark.at()));
    }

    private String blind(WatchGap gap) {
        var length = time.duration(Duration.between(gap.from(), gap.to()));
        return texts.get("control.timeline.blind." + gap.reason().name(), length);
    }

    private String due(Deadline deadline) {
        var seen = time.distance(deadline.observedAt());
        return texts.get("control.timeline.due." + deadline.cause().name(), time.distance(deadline.at()), seen);
    }

    private String forecast(Forecast forecast) {
        return switch (forecast) {
            case Forecast.Range range -> texts.get("control.timeline.ahead", span(range), facts.of(range.basis()));
            case Forecast.NoForecast noForecast -> facts.of(noForecast.reason());
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

    private String action(TimelineMark.CommandMark commandMark) {
        return new ActionText(texts).noun(commandMark.command().action());
    }

    private String state(CommandState state) {
        return texts.get("control.commandState." + state.kind());
    }

    private String word(Status status) {
        return new StatusText(texts).word(status);
    }
}
