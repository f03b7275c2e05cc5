package dev.longshore.calendarfile;

import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.fact.CleanupFact;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.DatedDeadline;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.model.userdate.DeadlineRules;
import dev.longshore.model.userdate.DeadlineRules.ImportFacts;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of one migration. Pure. */
public final class CalendarEvents {
    /** Sequence numbers count seconds from here: so they grow without a memory of what was exported before. */
    private static final Instant SEQUENCE_ZERO = Instant.parse("2020-01-01T00:00:00Z");

    private static final Duration FREEZES_AHEAD = Duration.ofDays(56);

    private CalendarEvents() {}

    /**
     * Its cleanup, and the end of its upload credentials; cancelled where they are no longer to come.
     *
     * @param name the user's name for it
     * @param known what was observed, or null before the first answer
     * @param history all that is kept of it: it tells since when a deadline is what it is
     */
    public static List<CalendarEvent> of(MigrationKey key, String name, @Nullable LastKnown known, History history) {
        return known == null
                ? List.of()
                : Stream.of(EventKind.values()).flatMap(kind -> of(kind, key, name, known, history).stream()).toList();
    }

    /**
     * Everything that is due of a migration.
     *
     * @param name the user's name for it
     * @param facts what is known of it
     * @param deadlines those that users have set for it; those that were taken away among them
     * @param history all that is kept of it
     */
    public static List<CalendarEvent> all(MigrationKey key, String name, ImportFacts facts,
            List<OwnDeadline> deadlines, History history) {
        return Stream.concat(
                of(key, name, facts.known(), history).stream(),
                ofDeadlines(deadlines, name, facts, history).stream()).toList();
    }

    /**
     * The freeze windows of the next weeks, an event each time. Those of one that was taken away are cancelled until the
     * last one that could have been told has passed.
     *
     * @param windows those that were taken away among them
     * @param withNames whether their names are told
     */
    public static List<CalendarEvent> ofFreezes(List<FreezeWindow> windows, boolean withNames, Instant now) {
        return windows.stream().flatMap(each -> told(each, now)).sorted(Comparator.comparing(FreezePeriod::from))
                .map(each -> event(each, withNames)).toList();
    }

    private static Stream<FreezePeriod> told(FreezeWindow window, Instant now) {
        if (!window.isRemoved()) {
            return window.between(now, now.plus(FREEZES_AHEAD));
        }
        var last = window.changedAt().plus(FREEZES_AHEAD);
        return now.isBefore(last) ? window.between(window.changedAt(), last) : Stream.empty();
    }

    private static CalendarEvent event(FreezePeriod period, boolean withNames) {
        var window = period.window();
        var at = second(period.from());
        return new CalendarEvent(
                EventKind.FREEZE,
                uid(EventKind.FREEZE.word(), window.id(), Long.toString(at.getEpochSecond())),
                sequence(window.changedAt(), window.isRemoved()), at, Duration.between(at, second(period.until())),
                window.isRemoved(),
                withNames ? EventKind.FREEZE.title(window.name()) : Fact.of(DeadlineFact.EVENT_FREEZE_UNNAMED),
                List.of(window.isRemoved() ? Fact.of(CleanupFact.EVENT_CANCELLED)
                        : Fact.of(DeadlineFact.EVENT_FREEZE_ASKS)));
    }

    /** Cancelled where they were taken away. One in force whose time nobody knows has none. */
    private static List<CalendarEvent> ofDeadlines(
            List<OwnDeadline> deadlines, String name, ImportFacts facts, History history) {
        return deadlines.stream().map(each -> DeadlineRules.dated(each, facts))
                .flatMap(each -> of(each, name, facts, history).stream()).toList();
    }

    private static Optional<CalendarEvent> of(DatedDeadline dated, String name, ImportFacts facts, History history) {
        var deadline = dated.deadline();
        return at(dated).map(at -> new CalendarEvent(
                EventKind.DEADLINE, uid(EventKind.DEADLINE.word(), deadline.id()),
                sequence(changedAt(deadline, facts, history), deadline.isRemoved()), second(at), deadline.isRemoved(),
                title(deadline, name), lines(dated)));
    }

    /** One that was taken away has a time even if nobody knows it any more, as it may be in calendars by that time. */
    private static Optional<Instant> at(DatedDeadline dated) {
        return dated.due() instanceof DueTime.DueBetween(var at, _) ? Optional.of(at)
                : Optional.of(dated.deadline()).filter(OwnDeadline::isRemoved).map(OwnDeadline::changedAt);
    }

    private static Fact title(OwnDeadline deadline, String name) {
        return deadline.name().isEmpty() ? Fact.of(DeadlineFact.EVENT_UNNAMED, name)
                : EventKind.DEADLINE.title(deadline.name(), name);
    }

    /** When it was set, or what it depends on was first seen as it is now. */
    private static Instant changedAt(OwnDeadline deadline, ImportFacts facts, History history) {
        var known = facts.known();
        if (deadline.isRemoved() || known == null
                || !(deadline.rule() instanceof DeadlineRule.RelativeTime(var anchor, _))) {
            return deadline.changedAt();
        }
        var moved = switch (anchor) {
            case CLEANUP -> since(EventKind.CLEANUP, known, history);
            case LAUNCH, IMPORT_END -> known.observedAt();
        };
        return moved.isAfter(deadline.changedAt()) ? moved : deadline.changedAt();
    }

    private static List<Fact> lines(DatedDeadline dated) {
        if (dated.deadline().isRemoved()) {
            return List.of(Fact.of(CleanupFact.EVENT_CANCELLED));
        }
        return Stream.concat(
                Stream.of(Fact.of(DeadlineFact.EVENT_DUE, dated.when())),
                dated.answer().map(each -> Fact.of(DeadlineFact.EVENT_ANSWER, each.fact())).stream()).toList();
    }

    private static Optional<CalendarEvent> of(
            EventKind kind, MigrationKey key, String name, LastKnown known, History history) {
        return Optional.ofNullable(kind.figure(known)).map(at -> {
            var due = due(kind, known, history);
            return new CalendarEvent(
                    kind, uid(kind.word(), key.ref().migration().value(), key.connection().value()),
                    sequence(since(kind, known, history)), second(at), due.isEmpty(),
                    kind.title(name), lines(key, known, due));
        });
    }

    private static String uid(String... parts) {
        return Stream.of(parts)
                .map(part -> part.replaceAll("[^A-Za-z0-9-]", "_"))
                .reduce((one, other) -> one + "." + other)
                .orElseThrow() + "@longshore";
    }

    private static Optional<Deadline> due(EventKind kind, LastKnown known, History history) {
        return CleanupClock.deadlines(known, history).stream().filter(kind::is).findFirst();
    }

    /** When it was first seen as it is now; without a history that tells it, when it was last seen. */
    private static Instant since(EventKind kind, LastKnown known, History history) {
        var since = known.observedAt();
        LastKnown before = null;
        for (var observation : history.observations()) {
            var after = before == null ? LastKnown.first(observation) : before.updatedBy(observation);
            if (before == null || !isTheSame(kind, before, after)) {
                since = observation.at();
            }
            before = after;
        }
        return before != null && isTheSame(kind, before, known) ? since : known.observedAt();
    }

    private static boolean isTheSame(EventKind kind, LastKnown one, LastKnown other) {
        return Objects.equals(kind.figure(one), kind.figure(other)) && kind.isToCome(one) == kind.isToCome(other);
    }

    /** What is taken away in the second in which it was made or changed comes after that, too. */
    private static int sequence(Instant changedAt, boolean isRemoved) {
        return sequence(isRemoved ? changedAt.plusSeconds(1) : changedAt);
    }

    private static int sequence(Instant since) {
        return Math.clamp(Duration.between(SEQUENCE_ZERO, since).toSeconds(), 0, Integer.MAX_VALUE);
    }

    private static List<Fact> lines(MigrationKey key, LastKnown known, Optional<Deadline> due) {
        return List.of(
                due.map(CalendarEvents::rule).orElse(Fact.of(CleanupFact.EVENT_CANCELLED)),
                Fact.of(CleanupFact.EVENT_STATUS, known.status().raw(), known.observedAt()),
                Fact.of(
                        CleanupFact.EVENT_MIGRATION, key.ref().migration().value(), key.ref().database().value()));
    }

    private static Fact rule(Deadline due) {
        return Fact.of(switch (due.cause()) {
            case CLEANUP_IDLE -> CleanupFact.EVENT_IDLE;
            case CLEANUP_SCHEDULED -> CleanupFact.EVENT_SCHEDULED;
            case CLEANUP_UNKNOWN -> CleanupFact.EVENT_UNKNOWN_CAUSE;
            case CREDENTIALS -> CleanupFact.EVENT_RENEWED;
        }, due.observedAt());
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
