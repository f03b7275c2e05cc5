package dev.longshore.devops.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether one request has left. It leaves at most once, and not at all after it was given up; so it is known for
 * certain whether the service can have seen it. Safe for use by several threads.
 */
final class SendState {
    private static final Object WAITING = new Object();
    private static final Object ABANDONED = new Object();

    /** @param nanos when it left, by a timer that nobody sets */
    private record Sent(Instant at, long nanos) {}

    private final long madeNanos = System.nanoTime();
    private final AtomicReference<Object> state = new AtomicReference<>(WAITING);

    /** Marks that it leaves now; false when it must not, as it has left before or was given up. */
    boolean markSent(Instant now) {
        return state.compareAndSet(WAITING, new Sent(now, System.nanoTime()));
    }

    /** From here on it does not leave any more if it has not yet. */
    void abandon() {
        state.compareAndSet(WAITING, ABANDONED);
    }

    /** True when the service may have seen it. */
    boolean isSent() {
        return state.get() instanceof Sent;
    }

    /** When it left, or {@code otherwise} where it did not. */
    Instant sentAt(Instant otherwise) {
        return state.get() instanceof Sent sent ? sent.at() : otherwise;
    }

    /** Real time that has passed since it left, or where it did not, since it was made. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - (state.get() instanceof Sent sent ? sent.nanos() : madeNanos));
    }
}
