package dev.longshore.model.advice;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person should do next about a migration; the most urgent thing only.
 *
 * @param fact what is to be done
 * @param action the action that does it, or empty where it is no action on the service, or the rules forbid it now
 */
public record NextStep(Fact fact, Optional<Action> action) {

    /**
     * The next step.
     *
     * @param situation the migration and its surroundings now
     * @param deadlines as {@link CleanupClock} gives them
     * @param forecast when its import is expected to end
     * @param latest its newest command, or null
     */
    public static NextStep of(Situation situation, List<Deadline> deadlines, Forecast forecast,
            @Nullable Command latest) {
        return new NextStepRules(situation, deadlines, forecast, latest).mostUrgent();
    }
}
