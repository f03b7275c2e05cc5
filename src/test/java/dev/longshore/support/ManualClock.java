package dev.longshore.support;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Safe for use by several threads. */
public final class ManualClock implements InstantSource {
    private volatile Instant now;

    public ManualClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves it on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets it. */
    public void set(Instant instant) {
        now = instant;
    }
}
