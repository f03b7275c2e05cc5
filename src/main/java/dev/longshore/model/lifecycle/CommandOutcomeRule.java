package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an observation decides about a command that is open.
 *
 * @param command the open command
 * @param before the phase that was last seen when it was asked for, or empty where that is not known
 * @param seen the observation
 */
record CommandOutcomeRule(Command command, Optional<Phase> before, Observation seen) {
    private static final Duration JOBS_LAST = Duration.ofHours(24);
    private static final Duration LATE = Duration.ofHours(1);

    /**
     * Its outcome, or empty while the service may still show the old status.
     *
     * @param setBack how far our clock was set back since the command's newest state
     */
    Optional<CommandState> after(Duration lag, Duration setBack) {
        if (happened()) {
            return Optional.of(new CommandState.Observed(seen.at()));
        }
        return seen.status().phase()
                .flatMap(phase -> overtaken(command.action(), phase))
                .or(() -> nothing(lag, setBack))
                .map(why -> new CommandState.NoEffect(seen.at(), why));
    }

    /** That it happened after all, where the command was judged to be without effect not too long ago. */
    Optional<CommandState> late() {
        return command.state() instanceof CommandState.NoEffect judged
                && !judged.at().plus(lateEffect(command.action())).isBefore(seen.at())
                && happened()
                        ? Optional.of(new CommandState.Observed(seen.at()))
                        : Optional.empty();
    }

    /** For how long a command that showed no effect within the lag may still show one; jobs that run may take hours. */
    static Duration lateEffect(Action action) {
        return action == Action.PAUSE ? JOBS_LAST : LATE;
    }

    private boolean happened() {
        if (command.action() == Action.SCHEDULE_CLEANUP) {
            return command.cleanupTime() != null && command.cleanupTime().is(seen.expectedCleanupTime());
        }
        return seen.status().phase().filter(this::shows).isPresent();
    }

    private boolean shows(Phase phase) {
        return switch (command.action()) {
            case PAUSE -> phase == Phase.PAUSED;
            // Each of these can be reached only by way of the import; a failure may be the one from before the launch.
            case LAUNCH -> phase.isSealed() && (phase != Phase.FAILED || wasSeenBefore(known -> known != Phase.FAILED));
            case RESUME ->
                phase == Phase.STARTING || phase == Phase.IMPORT_IN_PROGRESS || phase == Phase.MIGRATION_DONE;
            // What an aborted migration is called is not documented; nothing else takes one back to receiving files.
            case ABORT -> phase == Phase.ABORTED
                    || (phase == Phase.RECEIVING_FILES && wasSeenBefore(Phase::occupiesTheDatabase));
            case CLEAN_UP -> phase.isClosing();
            case SCHEDULE_CLEANUP -> false;
        };
    }

    private boolean wasSeenBefore(Predicate<Phase> kind) {
        return before.filter(kind).isPresent();
    }

    /** Events that make it impossible that what was asked for still happens. */
    private static Optional<Fact> overtaken(Action action, Phase seen) {
        return switch (action) {
            case PAUSE, RESUME, ABORT -> importEnded(seen).map(end -> Fact.of(end, action));
            case LAUNCH, SCHEDULE_CLEANUP -> cleanupBegan(seen).map(began -> Fact.of(began, action));
            case CLEAN_UP -> Optional.empty();
        };
    }

    private static Optional<LifecycleFact> importEnded(Phase seen) {
        return switch (seen) {
            case MIGRATION_DONE -> Optional.of(LifecycleFact.IMPORT_FINISHED_BEFORE);
            case FAILED -> Optional.of(LifecycleFact.IMPORT_FAILED_BEFORE);
            case ABORTED -> Optional.of(LifecycleFact.IMPORT_ABORTED_BEFORE);
            case CLEANING_UP_FILES, CLOSED -> cleanupBegan(seen);
            case INITIALIZING, RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS, PAUSED -> Optional.empty();
        };
    }

    private static Optional<LifecycleFact> cleanupBegan(Phase seen) {
        return seen.isClosing() ? Optional.of(LifecycleFact.CLEANUP_BEGAN_BEFORE) : Optional.empty();
    }

    private Optional<Fact> nothing(Duration lag, Duration setBack) {
        var waited = Duration.between(command.state().at(), seen.at()).plus(setBack);
        if (waited.compareTo(lag.negated()) <= 0) {
            // The clock was set back while the program was closed, so nobody knows how long it is; it would wait for years.
            return Optional.of(nothingCame(lag));
        }
        return waited.compareTo(lag) < 0 ? Optional.empty() : Optional.of(nothingCame(waited));
    }

    /** What was seen instead of what was asked for. */
    private Fact nothingCame(Duration waited) {
        if (command.action() != Action.SCHEDULE_CLEANUP && seen.status() instanceof Status.UnknownStatus unknown) {
            return Fact.of(LifecycleFact.EFFECT_UNKNOWN, waited, unknown, command.action());
        }
        return switch (command.state()) {
            case CommandState.Requested _ ->
                Fact.sentences(Fact.of(LifecycleFact.MOST_LIKELY_NOT_SENT), found(waited));
            case CommandState.Unanswered _ ->
                Fact.sentences(Fact.of(LifecycleFact.MOST_LIKELY_NOT_RECEIVED), found(waited));
            case CommandState.Accepted _,CommandState.Observed _,CommandState.Refused _,CommandState.NoEffect _ ->
                Fact.sentences(Fact.of(LifecycleFact.ACCEPTED_WITHOUT_EFFECT), found(waited), hint());
        };
    }

    private Fact found(Duration waited) {
        if (command.action() != Action.SCHEDULE_CLEANUP) {
            return Fact.of(LifecycleFact.STATUS_LATER, waited, seen.status());
        }
        var due = seen.expectedCleanupTime();
        if (due == null) {
            return Fact.of(LifecycleFact.NO_CLEANUP_TIME_LATER, waited);
        }
        var asked = command.cleanupTime();
        return asked == null
                ? Fact.of(LifecycleFact.CLEANUP_TIME_LATER, waited, due)
                : Fact.of(LifecycleFact.OTHER_CLEANUP_TIME_LATER, waited, due, asked.at());
    }

    private @Nullable Fact hint() {
        return switch (command.action()) {
            case PAUSE -> Fact.of(LifecycleFact.MAY_PAUSE_LATER);
            case ABORT -> Fact.of(LifecycleFact.MAY_BE_PAST_NO_RETURN);
            case LAUNCH -> seen.status().is(Phase.FAILED) ? Fact.of(LifecycleFact.MAY_HAVE_FAILED_AGAIN) : null;
            case RESUME, CLEAN_UP, SCHEDULE_CLEANUP -> null;
        };
    }
}
