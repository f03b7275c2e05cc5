package dev.longshore.model.userdate;

import dev.longshore.model.CleanupTime;
import dev.longshore.model.fact.DeadlineFact;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.Optional;

/**
 * A cleanup that a policy is going to move; nothing was asked of the service yet.
 *
 * @param to the new time, later than the one that stands
 * @param announcedAt since when that is known, by the service's time, in UTC
 * @param notBefore when it is moved at the earliest, by the service's time, in UTC
 * @param waitsFor what is waited for besides; empty for nothing
 */
public record AutomaticMove(CleanupTime to, Instant announcedAt, Instant notBefore, Optional<Fact> waitsFor) {
    /** True when it is to be done now. */
    public boolean isDue(Instant now) {
        return waitsFor.isEmpty() && !now.isBefore(notBefore);
    }

    /** That the cleanup will be moved, to when, and what is waited for. */
    public Fact fact() {
        return Fact.sentences(Fact.of(DeadlineFact.MOVE_PLANNED, to.at(), notBefore), waitsFor.orElse(null));
    }
}
