package dev.longshore.model;

import dev.longshore.model.Notice.Kind;
import dev.longshore.model.Notice.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the cleanup is due at the second that was asked for here last. The service may show the time of before for a
 * while after it took the request (DevOps API); any other time is a difference at once.
 *
 * @param command the newest command that scheduled it
 * @param due when it is due by the newest answer that says so
 */
record CleanupDrift(Command command, Observed<Instant> due) {
    /** The difference, as a notice that names both times. */
    static Optional<Notice> notice(LastKnown known, History history) {
        if (known.status().phase().filter(Phase::isClosing).isPresent()) {
            return Optional.empty();
        }
        return history.commands().stream()
                .filter(each -> each.cleanupTime() != null && !(each.state() instanceof CommandState.Refused))
                .reduce((_, newer) -> newer)
                .flatMap(newest -> newest(known, newest).map(due -> new CleanupDrift(newest, due)))
                .filter(each -> each.isDifferent(history))
                .map(each -> each.asNotice(history));
    }

    /** When the cleanup is due by the newest answer: to the request itself, or to a question after it. */
    private static Optional<Observed<Instant>> newest(LastKnown known, Command command) {
        var answered = command.states().stream()
                .filter(CommandState.Accepted.class::isInstance)
                .map(CommandState.Accepted.class::cast)
                .filter(each -> each.cleanupTime() != null)
                .map(each -> new Observed<>(Objects.requireNonNull(each.cleanupTime()), each.at()));
        return Stream.concat(Stream.ofNullable(known.expectedCleanupTime()), answered)
                .max(Comparator.comparing(Observed::at));
    }

    private boolean isDifferent(History history) {
        return due.at().isAfter(command.requestedAt()) && !isAsked(due.value()) && !mayLag(history);
    }

    private boolean isAsked(Instant time) {
        return Schedules.sameSecond(command.cleanupTime(), time);
    }

    /** True while it may be that the service took it and still shows the time of before. */
    private boolean mayLag(History history) {
        return command.isOpen() && history.observations().stream()
                .takeWhile(each -> !each.at().isAfter(command.requestedAt()))
                .map(Observation::expectedCleanupTime)
                .filter(Objects::nonNull)
                .reduce((_, newer) -> newer)
                .filter(before -> Schedules.sameSecond(before, due.value()))
                .isPresent();
    }

    private Notice asNotice(History history) {
        var asked = Objects.requireNonNull(command.cleanupTime());
        var severity = due.value().isBefore(asked) ? Severity.ACT_NOW : Severity.SOON;
        return new Notice(
                Kind.CLEANUP_MOVED, severity, since(history), "Its cleanup is due at " + InWords.time(due.value())
                        + ", not at " + InWords.time(asked) + " as was asked for here.");
    }

    /** When the time that is known now was first seen in a row. */
    private Instant since(History history) {
        var since = due.at();
        for (var each : history.observations().reversed()) {
            if (!each.at().isAfter(command.requestedAt()) || isOther(each.expectedCleanupTime())) {
                return since;
            }
            since = each.at();
        }
        return since;
    }

    private boolean isOther(@Nullable Instant time) {
        return time != null && !Schedules.sameSecond(time, due.value());
    }
}
