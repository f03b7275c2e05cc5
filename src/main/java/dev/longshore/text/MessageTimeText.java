package dev.longshore.text;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * Times in messages that are read elsewhere and later: each in local time and in UTC, and each distance with the time it
 * leads to. May be used from any thread.
 */
public final class MessageTimeText extends TimeText {
    /** Times of the zone {@code local} at the clock's now. */
    public MessageTimeText(InstantSource clock, ZoneId local, Texts texts) {
        super(clock, local, () -> ZoneChoice.LOCAL, texts);
    }

    @Override
    public String at(Instant instant) {
        return both(instant);
    }

    @Override
    public String distance(Instant instant) {
        return texts().get("text.message.distance", super.distance(instant), at(instant));
    }
}
