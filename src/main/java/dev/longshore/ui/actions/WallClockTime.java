package dev.longshore.ui.actions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Which moments a date and a time of day name in a zone. */
sealed interface WallClockTime {
    /** One, as almost always. */
    record UniqueTime(Instant at) implements WallClockTime {}

    /**
     * Two, because the clock is set back over it.
     *
     * @param first the earlier, in UTC
     * @param second the later, in UTC
     */
    record AmbiguousTime(Instant first, Instant second) implements WallClockTime {}

    /**
     * None, because the clock is set forward over it.
     *
     * @param at when it is set forward, in UTC
     * @param by how far
     */
    record SkippedTime(Instant at, Duration by) implements WallClockTime {}

    /** The moments that {@code time} names in {@code zone}. */
    static WallClockTime of(LocalDateTime time, ZoneId zone) {
        var transition = zone.getRules().getTransition(time);
        if (transition == null) {
            return new UniqueTime(time.atZone(zone).toInstant());
        }
        return transition.isGap()
                ? new SkippedTime(transition.getInstant(), transition.getDuration())
                : new AmbiguousTime(
                        time.toInstant(transition.getOffsetBefore()), time.toInstant(transition.getOffsetAfter()));
    }

    /** The moment that is meant; of two the later one if {@code second}. */
    default Optional<Instant> moment(boolean second) {
        return switch (this) {
            case UniqueTime uniqueTime -> Optional.of(uniqueTime.at());
            case AmbiguousTime ambiguousTime -> Optional.of(second ? ambiguousTime.second() : ambiguousTime.first());
            case SkippedTime _ -> Optional.empty();
        };
    }
}
