package dev.longshore.devops.http;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether one request has left. It leaves at most once, and not at all after it was given up; so it is known for
 * certain whether the service can have seen it. Safe for use by several threads.
 */
final class Sending {
    private static final Object WAITING = new Object();
    private static final Object GIVEN_UP = new Object();

    private final AtomicReference<Object> state = new AtomicReference<>(WAITING);

    /** Marks that it leaves now; false when it must not, as it has left before or was given up. */
    boolean leave(Instant now) {
        return state.compareAndSet(WAITING, now);
    }

    /** From here on it does not leave any more if it has not yet. */
    void giveUp() {
        state.compareAndSet(WAITING, GIVEN_UP);
    }

    /** True when the service may have seen it. */
    boolean hasLeft() {
        return state.get() instanceof Instant;
    }

    /** When it left, or {@code otherwise} where it did not. */
    Instant leftAt(Instant otherwise) {
        return state.get() instanceof Instant at ? at : otherwise;
    }
}
