package dev.longshore.support;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Measures how long the window does not react: the longest that the FX thread let a task wait. */
public final class FxWatchdog implements AutoCloseable {
    private final ScheduledExecutorService asking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("fx-watchdog").factory());
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong waitingSince = new AtomicLong();

    /** Begins to measure. */
    public FxWatchdog() {
        asking.scheduleWithFixedDelay(this::ask, 0, 20, TimeUnit.MILLISECONDS);
    }

    private void ask() {
        var now = System.nanoTime();
        if (waitingSince.compareAndSet(0, now)) {
            Platform.runLater(() -> {
                note();
                waitingSince.set(0);
            });
        }
    }

    private void note() {
        var since = waitingSince.get();
        if (since != 0) {
            longest.accumulateAndGet(System.nanoTime() - since, Math::max);
        }
    }

    /** The longest wait so far, one that has not ended included. */
    public Duration longestWait() {
        note();
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
