package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether a change of status was asked for here, or is one that the lifecycle makes by itself; else somebody else made it.
 * Between two observations several steps may have been taken, so a change is explained when every step that needs a
 * person can be put down to a command of ours.
 */
public final class ChangeByOthersRule {
    /** How much later than its cleanup time a clock may say that it is due. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final List<Command> commands;
    private final LastKnown before;
    private final Instant at;

    /** The change seen at {@code at} after {@code before}. */
    public ChangeByOthersRule(List<Command> commands, LastKnown before, Instant at) {
        this.commands = commands;
        this.before = before;
        this.at = at;
    }

    /** True when the status became {@code to} by somebody else; a word that nobody knows tells nothing. */
    public boolean isByOthers(Status to) {
        return before.status().phase()
                .flatMap(from -> to.phase().map(next -> from != next && !isExplained(from, next)))
                .orElse(false);
    }

    private boolean isExplained(Phase from, Phase to) {
        return switch (to) {
            case INITIALIZING -> false;
            // What an aborted migration goes on as is not documented.
            case RECEIVING_FILES -> from == Phase.INITIALIZING || wasRequested(Action.ABORT);
            case STARTING, IMPORT_IN_PROGRESS ->
                wasLaunched(from) && (from != Phase.PAUSED || wasRequested(Action.RESUME));
            // Jobs that run when an import is paused go on to their end.
            case MIGRATION_DONE -> wasLaunched(from);
            case FAILED -> wasLaunched(from) || from == Phase.INITIALIZING;
            case PAUSED -> wasLaunched(from) && wasRequested(Action.PAUSE);
            case ABORTED -> wasLaunched(from) && wasRequested(Action.ABORT);
            case CLEANING_UP_FILES, CLOSED ->
                from == Phase.CLEANING_UP_FILES || wasRequested(Action.CLEAN_UP) || cleanupWasDue();
        };
    }

    private boolean wasLaunched(Phase from) {
        return switch (from) {
            case STARTING, IMPORT_IN_PROGRESS, PAUSED -> true;
            case INITIALIZING, RECEIVING_FILES, FAILED -> wasRequested(Action.LAUNCH);
            case MIGRATION_DONE, ABORTED, CLEANING_UP_FILES, CLOSED -> false;
        };
    }

    /** Where the service never said when it is due, nobody can be blamed. */
    private boolean cleanupWasDue() {
        var due = before.expectedCleanupTime();
        return due == null || !due.value().isAfter(at.plus(CLOCKS_DIFFER_BY));
    }

    private boolean wasRequested(Action action) {
        return commands.stream().anyMatch(each -> each.action() == action && mayShowNow(each));
    }

    /** A command explains one change: that with which it was observed. */
    private boolean mayShowNow(Command command) {
        return !command.requestedAt().isAfter(at) && switch (command.state()) {
            case CommandState.Requested _,CommandState.Accepted _,CommandState.Unanswered _ -> true;
            case CommandState.Observed observed -> !observed.at().isBefore(at);
            case CommandState.NoEffect nothing ->
                !nothing.at().plus(CommandOutcomeRule.lateEffect(command.action())).isBefore(at);
            case CommandState.Refused _ -> false;
        };
    }
}
