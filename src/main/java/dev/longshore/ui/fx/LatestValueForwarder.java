package dev.longshore.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values from any thread to the UI thread, at most one a frame: where several come in between, only the newest
 * arrives. Values must be complete in themselves, as snapshots are.
 */
public final class LatestValueForwarder<T> implements Consumer<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final UiThread thread;
    private final Consumer<? super T> receiver;

    /** Hands on to {@code receiver}, which is called on {@code ui} only. */
    public LatestValueForwarder(UiThread thread, Consumer<? super T> receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    /** Takes a value. May be called from any thread; never waits. */
    @Override
    public void accept(T value) {
        if (waiting.getAndSet(value) == null) {
            thread.runNextFrame(this::deliver);
        }
    }

    private void deliver() {
        var newest = waiting.getAndSet(null);
        if (newest != null) {
            receiver.accept(newest);
        }
    }
}
