package dev.longshore.model.advice;

import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.lifecycle.Situation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a migration needs a person now. What is red in the table does. */
public final class NeedsAttention {
    private NeedsAttention() {}

    /**
     * True when its newest answer failed, its newest command came to nothing or may have, its status is unknown, its
     * import failed, or the {@link CollisionGuard} sees red.
     *
     * @param situation the migration and its surroundings now
     * @param deadlines as {@link CleanupClock} gives them
     * @param expectedEnd when its import is expected to end; before the launch, when its upload is
     * @param hasProblem true while its newest answer failed
     * @param latest its newest command, or null
     */
    public static boolean isNeeded(Situation situation, List<Deadline> deadlines, Forecast expectedEnd,
            boolean hasProblem, @Nullable Command latest) {
        return hasProblem || (latest != null && FailedCommandRule.hasFailed(latest))
                || isWrong(situation, deadlines, expectedEnd);
    }

    private static boolean isWrong(Situation situation, List<Deadline> deadlines, Forecast expectedEnd) {
        if (situation.lastKnown() == null) {
            return false;
        }
        var status = situation.lastKnown().status();
        return status instanceof Status.UnknownStatus || status.is(Phase.FAILED)
                || CollisionGuard.assess(situation.now(), status, deadlines, expectedEnd).risk() == Risk.RED;
    }
}
