package dev.longshore.model;

import dev.longshore.model.Notice.Kind;
import dev.longshore.model.Notice.Severity;
import dev.longshore.model.Timeline.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person should know about a migration, most urgent first. Pure functions. */
public final class Notices {
    private static final Duration CLEANUP_SOON = Duration.ofHours(72);
    private static final Duration CREDENTIALS_SOON = Duration.ofMinutes(15);
    private static final Comparator<Notice> MOST_URGENT_FIRST = Comparator.comparing(Notice::severity)
            .thenComparing(Notice::kind);

    private Notices() {}

    /** Several lists as one, most urgent first. */
    public static List<Notice> together(List<Notice> some, List<Notice> others) {
        return Stream.concat(some.stream(), others.stream()).sorted(MOST_URGENT_FIRST).toList();
    }

    /**
     * What its observations tell, whatever the time is: failed, imported, stalled, and what somebody else changed.
     *
     * @param known what was observed, or null before the first answer
     * @param history the history of the migration
     */
    public static List<Notice> ofHistory(@Nullable LastKnown known, History history) {
        if (known == null) {
            return List.of();
        }
        var events = TimelineEvents.of(history);
        var moved = CleanupDrift.notice(known, history).or(() -> moved(known, events));
        return Stream
                .of(
                        ofPhase(known), unknown(known), byOthers(known, events), moved, stalled(known, history),
                        FailedCommand.notice(known, history.commands()))
                .flatMap(Optional::stream)
                .sorted(MOST_URGENT_FIRST)
                .toList();
    }

    /**
     * What the clock tells: the cleanup and the credentials.
     *
     * @param now the service's time as far as known, in UTC
     * @param known what was observed, or null before the first answer
     * @param deadlines as {@link CleanupClock} gives them
     * @param forecast when its import is expected to end
     */
    public static List<Notice> ofClock(
            Instant now, @Nullable LastKnown known, List<Deadline> deadlines, Forecast forecast) {
        var notices = new ArrayList<Notice>();
        if (known != null) {
            cleanup(now, known.status(), deadlines, forecast).ifPresent(notices::add);
            credentials(now, deadlines).ifPresent(notices::add);
        }
        return List.copyOf(notices);
    }

    /**
     * What the other migrations on its database tell: that it waited while one of them was imported, and nothing forbids
     * its launch any more.
     */
    public static Optional<Notice> ofSituation(Situation situation) {
        return NextImport.notice(situation);
    }

    private static Optional<Notice> unknown(LastKnown known) {
        return Optional.of(known.status())
                .filter(Status.Unknown.class::isInstance)
                .map(status -> new Notice(
                        Kind.UNKNOWN_STATUS, Severity.SOON, known.since(),
                        "Its status is " + InWords.status(status) + ", a word nobody here knows."));
    }

    private static Optional<Notice> ofPhase(LastKnown known) {
        if (known.status().is(Phase.FAILED)) {
            return Optional.of(new Notice(
                    Kind.FAILED, Severity.ACT_NOW, known.since(), "Its import failed" + reason(known) + "."));
        }
        return known.status().is(Phase.MIGRATION_DONE)
                ? Optional.of(new Notice(Kind.IMPORTED, Severity.GOOD, known.since(), "Its import has ended."))
                : Optional.empty();
    }

    /** The progress text of the failure, if the answer that told it had one. */
    private static String reason(LastKnown known) {
        var text = known.progress();
        return text == null || text.at().isBefore(known.since()) || text.value().text().isBlank()
                ? ""
                : "; the service says: \"" + text.value().text().strip() + "\"";
    }

    /** The newest change of status, if it was made by somebody else and still stands. */
    private static Optional<Notice> byOthers(LastKnown known, List<Event> events) {
        return events.stream()
                .filter(Event.ChangedByOthers.class::isInstance)
                .map(Event.ChangedByOthers.class::cast)
                .reduce((_, newer) -> newer)
                .filter(change -> change.to().equals(known.status()))
                .map(Notices::byOthers);
    }

    private static Notice byOthers(Event.ChangedByOthers change) {
        var sentence = "It is " + InWords.status(change.to()) + " since " + InWords.time(change.at()) + ", was "
                + InWords.status(change.from()) + " before, and nobody here had asked for that.";
        if (change.to().phase().filter(Phase::isClosing).isPresent()) {
            return new Notice(Kind.CLEANED_UP_UNEXPECTEDLY, Severity.ACT_NOW, change.at(), sentence);
        }
        return change.to().is(Phase.ABORTED)
                ? new Notice(Kind.ABORTED_BY_OTHERS, Severity.ACT_NOW, change.at(), sentence)
                : new Notice(Kind.CHANGED_BY_OTHERS, Severity.SOON, change.at(), sentence);
    }

    /** The newest move of the cleanup by somebody else, while that time still stands; an earlier one is urgent. */
    private static Optional<Notice> moved(LastKnown known, List<Event> events) {
        var due = known.expectedCleanupTime();
        return events.stream()
                .filter(Event.CleanupMoved.class::isInstance)
                .map(Event.CleanupMoved.class::cast)
                .reduce((_, newer) -> newer)
                .filter(move -> due != null && Schedules.sameSecond(move.to(), due.value()))
                .filter(_ -> known.status().phase().filter(Phase::isClosing).isEmpty())
                .map(move -> new Notice(
                        Kind.CLEANUP_MOVED,
                        move.to().isBefore(move.from()) ? Severity.ACT_NOW : Severity.SOON,
                        move.at(),
                        "Its cleanup is due at " + InWords.time(move.to()) + ", no longer at "
                                + InWords.time(move.from()) + ", and nobody here had asked for that."));
    }

    private static Optional<Notice> stalled(LastKnown known, History history) {
        return StallRule.stall(known, history)
                .map(stall -> new Notice(Kind.STALLED, Severity.SOON, stall.since(), stall.sentence()));
    }

    /**
     * A collision says all that the cleanup alone would say; nothing is urgent where no files can be lost, and what is
     * red in the table is urgent.
     */
    private static Optional<Notice> cleanup(
            Instant now, Status status, List<Deadline> deadlines, Forecast forecast) {
        if (!status.phase().map(Phase::hasFilesToLose).orElse(true)) {
            return Optional.empty();
        }
        var isRed = CollisionGuard.judge(now, status, deadlines, forecast).risk() == Risk.RED;
        return CollisionGuard.cleanup(deadlines)
                .filter(due -> isRed || Duration.between(now, due.at()).compareTo(CLEANUP_SOON) < 0)
                .map(due -> new Notice(
                        isRed && forecast instanceof Forecast.Range ? Kind.COLLISION : Kind.CLEANUP_SOON,
                        isRed ? Severity.ACT_NOW : Severity.SOON,
                        due.at(),
                        "Its cleanup " + CollisionText.inShort(now, due, forecast) + "."));
    }

    private static Optional<Notice> credentials(Instant now, List<Deadline> deadlines) {
        return deadlines.stream()
                .filter(each -> each.cause() == Deadline.Cause.CREDENTIALS)
                .filter(each -> Duration.between(now, each.at()).compareTo(CREDENTIALS_SOON) < 0)
                .findFirst()
                .map(end -> new Notice(
                        Kind.CREDENTIALS_END,
                        Severity.SOON,
                        end.at(),
                        end.at().isAfter(now)
                                ? "Its upload credentials end in " + InWords.span(Duration.between(now, end.at())) + "."
                                : "Its upload credentials have ended."));
    }
}
