package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of a migration's lifecycle, from the Sideloader documentation. Pure functions. */
public final class Lifecycle {
    private Lifecycle() {}

    /** Whether the rules allow {@code action} in {@code situation}, and if not, which forbids it. */
    public static Ruling ruling(Action action, Situation situation) {
        return situation.readOnly()
                ? new Ruling.Forbidden(Ruling.Rule.READ_ONLY, action + " is not offered on a read-only connection.")
                : new Ruling.Allowed();
    }

    /** Whether the rules allow the cleanup to be set to {@code cleanupTime} (UTC) in {@code situation}. */
    public static Ruling scheduling(Instant cleanupTime, Situation situation) {
        return cleanupTime.isAfter(situation.now())
                ? new Ruling.Allowed()
                : new Ruling.Forbidden(Ruling.Rule.TIME_IN_THE_PAST, "That time is in the past.");
    }

    /**
     * What an observation decides about an open command: observed, without effect, or empty while it is still open.
     *
     * @param command an open command
     * @param seen an observation whose request left after the command's call had ended
     * @param lag how long the service may go on showing the old status after a change
     */
    public static Optional<CommandState> outcome(Command command, Observation seen, Duration lag) {
        return command.isOpen() && seen.at().isAfter(command.state().at().plus(lag))
                ? Optional.of(new CommandState.NoEffect(seen.at(), "Nothing has changed."))
                : Optional.empty();
    }
}
