package dev.longshore.model.userdate;

import dev.longshore.model.Alert;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Distance;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.DatedDeadline.DueTime;
import dev.longshore.model.userdate.DatedDeadline.EndAnswer;
import dev.longshore.model.userdate.DatedDeadline.EndVerdict;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When deadlines of the user's own are due, and whether an import ends before them. Pure functions. */
public final class DeadlineRules {
    private static final Duration SOON = Duration.ofHours(24);
    /** So long after it is due somebody may still not know. */
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private DeadlineRules() {}

    /**
     * What is known of a migration.
     *
     * @param now the service's time as far as known, in UTC
     * @param known what was observed, or null before the first answer
     * @param moments when its import was launched and ended
     * @param forecast when its import is expected to end
     * @param cleanup the cleanup that is due, if its time is known
     */
    public record ImportFacts(Instant now, @Nullable LastKnown known, ImportMoments moments, Forecast forecast,
            Optional<Deadline> cleanup) {
        Optional<Phase> phase() {
            return Optional.ofNullable(known).flatMap(each -> each.status().phase());
        }

        /** The expected end while the import runs. */
        Optional<Forecast.Range> expectedEnd() {
            return phase().filter(Phase::occupiesTheDatabase).isPresent() && forecast instanceof Forecast.Range range
                    ? Optional.of(range)
                    : Optional.empty();
        }
    }

    /** A deadline with what is known of it. */
    public static DatedDeadline dated(OwnDeadline deadline, ImportFacts facts) {
        var due = due(deadline.rule(), facts);
        return new DatedDeadline(deadline, due,
                deadline.isAfterTheEnd() ? Optional.empty() : Optional.of(answer(due, facts)));
    }

    /** When it is due. */
    static DueTime due(DeadlineRule rule, ImportFacts facts) {
        return switch (rule) {
            case DeadlineRule.FixedTime(var at) -> DueTime.DueBetween.at(at);
            case DeadlineRule.RelativeTime(var anchor, var offset) -> switch (anchor) {
                case LAUNCH -> after(facts.moments().launch(), offset, DeadlineFact.LAUNCH_NOT_SEEN);
                case CLEANUP ->
                    after(facts.cleanup().map(Deadline::at), offset, DeadlineFact.CLEANUP_NOT_KNOWN);
                case IMPORT_END -> afterEnd(facts, offset);
            };
        };
    }

    private static DueTime after(Optional<Instant> anchor, Duration offset, DeadlineFact otherwise) {
        return anchor.<DueTime>map(at -> DueTime.DueBetween.at(at.plus(offset)))
                .orElseGet(() -> new DueTime.DueUnknown(Fact.of(otherwise)));
    }

    private static DueTime afterEnd(ImportFacts facts, Duration offset) {
        return facts.expectedEnd()
                .<DueTime>map(range -> new DueTime.DueBetween(
                        range.earliest().plus(offset), range.latest().plus(offset)))
                .orElseGet(() -> after(facts.moments().end(), offset, DeadlineFact.END_NOT_KNOWN));
    }

    /** Whether the import ends before a time. */
    public static EndAnswer answer(DueTime due, ImportFacts facts) {
        return switch (due) {
            case DueTime.DueUnknown(var reason) -> new EndAnswer(EndVerdict.NOT_KNOWN, reason);
            case DueTime.DueBetween between -> facts.phase().map(phase -> answer(between, phase, facts))
                    .orElseGet(() -> notKnown(between, facts, Fact.of(DeadlineFact.STATUS_NOT_KNOWN)));
        };
    }

    private static EndAnswer answer(DueTime.DueBetween due, Phase phase, ImportFacts facts) {
        return switch (phase) {
            case MIGRATION_DONE -> ended(due, facts);
            case CLEANING_UP_FILES, CLOSED -> facts.moments().end().map(end -> compared(due, end, end,
                    Fact.of(DeadlineFact.ENDED, end)))
                    .orElseGet(() -> new EndAnswer(EndVerdict.NOT_KNOWN, Fact.of(DeadlineFact.END_NOT_SEEN)));
            case STARTING, IMPORT_IN_PROGRESS -> running(due, facts);
            case PAUSED -> notKnown(due, facts, Fact.of(DeadlineFact.PAUSED));
            case INITIALIZING, RECEIVING_FILES -> notKnown(due, facts, Fact.of(DeadlineFact.NOT_LAUNCHED));
            case FAILED -> notKnown(due, facts, Fact.of(DeadlineFact.FAILED));
            case ABORTED -> new EndAnswer(EndVerdict.NO, Fact.of(DeadlineFact.ABORTED));
        };
    }

    private static EndAnswer ended(DueTime.DueBetween due, ImportFacts facts) {
        var seen = facts.moments().end();
        var latest = seen.or(() -> Optional.ofNullable(facts.known()).map(LastKnown::since)).orElse(facts.now());
        if (seen.isEmpty() && latest.isAfter(due.earliest())) {
            return new EndAnswer(EndVerdict.NOT_KNOWN, Fact.of(DeadlineFact.END_NOT_SEEN));
        }
        return compared(due, latest, latest, Fact.of(seen.isPresent() ? DeadlineFact.ENDED
                : DeadlineFact.ENDED_BEFORE, latest));
    }

    private static EndAnswer running(DueTime.DueBetween due, ImportFacts facts) {
        if (hasPassed(due, facts)) {
            return new EndAnswer(EndVerdict.NO, Fact.of(DeadlineFact.PASSED));
        }
        return switch (facts.forecast()) {
            case Forecast.Range(var earliest, var latest, _) ->
                compared(due, earliest, latest, Fact.of(DeadlineFact.EXPECTED, earliest, latest));
            case Forecast.NoForecast(var reason) -> new EndAnswer(EndVerdict.NOT_KNOWN, reason);
        };
    }

    private static EndAnswer compared(DueTime.DueBetween due, Instant earliest, Instant latest, Fact reason) {
        if (!latest.isAfter(due.earliest())) {
            return new EndAnswer(EndVerdict.YES, reason);
        }
        return new EndAnswer(earliest.isAfter(due.latest()) ? EndVerdict.NO : EndVerdict.NOT_KNOWN, reason);
    }

    private static EndAnswer notKnown(DueTime.DueBetween due, ImportFacts facts, Fact reason) {
        return hasPassed(due, facts)
                ? new EndAnswer(EndVerdict.NO, Fact.sentences(Fact.of(DeadlineFact.PASSED), reason))
                : new EndAnswer(EndVerdict.NOT_KNOWN, reason);
    }

    private static boolean hasPassed(DueTime.DueBetween due, ImportFacts facts) {
        return facts.now().isAfter(due.latest());
    }

    /**
     * What the user should know of these deadlines: those that are due within a day or were within the last, and those
     * before which the import will not end. Those that are due at the same time are one alert.
     */
    public static List<Alert> alerts(List<DatedDeadline> deadlines, Instant now) {
        var facts = new LinkedHashMap<Optional<Instant>, Fact>();
        for (var each : deadlines) {
            fact(each, now).ifPresent(fact -> facts.merge(
                    Optional.ofNullable(each.at()), fact, Fact::sentences));
        }
        return facts.entrySet().stream().map(each -> new Alert(
                Alert.Kind.OWN_DEADLINE, Alert.Severity.SOON, each.getKey().orElse(null), each.getValue())).toList();
    }

    private static Optional<Fact> fact(DatedDeadline dated, Instant now) {
        return dated.due() instanceof DueTime.DueBetween due && !now.isAfter(due.latest().plus(REMEMBERED))
                ? fact(dated, due, now)
                : Optional.empty();
    }

    private static Optional<Fact> fact(DatedDeadline dated, DueTime.DueBetween due, Instant now) {
        var name = dated.deadline().name();
        var distance = new Distance(due.earliest());
        if (dated.isMissed()) {
            return dated.answer().map(each -> Fact.of(DeadlineFact.MISSED, name, distance, each.reason()));
        }
        if (!due.earliest().isBefore(now.plus(SOON))) {
            return Optional.empty();
        }
        return Optional.of(dated.answer().map(each -> Fact.of(DeadlineFact.SOON, name, distance, each.fact()))
                .orElseGet(() -> Fact.of(DeadlineFact.REMINDER, name, distance)));
    }
}
