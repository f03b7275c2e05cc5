package dev.longshore.model.advice;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelText;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.CollisionText;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.lifecycle.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a migration needs a person now. */
public final class NeedsAttention {
    private NeedsAttention() {}

    /**
     * Why it needs a person now, as a sentence, or empty where it does not: it cannot be asked about, its status is
     * unknown, its import failed, or the {@link CollisionGuard} sees red. What is red in the table needs a person.
     *
     * @param situation the migration and its surroundings now
     * @param deadlines as {@link CleanupClock} gives them
     * @param forecast when its import is expected to end
     * @param problem what is wrong with its newest answer, as a sentence, or null while it was good
     */
    public static Optional<String> reason(
            Situation situation, List<Deadline> deadlines, Forecast forecast, @Nullable String problem) {
        return Optional.ofNullable(problem)
                .or(() -> Optional.ofNullable(situation.lastKnown()).flatMap(known -> ofStatus(known.status())
                        .or(() -> ofCleanup(situation, known.status(), deadlines, forecast))));
    }

    private static Optional<String> ofStatus(Status status) {
        if (status instanceof Status.UnknownStatus) {
            return Optional.of("Its status is " + ModelText.status(status) + ", a word nobody here knows.");
        }
        return status.is(Phase.FAILED) ? Optional.of("Its import failed.") : Optional.empty();
    }

    private static Optional<String> ofCleanup(
            Situation situation, Status status, List<Deadline> deadlines, Forecast forecast) {
        var now = situation.now();
        return CollisionGuard.cleanup(deadlines)
                .filter(_ -> CollisionGuard.assess(now, status, deadlines, forecast).risk() == Risk.RED)
                .map(due -> "Its cleanup " + CollisionText.inShort(now, due, forecast) + ".");
    }
}
