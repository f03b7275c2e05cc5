package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an observation decides about a command that is open. */
final class Outcomes {
    private static final Duration JOBS_LAST = Duration.ofHours(24);
    private static final Duration LATE = Duration.ofHours(1);

    private Outcomes() {}

    static Optional<CommandState> late(Command command, Observation seen) {
        return command.state() instanceof CommandState.NoEffect judged
                && !judged.at().plus(lateEffect(command.action())).isBefore(seen.at())
                && happened(command, seen, seen.status().phase().orElse(null))
                        ? Optional.of(new CommandState.Observed(seen.at()))
                        : Optional.empty();
    }

    /** For how long a command that showed no effect within the lag may still show one. */
    static Duration lateEffect(Action action) {
        return action == Action.PAUSE ? JOBS_LAST : LATE;
    }

    static Optional<CommandState> of(Command command, Observation seen, Duration lag) {
        var phase = seen.status().phase().orElse(null);
        if (happened(command, seen, phase)) {
            return Optional.of(new CommandState.Observed(seen.at()));
        }
        var overtaken = phase == null ? Optional.<String>empty() : overtaken(command.action(), phase);
        return overtaken
                .or(() -> afterTheLag(command, seen, lag))
                .map(why -> new CommandState.NoEffect(seen.at(), why));
    }

    private static boolean happened(Command command, Observation seen, @Nullable Phase phase) {
        if (command.action() == Action.SCHEDULE_CLEANUP) {
            return sameSecond(command.cleanupTime(), seen.expectedCleanupTime());
        }
        return phase != null && shows(command.action(), phase);
    }

    /** True when both are there and name the same second; the service keeps no parts of it. */
    static boolean sameSecond(@Nullable Instant one, @Nullable Instant other) {
        return one != null
                && other != null
                && one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean shows(Action action, Phase seen) {
        return switch (action) {
            case PAUSE -> seen == Phase.PAUSED;
            // Each of these can be reached only by way of the import.
            case LAUNCH -> seen.isSealed() && seen != Phase.FAILED;
            case RESUME -> seen == Phase.STARTING || seen == Phase.IMPORT_IN_PROGRESS || seen == Phase.MIGRATION_DONE;
            case ABORT -> seen == Phase.ABORTED;
            case CLEAN_UP -> seen.isClosing();
            case SCHEDULE_CLEANUP -> false;
        };
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

    private static Optional<String> afterTheLag(Command command, Observation seen, Duration lag) {
        var waited = Duration.between(command.state().at(), seen.at());
        return waited.compareTo(lag) < 0 ? Optional.empty() : Optional.of(nothingSeen(command, seen, waited));
    }

    private static String nothingSeen(Command command, Observation seen, Duration waited) {
        var found = InWords.span(waited) + " later " + found(command, seen);
        if (command.action() != Action.SCHEDULE_CLEANUP && seen.status() instanceof Status.Unknown) {
            return InWords.capital(found) + ": nobody here knows this word, so whether "
                    + InWords.noun(command.action()) + " happened cannot be told.";
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
            return "this migration is " + InWords.status(seen.status());
        }
        var due = seen.expectedCleanupTime();
        return due == null
                ? "the service does not say when the cleanup is due"
                : "the cleanup is still due at " + InWords.time(due) + asked(command.cleanupTime());
    }

    private static String asked(@Nullable Instant time) {
        return time == null ? "" : ", not at " + InWords.time(time) + " as asked";
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
