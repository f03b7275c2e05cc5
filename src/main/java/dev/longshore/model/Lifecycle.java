package dev.longshore.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The rules of a migration's lifecycle, from the Sideloader documentation. Pure functions. */
public final class Lifecycle {
    private Lifecycle() {}

    /** Whether the rules allow {@code action} in {@code situation}, and if not, which forbids it. */
    public static Ruling ruling(Action action, Situation situation) {
        throw new UnsupportedOperationException(action + " in " + situation);
    }

    /** Whether the rules allow the cleanup to be set to {@code cleanupTime} (UTC) in {@code situation}. */
    public static Ruling scheduling(Instant cleanupTime, Situation situation) {
        throw new UnsupportedOperationException(cleanupTime + " in " + situation);
    }

    /**
     * What an observation decides about an open command: observed, without effect, or empty while it is still open.
     *
     * @param command an open command
     * @param seen an observation whose request left after the command's call had ended
     * @param lag how long the service may go on showing the old status after a change
     */
    public static Optional<CommandState> outcome(Command command, Observation seen, Duration lag) {
        throw new UnsupportedOperationException(command + " " + seen + " " + lag);
    }
}
