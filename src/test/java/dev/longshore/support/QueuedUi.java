package dev.longshore.support;

import dev.longshore.ui.fx.UiThread;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A UI thread that is the test's own: what other threads hand to it waits until the test runs it. */
public final class QueuedUi implements UiThread {
    private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    @Override
    public void run(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void runNextFrame(Runnable task) {
        waiting.add(task);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    /** Runs the first that waits; false where nothing does. */
    public boolean runOne() {
        var next = waiting.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    /** Runs all that waits, and what comes of it. */
    public void runAll() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
