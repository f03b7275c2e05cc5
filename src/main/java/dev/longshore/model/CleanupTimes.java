package dev.longshore.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Which of our own commands set a cleanup time. */
public final class CleanupTimes {
    private CleanupTimes() {}

    /** True when {@code command} asked for that very second before {@code seenAt} and was not refused. */
    public static boolean wasRequested(Command command, Instant cleanupTime, Instant seenAt) {
        return command.action() == Action.SCHEDULE_CLEANUP
                && !(command.state() instanceof CommandState.Refused)
                && !command.requestedAt().isAfter(seenAt)
                && sameSecond(command.cleanupTime(), cleanupTime);
    }

    /** True when both are there and name the same second; the service keeps no parts of it. */
    public static boolean sameSecond(@Nullable Instant one, @Nullable Instant other) {
        return one != null
                && other != null
                && one.truncatedTo(ChronoUnit.SECONDS).equals(other.truncatedTo(ChronoUnit.SECONDS));
    }
}
