package dev.longshore.model.launch;

import dev.longshore.model.MigrationKey;
import dev.longshore.model.fact.Fact;

/** What is done about the queue of a database now. */
public sealed interface QueueDecision {
    /** Nothing is launched by itself, or nothing waits any more. */
    record QueueIdle() implements QueueDecision {}

    /**
     * The next is launched later, or by the user.
     *
     * @param next whose turn it is
     * @param why what it waits for
     */
    record QueueWaits(MigrationKey next, Fact why) implements QueueDecision {}

    /** The next is launched. */
    record QueueLaunches(MigrationKey next) implements QueueDecision {}

    /**
     * Nothing is launched any more until the user decides.
     *
     * @param cause with which migration something went wrong
     * @param why what
     */
    record QueueStops(MigrationKey cause, Fact why) implements QueueDecision {}
}
