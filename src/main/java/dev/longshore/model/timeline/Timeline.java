package dev.longshore.model.timeline;

import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Status;
import dev.longshore.model.StatusChange;
import dev.longshore.model.WatchGap;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.forecast.ImportForecast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A migration's history in the form in which it is read: phases one after the other, what happened when, what will, and
 * when nobody watched.
 *
 * @param now the moment it was made for, in UTC
 * @param seenUntil until when the last phase was seen, in UTC; before {@code now} where the service has not answered for
 *     too long
 * @param spans phases, oldest first, without gaps
 * @param events points in time, oldest first
 * @param watchGaps times in which nobody watched, oldest first
 * @param deadlines what the service will do by itself, soonest first
 * @param forecast when the import is expected to end
 */
public record Timeline(
        Instant now,
        Instant seenUntil,
        List<Span> spans,
        List<TimelineEvent> events,
        List<WatchGap> watchGaps,
        List<Deadline> deadlines,
        Forecast forecast) {
    public Timeline {
        spans = List.copyOf(spans);
        events = List.copyOf(events);
        watchGaps = List.copyOf(watchGaps);
        deadlines = List.copyOf(deadlines);
    }

    /**
     * Reads a history as a timeline.
     *
     * @param history the whole history of the migration, or at least that since the oldest time of interest
     * @param known what is known after it, or null before the first answer
     * @param now the moment it is made for, in UTC
     */
    public static Timeline of(History history, @Nullable LastKnown known, Instant now) {
        return of(history, known, now, now);
    }

    /**
     * Reads a history whose newest answer may be old.
     *
     * @param seenUntil until when its last phase was seen, in UTC
     */
    public static Timeline of(History history, @Nullable LastKnown known, Instant now, Instant seenUntil) {
        return new Timeline(
                now,
                seenUntil,
                Span.all(history),
                TimelineEvents.of(history),
                history.watchGaps(),
                CleanupClock.deadlines(known, history),
                ImportForecast.of(known, history, now));
    }

    /** True where nobody knows what is so now. */
    public boolean isOld() {
        return seenUntil.isBefore(now);
    }

    /**
     * A time in which every observation said the same status word.
     *
     * @param status the word
     * @param began when it began
     * @param ended when it ended, or null while it lasts
     */
    public record Span(Status status, StatusChange began, @Nullable StatusChange ended) {
        /** One for each status word that was seen in a row. Nobody saw the first begin: it was there when it was first observed. */
        private static List<Span> all(History history) {
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

        /** When it was first seen, in UTC. */
        public Instant from() {
            return began.latest();
        }

        /** The first observation that said otherwise, in UTC, or null while it lasts. */
        public @Nullable Instant to() {
            return ended == null ? null : ended.latest();
        }

        /** How long it lasted, or has lasted until {@code now} (UTC), as far as that was seen. */
        public StatusChange.DurationRange length(Instant now) {
            return began.durationUntil(ended == null ? StatusChange.at(now) : ended);
        }
    }

    /** Something that happened at one moment. */
    public sealed interface TimelineEvent {
        /** When, in UTC. */
        Instant at();

        /** A command of the user reached a state. */
        record CommandChanged(Instant at, Command command, CommandState state) implements TimelineEvent {}

        /** The directory was sealed: from here on no file can be uploaded any more (the import was launched). */
        record Sealed(Instant at) implements TimelineEvent {}

        /** The point of no return: metadata is imported, the import can no longer be aborted. */
        record PointOfNoReturnPassed(Instant at) implements TimelineEvent {}

        /** The status changed and nobody here had asked for it, nor does the lifecycle do it by itself. */
        record ChangedByOthers(Instant at, Status from, Status to) implements TimelineEvent {}

        /** The cleanup time changed and nobody here had asked for it. */
        record CleanupMoved(Instant at, Instant from, Instant to) implements TimelineEvent {}
    }
}
