package dev.longshore.ui.control;

import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Status;
import dev.longshore.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that a timeline draws, and that can be pointed at. */
sealed interface Mark {

    /** When it began or happens, in UTC. */
    Instant at();

    /** When it ended or will end, in UTC; the same as {@link #at()} for a moment, or null while it lasts. */
    default @Nullable Instant end() {
        return at();
    }

    /** A phase. */
    record Phase(Timeline.Span span) implements Mark {
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
    record Between(Status before, Status after, Instant at, Instant end) implements Mark {}

    /** A time in which nobody watched. */
    record Blind(BlindSpan span) implements Mark {
        @Override
        public Instant at() {
            return span.from();
        }

        @Override
        public Instant end() {
            return span.to();
        }
    }

    /** From here on no file can be uploaded. */
    record Sealed(Instant at) implements Mark {}

    /** From here on the import cannot be aborted. */
    record NoAbort(Instant at) implements Mark {}

    /** The present. */
    record Now(Instant at) implements Mark {}

    /** What a person asked for, and the states it has gone through, oldest first, at least one. */
    record Asked(Command command, List<CommandState> states) implements Mark {
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
    record Changed(Timeline.Event.ChangedByOthers event) implements Mark {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** The cleanup was moved by others. */
    record Moved(Timeline.Event.CleanupMoved event) implements Mark {
        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** What the service will do by itself. */
    record Due(Deadline deadline) implements Mark {
        @Override
        public Instant at() {
            return deadline.at();
        }
    }

    /** When the import is expected to end. */
    record Ahead(Forecast.Range range) implements Mark {
        @Override
        public Instant at() {
            return range.earliest();
        }

        @Override
        public Instant end() {
            return range.latest();
        }
    }

    /** Several marks too close to each other to be told apart, oldest first, at least two. */
    record Several(List<Mark> marks) implements Mark {
        @Override
        public Instant at() {
            return marks.getFirst().at();
        }

        @Override
        public Instant end() {
            return marks.stream().map(Mark::lastMoment).max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    /** {@link #end()}, or while it lasts {@link #at()}. */
    default Instant lastMoment() {
        var end = end();
        return end == null ? at() : end;
    }

    /** Everything in {@code timeline}, by time. */
    static List<Mark> all(Timeline timeline) {
        var marks = new ArrayList<Mark>();
        timeline.spans().forEach(each -> marks.add(new Phase(each)));
        marks.addAll(between(timeline));
        timeline.blindSpans().forEach(each -> marks.add(new Blind(each)));
        marks.addAll(events(timeline));
        timeline.deadlines().forEach(each -> marks.add(new Due(each)));
        marks.add(new Now(timeline.now()));
        if (timeline.forecast() instanceof Forecast.Range range) {
            marks.add(new Ahead(range));
        }
        marks.sort(Comparator.comparing(Mark::at));
        return List.copyOf(marks);
    }

    /** Those of {@code marks} that are of one type. */
    static <M extends Mark> List<M> of(List<Mark> marks, Class<M> type) {
        return marks.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** None where it is known that nobody watched: that says it all. */
    private static List<Between> between(Timeline timeline) {
        var marks = new ArrayList<Between>();
        Timeline.Span before = null;
        for (var each : timeline.spans()) {
            var looked = each.began().after();
            if (before != null && looked != null && looked.isBefore(each.from())
                    && timeline.blindSpans().stream().noneMatch(blind -> blind.to().equals(each.from()))) {
                marks.add(new Between(before.status(), each.status(), looked, each.from()));
            }
            before = each;
        }
        return marks;
    }

    private static List<Mark> events(Timeline timeline) {
        var asked = new LinkedHashMap<String, Asked>();
        var marks = new ArrayList<Mark>();
        for (var event : timeline.events()) {
            switch (event) {
                case Timeline.Event.CommandReached reached ->
                    asked.merge(reached.command().id(), first(reached), Mark::both);
                case Timeline.Event.Sealed sealed -> marks.add(new Sealed(sealed.at()));
                case Timeline.Event.NoAbort noAbort -> marks.add(new NoAbort(noAbort.at()));
                case Timeline.Event.ChangedByOthers changed -> marks.add(new Changed(changed));
                case Timeline.Event.CleanupMoved moved -> marks.add(new Moved(moved));
            }
        }
        marks.addAll(asked.values());
        return marks;
    }

    private static Asked first(Timeline.Event.CommandReached reached) {
        return new Asked(reached.command(), List.of(reached.state()));
    }

    private static Asked both(Asked before, Asked after) {
        var states = new ArrayList<>(before.states());
        states.addAll(after.states());
        return new Asked(after.command(), List.copyOf(states));
    }
}
