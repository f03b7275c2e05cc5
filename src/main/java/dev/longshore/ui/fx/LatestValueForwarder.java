package dev.longshore.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values from any thread to the UI thread, at most one a frame: where several come in between, only the newest
 * arrives. Values must be complete in themselves, as snapshots are.
 */
public final class LatestValueForwarder<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final AtomicBoolean isFrameRequested = new AtomicBoolean();
    private final UiThread thread;
    private final BooleanSupplier held;
    private final Consumer<? super T> receiver;

    /** Hands on to {@code receiver}, which is called on {@code ui} only. */
    public LatestValueForwarder(UiThread thread, Consumer<? super T> receiver) {
        this(thread, () -> false, receiver);
    }

    /**
     * Keeps back what comes while {@code held} is true, until {@link #deliver}.
     *
     * @param held asked with each value, on the thread it comes from
     */
    public LatestValueForwarder(UiThread thread, BooleanSupplier held, Consumer<? super T> receiver) {
        this.thread = thread;
        this.held = held;
        this.receiver = receiver;
    }

    /** Takes a value. May be called from any thread; never waits. */
    @Override
    public void accept(T value) {
        waiting.set(value);
        if (!held.getAsBoolean() && isFrameRequested.compareAndSet(false, true)) {
            thread.runNextFrame(() -> {
                isFrameRequested.set(false);
                deliver();
            });
        }
    }

    /** Hands on what waits, if anything does. UI thread only. */
    public void deliver() {
        var newest = waiting.getAndSet(null);
        if (newest != null) {
            receiver.accept(newest);
        }
    }
}
