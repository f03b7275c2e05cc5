package dev.longshore.model.advice;

import dev.longshore.model.Alert;
import dev.longshore.model.Alert.Kind;
import dev.longshore.model.Alert.Severity;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Timed;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
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
record CleanupDriftRule(Command command, Timed<Instant> due) {
    /** The difference, as a notice that names both times. */
    static Optional<Alert> alert(LastKnown known, History history) {
        if (known.status().phase().filter(Phase::isClosing).isPresent()) {
            return Optional.empty();
        }
        return history.commands().stream()
                .filter(each -> each.cleanupTime() != null && !(each.state() instanceof CommandState.Refused))
                .reduce((_, newer) -> newer)
                .flatMap(newest -> newest(known, newest).map(due -> new CleanupDriftRule(newest, due)))
                .filter(each -> each.isDifferent(history))
                .map(each -> each.toAlert(history));
    }

    /** When the cleanup is due by the newest answer: to the request itself, or to a question after it. */
    private static Optional<Timed<Instant>> newest(LastKnown known, Command command) {
        var answered = command.states().stream()
                .filter(CommandState.Accepted.class::isInstance)
                .map(CommandState.Accepted.class::cast)
                .filter(each -> each.cleanupTime() != null)
                .map(each -> new Timed<>(Objects.requireNonNull(each.cleanupTime()), each.at()));
        return Stream.concat(Stream.ofNullable(known.expectedCleanupTime()), answered)
                .max(Comparator.comparing(Timed::at));
    }

    private boolean isDifferent(History history) {
        return due.at().isAfter(command.requestedAt()) && !isRequested(due.value()) && !mayLag(history);
    }

    private boolean isRequested(Instant time) {
        return Objects.requireNonNull(command.cleanupTime()).is(time);
    }

    /** True while it may be that the service took it and still shows the time of before. */
    private boolean mayLag(History history) {
        return command.isOpen() && history.observations().stream()
                .takeWhile(each -> !each.at().isAfter(command.requestedAt()))
                .map(Observation::expectedCleanupTime)
                .filter(Objects::nonNull)
                .reduce((_, newer) -> newer)
                .filter(before -> CleanupTime.isSameSecond(before, due.value()))
                .isPresent();
    }

    private Alert toAlert(History history) {
        var asked = Objects.requireNonNull(command.cleanupTime()).at();
        var severity = due.value().isBefore(asked) ? Severity.ACT_NOW : Severity.SOON;
        return new Alert(
                Kind.CLEANUP_MOVED, severity, since(history),
                Fact.of(AdviceFact.CLEANUP_NOT_AS_REQUESTED, due.value(), asked));
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
        return time != null && !CleanupTime.isSameSecond(time, due.value());
    }
}
