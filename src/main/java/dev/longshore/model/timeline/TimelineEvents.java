package dev.longshore.model.timeline;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Deadline;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.StatusChange;
import dev.longshore.model.cleanup.CleanupCauseRule;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.lifecycle.ChangeByOthersRule;
import dev.longshore.model.lifecycle.PointOfNoReturn;
import dev.longshore.model.timeline.Timeline.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened at one moment: commands, the two gates, and what somebody else changed. */
public final class TimelineEvents {
    private final History history;
    private final List<TimelineEvent> events = new ArrayList<>();

    private TimelineEvents(History history) {
        this.history = history;
    }

    /** The events of a history, oldest first. */
    public static List<TimelineEvent> of(History history) {
        var events = new TimelineEvents(history);
        history.commands().forEach(events::addCommand);
        events.addPointsOfNoReturn();
        events.addChangesByOthers();
        events.events.sort(Comparator.comparing(TimelineEvent::at));
        return List.copyOf(events.events);
    }

    /**
     * When the upload directory was sealed: at the launch that the service accepted from here, else between the last look
     * at which it was open and the first at which it was not. Empty where it was never seen sealed.
     */
    public static Optional<StatusChange> sealing(History history) {
        @Nullable Observation open = null;
        for (var each : history.observations()) {
            if (isOpen(each)) {
                open = each;
            } else if (each.status().phase().filter(Phase::isSealed).isPresent()) {
                var change = new StatusChange(open == null ? null : history.lastSeen(open, each), each.at());
                return Optional.of(launched(history, change).map(StatusChange::at).orElse(change));
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> launched(History history, StatusChange within) {
        var earliest = within.earliest();
        return earliest == null ? Optional.empty()
                : history.commands().stream().filter(each -> each.action() == Action.LAUNCH)
                        .flatMap(each -> each.states().stream()).filter(CommandState.Accepted.class::isInstance)
                        .map(CommandState::at).filter(at -> !at.isBefore(earliest) && !at.isAfter(within.latest()))
                        .findFirst();
    }

    private static boolean isOpen(Observation observation) {
        return observation.status().phase()
                .filter(known -> known == Phase.INITIALIZING || known == Phase.RECEIVING_FILES).isPresent();
    }

    private void addCommand(Command command) {
        command.states().forEach(state -> events.add(new TimelineEvent.CommandChanged(state.at(), command, state)));
    }

    /** The directory is sealed once for good; the point of no return is passed once per import. */
    private void addPointsOfNoReturn() {
        var wasOpen = false;
        var mayAbort = true;
        for (var each : history.observations()) {
            var phase = each.status().phase();
            if (wasOpen && phase.filter(Phase::isSealed).isPresent()) {
                events.add(new TimelineEvent.Sealed(each.at()));
                wasOpen = false;
            }
            wasOpen |= isOpen(each);
            if (mayAbort && PointOfNoReturn.isNamed(each.status(), each.progress())) {
                events.add(new TimelineEvent.PointOfNoReturnPassed(each.at()));
                mayAbort = false;
            }
            mayAbort |= phase.filter(known -> !known.occupiesTheDatabase()).isPresent();
        }
    }

    private void addChangesByOthers() {
        var observations = history.observations();
        var known = observations.isEmpty() ? null : LastKnown.first(observations.getFirst());
        for (int i = 1; i < observations.size() && known != null; i++) {
            addStatusChange(known, observations.get(i));
            addMovedCleanup(known, i);
            known = known.updatedBy(observations.get(i));
        }
    }

    private void addStatusChange(LastKnown before, Observation after) {
        if (new ChangeByOthersRule(history.commands(), before, after.at()).isByOthers(after.status())) {
            events.add(new TimelineEvent.ChangedByOthers(after.at(), before.status(), after.status()));
        }
    }

    private void addMovedCleanup(LastKnown before, int index) {
        var after = history.observations().get(index);
        var from = before.expectedCleanupTime();
        var to = after.expectedCleanupTime();
        if (from != null && to != null && Observation.isMoved(from.value(), to) && !wasRequested(to, after.at())
                && !isRestartedByLaunch(to, after.at()) && isScheduled(before, index)) {
            events.add(new TimelineEvent.CleanupMoved(after.at(), from.value(), to));
        }
    }

    private boolean wasRequested(Instant cleanupTime, Instant seenAt) {
        return history.commands().stream().anyMatch(each -> each.explains(cleanupTime, seenAt));
    }

    /** A launch of ours starts the idle week anew, and the cleanup time may show it minutes before the status does. */
    private boolean isRestartedByLaunch(Instant cleanupTime, Instant seenAt) {
        var restart = cleanupTime.minus(CleanupClock.IDLE_TIMEOUT);
        return history.commands().stream()
                .filter(each -> each.action() == Action.LAUNCH && !(each.state() instanceof CommandState.Refused))
                .anyMatch(each -> !restart.isBefore(each.requestedAt().minus(Observation.SAME_CLEANUP_TIME))
                        && !restart.isAfter(seenAt.plus(Observation.SAME_CLEANUP_TIME)));
    }

    /** True when an import that started the idle week anew does not explain the time that was seen. */
    private boolean isScheduled(LastKnown before, int index) {
        var observations = history.observations().subList(0, index + 1);
        var until = new History(observations, history.commands(), List.of());
        return CleanupCauseRule.of(until, before.updatedBy(observations.getLast())) == Deadline.Cause.CLEANUP_SCHEDULED;
    }
}
