package dev.longshore.model.advice;

import dev.longshore.model.Alert;
import dev.longshore.model.Alert.Kind;
import dev.longshore.model.Alert.Severity;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.forecast.StallRule;
import dev.longshore.model.lifecycle.Situation;
import dev.longshore.model.timeline.Timeline.TimelineEvent;
import dev.longshore.model.timeline.TimelineEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user should know about a migration, most urgent first. Pure functions. */
public final class AlertRules {
    private static final Duration CLEANUP_SOON = Duration.ofHours(72);
    private static final Comparator<Alert> MOST_URGENT_FIRST = Comparator.comparing(Alert::severity)
            .thenComparing(Alert::kind);

    private AlertRules() {}

    /** Several lists as one, most urgent first. */
    public static List<Alert> merged(List<Alert> some, List<Alert> others) {
        return Stream.concat(some.stream(), others.stream()).sorted(MOST_URGENT_FIRST).toList();
    }

    /**
     * One alert for a cleanup that is due soon and was moved: one cause, told once, as urgent as the graver of both. Empty
     * where they are not these two.
     *
     * @param due that the cleanup comes soon or collides
     * @param moved that it was moved
     */
    public static Optional<Alert> joined(Alert due, Alert moved) {
        if (!isOfCleanup(due.kind()) || moved.kind() != Kind.CLEANUP_MOVED) {
            return Optional.empty();
        }
        var severity = due.severity().compareTo(moved.severity()) < 0 ? due.severity() : moved.severity();
        return Optional.of(new Alert(due.kind(), severity, due.at(), joined(due.fact(), moved.fact())));
    }

    private static Fact joined(Fact due, Fact moved) {
        return due.kind() == AdviceFact.CLEANUP_DUE && moved.kind() == AdviceFact.CLEANUP_MOVED_BY_OTHERS
                ? Fact.of(AdviceFact.CLEANUP_DUE_MOVED,
                        Stream.concat(due.figures().stream(), moved.figures().stream()).toArray())
                : Fact.sentences(due, moved);
    }

    private static boolean isOfCleanup(Kind kind) {
        return kind == Kind.CLEANUP_SOON || kind == Kind.COLLISION;
    }

    /**
     * What its observations tell, whatever the time is: failed, imported, stalled, and what somebody else changed.
     *
     * @param known what was observed, or null before the first answer
     * @param history the history of the migration
     */
    public static List<Alert> ofHistory(@Nullable LastKnown known, History history) {
        if (known == null) {
            return List.of();
        }
        var events = TimelineEvents.of(history);
        var moved = CleanupDriftRule.alert(known, history).or(() -> moved(known, events));
        return Stream
                .of(
                        ofPhase(known), unknown(known), byOthers(known, events), moved, movedByPolicy(known, history),
                        stalled(known, history),
                        FailedCommandRule.alert(known, history.commands()))
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
    public static List<Alert> ofClock(
            Instant now, @Nullable LastKnown known, List<Deadline> deadlines, Forecast forecast) {
        var notices = new ArrayList<Alert>();
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
    public static Optional<Alert> ofSituation(Situation situation) {
        return NextImportRule.alert(situation);
    }

    /**
     * What an initialize tells that was never answered, until the user dismisses it: a migration may exist that nobody can
     * clean up.
     *
     * @param database the name of its database
     */
    public static Alert ofUnanswered(Initialization lost, String database) {
        return new Alert(
                Kind.INITIALIZE_UNANSWERED, Severity.SOON, lost.at(),
                Fact.of(AdviceFact.INITIALIZE_UNANSWERED, database, lost.at()));
    }

    private static Optional<Alert> unknown(LastKnown known) {
        return Optional.of(known.status())
                .filter(Status.UnknownStatus.class::isInstance)
                .map(status -> new Alert(
                        Kind.UNKNOWN_STATUS, Severity.SOON, known.since(),
                        Fact.of(AdviceFact.UNKNOWN_STATUS, status)));
    }

    private static Optional<Alert> ofPhase(LastKnown known) {
        if (known.status().is(Phase.FAILED)) {
            return Optional.of(new Alert(Kind.FAILED, Severity.ACT_NOW, known.since(), failure(known)));
        }
        return known.status().is(Phase.MIGRATION_DONE)
                ? Optional.of(
                        new Alert(Kind.IMPORTED, Severity.GOOD, known.since(), Fact.of(AdviceFact.IMPORT_FINISHED)))
                : Optional.empty();
    }

    /** With the progress text of the failure, if the answer that told it had one. */
    private static Fact failure(LastKnown known) {
        var text = known.progress();
        return text == null || text.at().isBefore(known.since()) || text.value().text().isBlank()
                ? Fact.of(AdviceFact.IMPORT_FAILED)
                : Fact.of(AdviceFact.IMPORT_FAILED_SAYING, text.value().text().strip());
    }

    /** The newest change of status, if it was made by somebody else and still stands. */
    private static Optional<Alert> byOthers(LastKnown known, List<TimelineEvent> events) {
        return events.stream()
                .filter(TimelineEvent.ChangedByOthers.class::isInstance)
                .map(TimelineEvent.ChangedByOthers.class::cast)
                .reduce((_, newer) -> newer)
                .filter(change -> change.to().equals(known.status()))
                .map(AlertRules::byOthers);
    }

    private static Alert byOthers(TimelineEvent.ChangedByOthers change) {
        var fact = Fact.of(AdviceFact.CHANGED_BY_OTHERS, change.from(), change.to(), change.at());
        if (change.to().phase().filter(Phase::isClosing).isPresent()) {
            return new Alert(Kind.CLEANED_UP_UNEXPECTEDLY, Severity.ACT_NOW, change.at(), fact);
        }
        return change.to().is(Phase.ABORTED)
                ? new Alert(Kind.ABORTED_BY_OTHERS, Severity.ACT_NOW, change.at(), fact)
                : new Alert(Kind.CHANGED_BY_OTHERS, Severity.SOON, change.at(), fact);
    }

    /** The newest move of the cleanup by somebody else, while that time still stands; an earlier one is urgent. */
    private static Optional<Alert> moved(LastKnown known, List<TimelineEvent> events) {
        var due = known.expectedCleanupTime();
        return events.stream()
                .filter(TimelineEvent.CleanupMoved.class::isInstance)
                .map(TimelineEvent.CleanupMoved.class::cast)
                .reduce((_, newer) -> newer)
                .filter(move -> due != null && CleanupTime.isSameSecond(move.to(), due.value()))
                .filter(_ -> known.status().phase().filter(Phase::isClosing).isEmpty())
                .map(move -> new Alert(
                        Kind.CLEANUP_MOVED,
                        move.to().isBefore(move.from()) ? Severity.ACT_NOW : Severity.SOON,
                        move.at(),
                        Fact.of(AdviceFact.CLEANUP_MOVED_BY_OTHERS, move.from(), move.to())));
    }

    /** The newest move by the policy, while that time still stands. */
    private static Optional<Alert> movedByPolicy(LastKnown known, History history) {
        var due = known.expectedCleanupTime();
        return known.status().phase().filter(Phase::isClosing).isPresent() || due == null ? Optional.empty()
                : history.commands().stream().filter(Command::isByPolicy)
                        .filter(each -> each.explains(due.value(), due.at()))
                        .reduce((_, newer) -> newer)
                        .map(each -> new Alert(Kind.MOVED_BY_POLICY, Severity.SOON, each.requestedAt(), Fact.sentences(
                                Fact.of(AdviceFact.CLEANUP_MOVED_BY_POLICY, due.value()),
                                dueBefore(each, history).map(at -> Fact.of(AdviceFact.CLEANUP_WAS_DUE, at))
                                        .orElse(null))));
    }

    private static Optional<Instant> dueBefore(Command command, History history) {
        return history.observations().stream().takeWhile(each -> !each.at().isAfter(command.requestedAt()))
                .map(Observation::expectedCleanupTime).filter(Objects::nonNull).reduce((_, newer) -> newer);
    }

    private static Optional<Alert> stalled(LastKnown known, History history) {
        return StallRule.stall(known, history)
                .map(stall -> new Alert(Kind.STALLED, Severity.SOON, stall.since(),
                        Fact.of(AdviceFact.STALLED, new Distance(stall.since()), stall.patience())));
    }

    /**
     * A collision says all that the cleanup alone would say; nothing is urgent where no files can be lost, and what is
     * red in the table is urgent.
     */
    private static Optional<Alert> cleanup(
            Instant now, Status status, List<Deadline> deadlines, Forecast forecast) {
        if (!status.phase().map(Phase::hasFilesToLose).orElse(true)) {
            return Optional.empty();
        }
        var isRed = CollisionGuard.assess(now, status, deadlines, forecast).risk() == Risk.RED;
        return CollisionGuard.cleanup(deadlines)
                .filter(due -> isRed || Duration.between(now, due.at()).compareTo(CLEANUP_SOON) < 0)
                .map(due -> new Alert(
                        isRed && forecast instanceof Forecast.Range ? Kind.COLLISION : Kind.CLEANUP_SOON,
                        isRed ? Severity.ACT_NOW : Severity.SOON,
                        due.at(),
                        CollisionGuard.inShort(now, due, forecast)));
    }

    private static Optional<Alert> credentials(Instant now, List<Deadline> deadlines) {
        return deadlines.stream()
                .filter(each -> each.isEndOfCredentials(now))
                .findFirst()
                .map(end -> new Alert(
                        Kind.CREDENTIALS_END,
                        Severity.SOON,
                        end.at(),
                        credentials(now, end.at())));
    }

    /** That credentials expire at {@code end}, or have expired. */
    static Fact credentials(Instant now, Instant end) {
        return end.isAfter(now)
                ? Fact.of(AdviceFact.CREDENTIALS_EXPIRE, new Distance(end))
                : Fact.of(AdviceFact.CREDENTIALS_EXPIRED);
    }
}
