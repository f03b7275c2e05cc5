package dev.longshore.model.advice;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.cleanup.CleanupClock;
import dev.longshore.model.fact.AdviceFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.lifecycle.Situation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a user should do next about a migration; the most urgent thing only.
 *
 * @param fact what is to be done, in a short sentence
 * @param reason why, or what is in the way; empty where the fact says it all
 * @param action the action that does it, or empty where it is no action on the service, or the rules forbid it now
 */
public record NextStep(Fact fact, Optional<Fact> reason, Optional<Action> action) {
    /** One that needs no reason. */
    public NextStep(Fact fact, Optional<Action> action) {
        this(fact, Optional.empty(), action);
    }

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

    /**
     * As {@link #of(Situation, List, Forecast, Command)}; that there is no answer is said before anything else.
     *
     * @param silence empty where what is known is new enough
     */
    public static NextStep of(Situation situation, List<Deadline> deadlines, Forecast forecast,
            @Nullable Command latest, Optional<Silence> silence) {
        var rules = new NextStepRules(situation, deadlines, forecast, latest);
        return silence.map(rules::withoutAnswer).orElseGet(rules::mostUrgent);
    }

    /** The next step of one that the service has answered with nothing but errors. */
    public static NextStep withoutStatus() {
        return new NextStep(Fact.of(AdviceFact.NO_STATUS_YET), Optional.empty());
    }

    /** What is to be done, and why. */
    public Fact explained() {
        return reason.map(why -> Fact.sentences(fact, why)).orElse(fact);
    }

    /** True where the service should be asked once more before anything else is decided. */
    public boolean isToAskAgain() {
        return fact.kind() == AdviceFact.NO_ANSWER || fact.kind() == AdviceFact.NO_ANSWER_EXTEND;
    }

    /** True where only a new migration helps, with a new upload. */
    public boolean isToBeginAnew() {
        return fact.kind() == AdviceFact.UPLOAD_AGAIN;
    }
}
