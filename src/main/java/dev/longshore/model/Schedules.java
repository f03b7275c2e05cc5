package dev.longshore.model;

import java.time.Instant;

/** Which of our own commands set a cleanup time. */
final class Schedules {
    private Schedules() {}

    /** True when {@code command} asked for that very second before {@code seenAt} and was not refused. */
    static boolean askedFor(Command command, Instant cleanupTime, Instant seenAt) {
        return command.action() == Action.SCHEDULE_CLEANUP
                && !(command.state() instanceof CommandState.Refused)
                && !command.requestedAt().isAfter(seenAt)
                && Outcomes.sameSecond(command.cleanupTime(), cleanupTime);
    }
}
