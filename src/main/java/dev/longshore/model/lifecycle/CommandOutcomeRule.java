package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTimes;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** Its outcome, or empty while the service may still show the old status. */
    Optional<CommandState> after(Duration lag) {
        if (happened()) {
            return Optional.of(new CommandState.Observed(seen.at()));
        }
        return seen.status().phase()
                .flatMap(phase -> overtaken(command.action(), phase))
                .or(() -> nothing(lag))
                .map(why -> new CommandState.NoEffect(seen.at(), Fact.recorded(why)));
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
            return CleanupTimes.sameSecond(command.cleanupTime(), seen.expectedCleanupTime());
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
    private static Optional<String> overtaken(Action action, Phase seen) {
        return switch (action) {
            case PAUSE -> importEnded(seen).map(end -> end + " before it could pause.");
            case RESUME -> importEnded(seen).map(end -> end + " before it was seen to go on.");
            case ABORT -> importEnded(seen).map(end -> end + " before it could be aborted.");
            case LAUNCH -> cleanupBegan(seen).map(began -> began + " before the import was seen to start.");
            case SCHEDULE_CLEANUP -> cleanupBegan(seen).map(began -> began + " before the new time was seen.");
            case CLEAN_UP -> Optional.empty();
        };
    }

    private static Optional<String> importEnded(Phase seen) {
        return switch (seen) {
            case MIGRATION_DONE -> Optional.of("The import ended");
            case FAILED -> Optional.of("The import failed");
            case ABORTED -> Optional.of("The import was aborted");
            case CLEANING_UP_FILES, CLOSED -> cleanupBegan(seen);
            case INITIALIZING, RECEIVING_FILES, STARTING, IMPORT_IN_PROGRESS, PAUSED -> Optional.empty();
        };
    }

    private static Optional<String> cleanupBegan(Phase seen) {
        return seen.isClosing() ? Optional.of("The cleanup began") : Optional.empty();
    }

    private Optional<String> nothing(Duration lag) {
        var waited = Duration.between(command.state().at(), seen.at());
        return waited.compareTo(lag) < 0 ? Optional.empty() : Optional.of(OutcomeText.nothing(command, seen, waited));
    }
}
