package dev.longshore.model.userdate;

import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.Ruling;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a freeze window asks of an action. Pure functions. */
public final class FreezeRule {
    private FreezeRule() {}

    /**
     * Whether a command may be sent: in a freeze an action that cannot be taken back needs a reason.
     *
     * @param freezes the windows that its migration is in
     * @param now the service's time as far as known, in UTC
     */
    public static Ruling ruling(Command command, List<FreezeWindow> freezes, Instant now) {
        return isGuarded(command.action()) && command.author().reason().isBlank()
                ? periodAt(freezes, now)
                        .<Ruling>map(each -> new Ruling.Denied(Ruling.LifecycleRule.FROZEN, needsReason(each)))
                        .orElseGet(Ruling.Allowed::new)
                : new Ruling.Allowed();
    }

    /** True for what needs a reason in a freeze: all but a pause and a resume, which can be taken back. */
    public static boolean isGuarded(Action action) {
        return switch (action) {
            case LAUNCH, SCHEDULE_CLEANUP, CLEAN_UP, ABORT -> true;
            case PAUSE, RESUME -> false;
        };
    }

    /** That a reason is needed, and by which window. */
    public static Fact needsReason(FreezePeriod period) {
        return Fact.of(DeadlineFact.FREEZE_NEEDS_REASON, period.window().name(), period.until());
    }

    /** The freeze at that moment; where there are several, the one that ends last. */
    static Optional<FreezePeriod> periodAt(List<FreezeWindow> freezes, Instant moment) {
        return freezes.stream().flatMap(each -> each.at(moment).stream())
                .reduce((one, other) -> other.until().isAfter(one.until()) ? other : one);
    }
}
