package dev.longshore.ui.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Which moments a date and a time of day name in a zone. */
sealed interface WallTime {
    /** One, as almost always. */
    record Once(Instant at) implements WallTime {}

    /**
     * Two, because the clock is set back over it.
     *
     * @param first the earlier, in UTC
     * @param second the later, in UTC
     */
    record Twice(Instant first, Instant second) implements WallTime {}

    /**
     * None, because the clock is set forward over it.
     *
     * @param at when it is set forward, in UTC
     * @param by how far
     */
    record Skipped(Instant at, Duration by) implements WallTime {}

    /** The moments that {@code time} names in {@code zone}. */
    static WallTime of(LocalDateTime time, ZoneId zone) {
        var transition = zone.getRules().getTransition(time);
        if (transition == null) {
            return new Once(time.atZone(zone).toInstant());
        }
        return transition.isGap()
                ? new Skipped(transition.getInstant(), transition.getDuration())
                : new Twice(
                        time.toInstant(transition.getOffsetBefore()), time.toInstant(transition.getOffsetAfter()));
    }

    /** The moment that is meant; of two the later one if {@code second}. */
    default Optional<Instant> moment(boolean second) {
        return switch (this) {
            case Once once -> Optional.of(once.at());
            case Twice twice -> Optional.of(second ? twice.second() : twice.first());
            case Skipped _ -> Optional.empty();
        };
    }
}
