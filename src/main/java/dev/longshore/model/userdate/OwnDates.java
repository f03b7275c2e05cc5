package dev.longshore.model.userdate;

import dev.longshore.model.userdate.FreezeWindow.FreezePeriod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the user has set for a migration.
 *
 * @param kept every deadline that was set for it, in the order they were made; those that were taken away among them
 * @param freezes the freeze windows it is in, by its connection or a tag
 * @param moments when its import was launched and ended
 * @param move where a policy is going to move its cleanup, if it is
 */
public record OwnDates(List<OwnDeadline> kept, List<FreezeWindow> freezes, ImportMoments moments,
        Optional<AutomaticMove> move) {
    /** Nothing was set. */
    public static final OwnDates NONE = new OwnDates(List.of(), List.of(), ImportMoments.UNSEEN);

    public OwnDates {
        kept = List.copyOf(kept);
        freezes = List.copyOf(freezes);
    }

    /** Those of a migration whose cleanup no policy is going to move. */
    public OwnDates(List<OwnDeadline> kept, List<FreezeWindow> freezes, ImportMoments moments) {
        this(kept, freezes, moments, Optional.empty());
    }

    /** Its deadlines, in the order they were made. */
    public List<OwnDeadline> deadlines() {
        return kept.stream().filter(each -> !each.isRemoved()).toList();
    }

    /** The freeze it is in at that moment; where there are several, the one that ends last. */
    public Optional<FreezePeriod> freezeAt(Instant moment) {
        return FreezeRule.periodAt(freezes, moment);
    }

    /** The freezes that touch that time, in UTC, by their beginning. */
    public Stream<FreezePeriod> freezesBetween(Instant from, Instant until) {
        return FreezeWindow.between(freezes, from, until);
    }
}
