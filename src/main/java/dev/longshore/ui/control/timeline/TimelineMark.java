package dev.longshore.ui.control.timeline;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.ui.look.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a timeline draws, and that can be pointed at. */
sealed interface TimelineMark {

    /** When it began or happens, in UTC. */
    Instant at();

    /** When it ended or will end, in UTC; the same as {@link #at()} for a moment, or null while it lasts. */
    default @Nullable Instant end() {
        return at();
    }

    /**
     * A phase.
     *
     * @param seenUntil until when it was seen, in UTC, where nobody knows whether it lasts; else null
     */
    record PhaseMark(Timeline.Span span, @Nullable Instant seenUntil) implements TimelineMark {
        @Override
        public Instant at() {
            return span.from();
        }

        @Override
        public @Nullable Instant end() {
            return span.to();
        }
    }

    /** The time between two looks, before and after a change of status. */
    record TransitionMark(Status before, Status after, Instant at, Instant end) implements TimelineMark {}

    /** The time since the last answer of the service, where that is too long. */
    record SilenceMark(Status status, Instant at, Instant end) implements TimelineMark {}

    /** A time in which nobody watched. */
    record WatchGapMark(WatchGap gap) implements TimelineMark {
        @Override
        public Instant at() {
            return gap.from();
        }

        @Override
        public Instant end() {
            return gap.to();
        }
    }

    /** From here on no file can be uploaded. */
    record SealedMark(Instant at) implements TimelineMark {}

    /** From here on the import cannot be aborted. */
    record NoAbortMark(Instant at) implements TimelineMark {}

    /** The present. */
    record NowMark(Instant at) implements TimelineMark {}

    /** What a user asked for, and the states it has gone through, oldest first, at least one. */
    record CommandMark(Command command, List<CommandState> states) implements TimelineMark {
        @Override
        public Instant at() {
            return states.getFirst().at();
        }

        @Override
        public Instant end() {
            return states.getLast().at();
        }
    }

    /** The status was changed by others. */
    record ExternalChangeMark(Timeline.TimelineEvent.ChangedByOthers event) implements TimelineMark {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** The cleanup was moved by others. */
    record CleanupMovedMark(Timeline.TimelineEvent.CleanupMoved event) implements TimelineMark {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /**
     * What the service will do by itself.
     *
     * @param urgency how urgently it needs the user; credentials never do
     */
    record DeadlineMark(Deadline deadline, Urgency urgency) implements TimelineMark {
        @Override
        public Instant at() {
            return deadline.at();
        }
    }

    /** When the import is expected to end. */
    record ForecastMark(Forecast.Range range) implements TimelineMark {
        @Override
        public Instant at() {
            return range.earliest();
        }

        @Override
        public Instant end() {
            return range.latest();
        }
    }

    /**
     * The time between the latest expected end of the import and the cleanup.
     *
     * @param isTooEarly true where the cleanup comes first
     * @param urgency how urgently the cleanup needs the user
     */
    record MarginMark(Instant at, Instant end, boolean isTooEarly, Urgency urgency) implements TimelineMark {}

    /** A date that the service knows nothing of. */
    record DrawnDateMark(DrawnDate date) implements TimelineMark {
        @Override
        public Instant at() {
            return date.at();
        }

        @Override
        public Instant end() {
            return date.end();
        }
    }

    /** Several marks too close to each other to be told apart, oldest first, at least two. */
    record MarkGroup(List<TimelineMark> marks) implements TimelineMark {
        @Override
        public Instant at() {
            return marks.getFirst().at();
        }

        @Override
        public Instant end() {
            return marks.stream().map(TimelineMark::lastMoment).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** {@link #end()}, or while it lasts {@link #at()}. */
    default Instant lastMoment() {
        var end = end();
        return end == null ? at() : end;
    }

    /**
     * Everything in {@code timeline}, by time.
     *
     * @param cleanup how urgently the cleanup needs the user
     */
    static List<TimelineMark> all(Timeline timeline, Urgency cleanup) {
        return all(timeline, cleanup, List.of());
    }

    /** The same, and dates that the service knows nothing of. */
    static List<TimelineMark> all(Timeline timeline, Urgency cleanup, List<DrawnDate> dates) {
        var marks = new ArrayList<TimelineMark>();
        dates.forEach(each -> marks.add(new DrawnDateMark(each)));
        timeline.spans().forEach(each -> marks.add(
                new PhaseMark(each, each.ended() == null && timeline.isOld() ? timeline.seenUntil() : null)));
        marks.addAll(between(timeline));
        if (timeline.isOld() && !timeline.spans().isEmpty()) {
            marks.add(new SilenceMark(timeline.spans().getLast().status(), timeline.seenUntil(), timeline.now()));
        }
        timeline.watchGaps().forEach(each -> marks.add(new WatchGapMark(each)));
        marks.addAll(events(timeline));
        timeline.deadlines().forEach(each -> marks.add(deadline(each, cleanup)));
        marks.add(new NowMark(timeline.now()));
        if (timeline.forecast() instanceof Forecast.Range range) {
            marks.add(new ForecastMark(range));
            CollisionGuard.cleanup(timeline.deadlines())
                    .flatMap(due -> margin(timeline.now(), range, due, cleanup)).ifPresent(marks::add);
        }
        marks.sort(Comparator.comparing(TimelineMark::at));
        return List.copyOf(marks);
    }

    /** None where the cleanup is overdue or comes at the very end. */
    private static Optional<MarginMark> margin(Instant now, Forecast.Range range, Deadline due, Urgency cleanup) {
        var end = range.latest().isBefore(now) ? now : range.latest();
        var isTooEarly = due.at().isBefore(end);
        return due.at().isBefore(now) || due.at().equals(end)
                ? Optional.empty()
                : Optional.of(new MarginMark(isTooEarly ? due.at() : end, isTooEarly ? end : due.at(), isTooEarly,
                        cleanup));
    }

    private static DeadlineMark deadline(Deadline deadline, Urgency cleanup) {
        return new DeadlineMark(deadline, deadline.cause() == Deadline.Cause.CREDENTIALS ? Urgency.CALM : cleanup);
    }

    /** Those of {@code marks} that are of one type. */
    static <M extends TimelineMark> List<M> of(List<TimelineMark> marks, Class<M> type) {
        return marks.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** None where it is known that nobody watched: that says it all. */
    private static List<TransitionMark> between(Timeline timeline) {
        var marks = new ArrayList<TransitionMark>();
        Timeline.Span before = null;
        for (var each : timeline.spans()) {
            var looked = each.began().earliest();
            if (before != null && looked != null && looked.isBefore(each.from())
                    && timeline.watchGaps().stream().noneMatch(blind -> blind.to().equals(each.from()))) {
                marks.add(new TransitionMark(before.status(), each.status(), looked, each.from()));
            }
            before = each;
        }
        return marks;
    }

    private static List<TimelineMark> events(Timeline timeline) {
        var asked = new LinkedHashMap<String, CommandMark>();
        var marks = new ArrayList<TimelineMark>();
        for (var event : timeline.events()) {
            switch (event) {
                case Timeline.TimelineEvent.CommandChanged reached ->
                    asked.merge(reached.command().id(), first(reached), TimelineMark::both);
                case Timeline.TimelineEvent.Sealed sealed -> marks.add(new SealedMark(sealed.at()));
                case Timeline.TimelineEvent.PointOfNoReturnPassed pointOfNoReturnPassed ->
                    marks.add(new NoAbortMark(pointOfNoReturnPassed.at()));
                case Timeline.TimelineEvent.ChangedByOthers changed -> marks.add(new ExternalChangeMark(changed));
                case Timeline.TimelineEvent.CleanupMoved moved -> marks.add(new CleanupMovedMark(moved));
            }
        }
        marks.addAll(asked.values());
        return marks;
    }

    private static CommandMark first(Timeline.TimelineEvent.CommandChanged reached) {
        return new CommandMark(reached.command(), List.of(reached.state()));
    }

    private static CommandMark both(CommandMark before, CommandMark after) {
        var states = new ArrayList<>(before.states());
        states.addAll(after.states());
        return new CommandMark(after.command(), List.copyOf(states));
    }
}
