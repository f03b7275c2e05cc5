package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.History;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Ruling;
import dev.longshore.model.Ruling.Allowed;
import dev.longshore.model.Ruling.Denied;
import dev.longshore.model.Ruling.LifecycleRule;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The rules of a migration's lifecycle, from the Sideloader documentation. Pure functions. */
public final class Lifecycle {
    private Lifecycle() {}

    /**
     * Whether the rules allow {@code action} in {@code situation}, and if not, which forbids it. Where the documentation
     * leaves a case open, what cannot be undone is forbidden: with a status word that nobody knows only the cleanup can be
     * put off, and an import is not launched beside one whose state nobody knows. An action whose outcome is open forbids
     * only what conflicts with it. For a cleanup to be scheduled this rules on
     * whether any time can be set; {@link #scheduling} rules on a certain one.
     */
    public static Ruling ruling(Action action, Situation situation) {
        var obstacle = situation.obstacle();
        if (obstacle != null) {
            return new Denied(LifecycleRule.NOTHING_CAN_BE_SENT, obstacle);
        }
        if (situation.readOnly()) {
            return denied(LifecycleRule.READ_ONLY, LifecycleFact.READ_ONLY);
        }
        var known = situation.lastKnown();
        if (known == null) {
            return denied(LifecycleRule.NOT_OBSERVED, LifecycleFact.NOT_OBSERVED);
        }
        return switch (known.status()) {
            case Status.UnknownStatus _ when canPutOff(action, known) ->
                undecided(action, situation).orElseGet(Allowed::new);
            case Status.UnknownStatus unknownStatus -> unknown(unknownStatus);
            case Status.KnownStatus status ->
                closedOrOpen(action, status, situation).orElseGet(() -> inPhase(action, status, situation));
        };
    }

    /**
     * Whether the rules allow the cleanup to be set to {@code cleanupTime} in {@code situation}. A time that is not later than now
     * would start the cleanup at once (DevOps API, rescheduling a cleanup) and is refused. During an import any time in
     * the future can be set; with a status word that nobody knows, or while another action is not decided, only one later
     * than now planned, which can do nothing but save the files.
     */
    public static Ruling scheduling(CleanupTime cleanupTime, Situation situation) {
        var ruling = ruling(Action.SCHEDULE_CLEANUP, situation);
        if (ruling.isAllowed() && !cleanupTime.at().isAfter(situation.now())) {
            return denied(LifecycleRule.TIME_IN_THE_PAST, LifecycleFact.TIME_IN_THE_PAST, cleanupTime.at());
        }
        return ruling.isAllowed() ? puttingOff(cleanupTime, situation) : ruling;
    }

    private static Ruling puttingOff(CleanupTime cleanupTime, Situation situation) {
        var known = Objects.requireNonNull(situation.lastKnown());
        var planned = known.expectedCleanupTime();
        if (planned == null || cleanupTime.at().isAfter(planned.value())) {
            return new Allowed();
        }
        if (known.status() instanceof Status.UnknownStatus unknownStatus) {
            return denied(LifecycleRule.UNKNOWN_STATUS, LifecycleFact.ONLY_A_LATER_CLEANUP, unknownStatus,
                    planned.value());
        }
        return situation.undecided().stream().findFirst()
                .<Ruling>map(open -> denied(LifecycleRule.ANOTHER_ACTION_OPEN, LifecycleFact.ONLY_A_LATER_CLEANUP_YET,
                        open.action(), planned.value()))
                .orElseGet(Allowed::new);
    }

    /** Where no time is planned, nobody can tell whether another one is later. */
    private static boolean canPutOff(Action action, LastKnown known) {
        return action == Action.SCHEDULE_CLEANUP && known.expectedCleanupTime() != null;
    }

    /**
     * What an observation decides about an open command: observed, without effect, or empty while it is still open.
     * Whatever was seen, an open command is settled by the first observation once the lag is over, counted from its
     * newest state; so an answer that was lost never locks a user out for good.
     *
     * @param command an open command
     * @param seen an observation whose request left after the command's call had ended
     * @param lag how long the service may go on showing the old status after a change
     */
    public static Optional<CommandState> outcome(Command command, Observation seen, Duration lag) {
        return outcome(command, new History(List.of(), List.of(), List.of()), seen, lag);
    }

    /**
     * As {@link #outcome(Command, Observation, Duration)}, told more by the history: what was seen when the command was
     * asked for tells an import that was launched and failed between two observations from one that was never launched.
     *
     * @param command an open command
     * @param history what is kept of the migration, at least since the newest observation before the command
     * @param seen an observation whose request left after the command's call had ended
     * @param lag how long the service may go on showing the old status after a change
     */
    public static Optional<CommandState> outcome(Command command, History history, Observation seen, Duration lag) {
        return outcome(command, history, seen, lag, Duration.ZERO);
    }

    /**
     * As {@link #outcome(Command, History, Observation, Duration)}, where our clock was set back meanwhile.
     *
     * @param setBack how far since the command's newest state
     */
    public static Optional<CommandState> outcome(
            Command command, History history, Observation seen, Duration lag, Duration setBack) {
        var before = history.statusAt(command.requestedAt()).flatMap(Status::phase);
        return command.isOpen() ? new CommandOutcomeRule(command, before, seen).after(lag, setBack) : Optional.empty();
    }

    /**
     * What an observation says about a command that was judged to be without effect: {@link CommandState.Observed} where
     * it shows after all what was asked for, not longer after the judgement than that can take. A pause takes as long as
     * the jobs that run (Sideloader documentation), which may be hours.
     *
     * @param seen an observation after that judgement
     */
    public static Optional<CommandState> lateOutcome(Command command, Observation seen) {
        return new CommandOutcomeRule(command, Optional.empty(), seen).late();
    }

    private static Ruling unknown(Status.UnknownStatus status) {
        return denied(LifecycleRule.UNKNOWN_STATUS, LifecycleFact.UNKNOWN_STATUS, status);
    }

    private static Optional<Ruling> closedOrOpen(
            Action action, Status.KnownStatus status, Situation situation) {
        if (status.meaning().isClosing()) {
            return Optional.of(denied(LifecycleRule.CLOSED, LifecycleFact.CLOSED, status));
        }
        return undecided(action, situation);
    }

    private static Optional<Ruling> undecided(Action action, Situation situation) {
        return situation.undecided().stream().filter(open -> conflict(open.action(), action, situation)).findFirst()
                .map(open -> denied(LifecycleRule.ANOTHER_ACTION_OPEN, LifecycleFact.WAITING_FOR_EFFECT, open.action(),
                        open.requestedAt()));
    }

    /**
     * Whether {@code wanted} has to wait until it is decided what became of {@code open}. A later cleanup never has: it
     * can do nothing but save the files.
     */
    private static boolean conflict(Action open, Action wanted, Situation situation) {
        if (open == wanted || wanted == Action.CLEAN_UP) {
            return true;
        }
        return wanted == Action.SCHEDULE_CLEANUP
                ? !canPutOff(wanted, Objects.requireNonNull(situation.lastKnown()))
                : open != Action.SCHEDULE_CLEANUP;
    }

    private static Ruling inPhase(Action action, Status.KnownStatus status, Situation situation) {
        return switch (action) {
            case LAUNCH -> launch(status, situation);
            case PAUSE -> only(status, status.is(Phase.IMPORT_IN_PROGRESS), LifecycleFact.PAUSE_NEEDS_IMPORT);
            case RESUME -> only(status, status.is(Phase.PAUSED), LifecycleFact.RESUME_NEEDS_PAUSE);
            case ABORT -> abort(status, situation);
            case CLEAN_UP -> cleanUp(status);
            case SCHEDULE_CLEANUP -> new Allowed();
        };
    }

    private static Ruling launch(Status.KnownStatus status, Situation situation) {
        var launchable = status.is(Phase.RECEIVING_FILES) || status.is(Phase.FAILED);
        var ruling = only(status, launchable, LifecycleFact.LAUNCH_NEEDS_FILES);
        return ruling.isAllowed() ? OneImportAtATime.ruling(situation.siblings()) : ruling;
    }

    private static Ruling abort(Status.KnownStatus status, Situation situation) {
        var ruling = only(status, status.meaning().occupiesTheDatabase(), LifecycleFact.ABORT_NEEDS_IMPORT);
        if (ruling.isAllowed() && PointOfNoReturn.isPassed(situation.lastKnown())) {
            return denied(LifecycleRule.PAST_POINT_OF_NO_RETURN, LifecycleFact.PAST_POINT_OF_NO_RETURN);
        }
        return ruling;
    }

    private static Ruling cleanUp(Status.KnownStatus status) {
        return switch (status.meaning()) {
            case STARTING, IMPORT_IN_PROGRESS ->
                denied(LifecycleRule.NO_CLEANUP_DURING_IMPORT, LifecycleFact.NO_CLEANUP_DURING_IMPORT, status);
            // A paused migration counts as idle: the documentation keeps a cleanup only from a running import.
            case INITIALIZING, RECEIVING_FILES, PAUSED, MIGRATION_DONE, FAILED, ABORTED, CLEANING_UP_FILES, CLOSED ->
                new Allowed();
        };
    }

    private static Ruling only(Status.KnownStatus status, boolean allowed, LifecycleFact why) {
        return allowed ? new Allowed() : denied(LifecycleRule.WRONG_PHASE, why, status);
    }

    private static Ruling denied(LifecycleRule rule, LifecycleFact why, Object... figures) {
        return new Denied(rule, Fact.of(why, figures));
    }
}
