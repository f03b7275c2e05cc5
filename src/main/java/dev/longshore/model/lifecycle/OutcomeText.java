package dev.longshore.model.lifecycle;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ModelText;
import dev.longshore.model.Observation;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The sentences about a command of which nothing was seen within the lag. */
final class OutcomeText {
    private OutcomeText() {}

    /** What was seen instead of what was asked for. */
    static String nothing(Command command, Observation seen, Duration waited) {
        var found = ModelText.span(waited) + " later " + found(command, seen);
        if (command.action() != Action.SCHEDULE_CLEANUP && seen.status() instanceof Status.UnknownStatus) {
            return ModelText.capital(found) + ": nobody here knows this word, so whether "
                    + ModelText.noun(command.action()) + " happened cannot be told.";
        }
        return switch (command.state()) {
            case CommandState.Requested _ -> "Longshore ended before it knew whether the request had left, and " + found
                    + ": it most likely never left. You can ask again.";
            case CommandState.Unanswered _ -> "No answer came, and " + found
                    + ": the request most likely did not arrive. You can ask again.";
            case CommandState.Accepted _,CommandState.Observed _,CommandState.Refused _,CommandState.NoEffect _ ->
                "The service took the request, but " + found + ": " + verdict(command.action(), seen.status());
        };
    }

    private static String found(Command command, Observation seen) {
        if (command.action() != Action.SCHEDULE_CLEANUP) {
            return "this migration is " + ModelText.status(seen.status());
        }
        var due = seen.expectedCleanupTime();
        return due == null
                ? "the service does not say when the cleanup is due"
                : "the cleanup is still due at " + ModelText.time(due) + asked(command.cleanupTime());
    }

    private static String asked(@Nullable Instant time) {
        return time == null ? "" : ", not at " + ModelText.time(time) + " as asked";
    }

    private static String verdict(Action action, Status seen) {
        return switch (action) {
            case PAUSE ->
                "nothing came of it so far. Jobs that were running may still be ending; once they have, it may"
                        + " pause after all.";
            case ABORT -> "it did nothing. The import may be past the point of no return.";
            case LAUNCH -> seen.is(Phase.FAILED)
                    ? "it did nothing. Or it failed again at once: the service's message says more."
                    : "it did nothing.";
            case RESUME, CLEAN_UP, SCHEDULE_CLEANUP -> "it did nothing.";
        };
    }
}
