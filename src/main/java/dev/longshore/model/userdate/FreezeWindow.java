package dev.longshore.model.userdate;

import dev.longshore.model.ConnectionId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time in which actions that cannot be taken back need a reason.
 *
 * @param id unique, made by Longshore
 * @param name the user's name for it
 * @param scope which migrations it is for
 * @param times when it is, once or every week
 * @param changedAt when it was made, or changed last, in UTC; the epoch where that is not known
 * @param isRemoved true once the user has taken it away
 */
public record FreezeWindow(String id, String name, FreezeScope scope, FreezeTimes times, Instant changedAt,
        boolean isRemoved) {
    private static final int WEEK = 7;

    public FreezeWindow {
        name = name.strip();
    }

    /** One that is not saved yet. */
    public FreezeWindow(String id, String name, FreezeScope scope, FreezeTimes times) {
        this(id, name, scope, times, Instant.EPOCH, false);
    }

    /** The same as it is saved at that time, under that ID. */
    public FreezeWindow saved(String as, Instant at) {
        return new FreezeWindow(as, name, scope, times, at, false);
    }

    /** The same, taken away at that time. */
    public FreezeWindow removed(Instant at) {
        return new FreezeWindow(id, name, scope, times, at.isBefore(changedAt) ? changedAt : at, true);
    }

    /**
     * Which migrations a window is for: those that fit both.
     *
     * @param connection those of this connection; empty for all
     * @param tag those that bear this tag; empty for all
     */
    public record FreezeScope(Optional<ConnectionId> connection, String tag) {
        /** Every migration. */
        public static final FreezeScope ALL = new FreezeScope(Optional.empty(), "");

        public FreezeScope {
            tag = tag.strip();
        }

        /** True for a migration of {@code of} with these tags. */
        public boolean includes(ConnectionId of, List<String> tags) {
            return connection.filter(each -> !each.equals(of)).isEmpty()
                    && (tag.isEmpty() || tags.stream().anyMatch(tag::equalsIgnoreCase));
        }
    }

    /** When a window is. */
    public sealed interface FreezeTimes {
        /** Once, from then on and until then, in UTC and whole seconds. */
        record OnceFrozen(Instant from, Instant until) implements FreezeTimes {
            public OnceFrozen {
                from = from.truncatedTo(ChronoUnit.SECONDS);
                until = until.truncatedTo(ChronoUnit.SECONDS);
                if (!from.isBefore(until)) {
                    throw new IllegalArgumentException("A freeze window ends after it begins.");
                }
            }
        }

        /**
         * Every week. Where the clock skips an end of it, or shows it twice, the window is the longer one.
         *
         * @param firstDay the day on which it begins
         * @param from at that time of day
         * @param lastDay the day on which it ends, in the same week or the next; the same day and time make a whole week
         * @param until at that time of day
         * @param zone where the times are
         */
        record WeeklyFrozen(DayOfWeek firstDay, LocalTime from, DayOfWeek lastDay, LocalTime until, ZoneId zone)
                implements
                    FreezeTimes {
            FreezePeriod of(FreezeWindow window, LocalDate first) {
                var last = first.with(TemporalAdjusters.nextOrSame(lastDay));
                if (last.equals(first) && !until.isAfter(from)) {
                    last = last.plusDays(WEEK);
                }
                return new FreezePeriod(window, begin(first.atTime(from)), end(last.atTime(until)));
            }

            /** A time that is skipped begins when the clock is put forward, one that comes twice the first time. */
            private Instant begin(LocalDateTime at) {
                var skipped = zone.getRules().getTransition(at);
                return skipped != null && skipped.isGap() ? skipped.getInstant()
                        : at.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
            }

            /** A time that is skipped ends as long after that as it says, one that comes twice the second time. */
            private Instant end(LocalDateTime at) {
                return at.atZone(zone).withLaterOffsetAtOverlap().toInstant();
            }
        }
    }

    /**
     * A time in which a window is closed.
     *
     * @param window which one
     * @param from in UTC
     * @param until in UTC; this moment is not a part of it
     */
    public record FreezePeriod(FreezeWindow window, Instant from, Instant until) {
        /** True for a moment within it. */
        public boolean contains(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(until);
        }
    }

    /** The period that this moment is in. */
    public Optional<FreezePeriod> at(Instant moment) {
        return between(moment, moment.plusSeconds(1)).filter(each -> each.contains(moment)).findFirst();
    }

    /** The periods that touch that time, in UTC. */
    public Stream<FreezePeriod> between(Instant begin, Instant end) {
        return around(begin, end).filter(each -> each.from().isBefore(end) && each.until().isAfter(begin));
    }

    private Stream<FreezePeriod> around(Instant begin, Instant end) {
        return switch (times) {
            case FreezeTimes.OnceFrozen(var from, var until) -> Stream.of(new FreezePeriod(this, from, until));
            case FreezeTimes.WeeklyFrozen weekly -> weeks(weekly, begin, end).map(each -> weekly.of(this, each));
        };
    }

    private static Stream<LocalDate> weeks(FreezeTimes.WeeklyFrozen weekly, Instant begin, Instant end) {
        // A window of a week that began two weeks ago has ended, however the clock was changed since.
        var first = begin.atZone(weekly.zone()).toLocalDate().minusDays(2 * WEEK)
                .with(TemporalAdjusters.nextOrSame(weekly.firstDay()));
        var last = end.atZone(weekly.zone()).toLocalDate().plusDays(2);
        return Stream.iterate(first, each -> !each.isAfter(last), each -> each.plusDays(WEEK));
    }

    /** The periods of all {@code windows} that touch that time, in UTC, by their beginning. */
    public static Stream<FreezePeriod> between(List<FreezeWindow> windows, Instant from, Instant until) {
        return windows.stream().flatMap(each -> each.between(from, until))
                .sorted(Comparator.comparing(FreezePeriod::from).thenComparing(each -> each.window().name()));
    }
}
