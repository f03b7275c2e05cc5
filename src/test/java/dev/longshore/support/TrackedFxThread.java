package dev.longshore.support;

import dev.longshore.ui.fx.FxThread;
import dev.longshore.ui.fx.UiThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The FX thread, which knows what was handed to it and has not run yet; so a test can wait for that, however long it takes. */
public final class TrackedFxThread implements UiThread {
    /** What changes in a frame is laid out in it; cells and scroll bars need another two. */
    private static final int FRAMES = 3;
    private static final AtomicInteger UNFINISHED = new AtomicInteger();

    private final FxThread thread = new FxThread();

    @Override
    public void run(Runnable task) {
        thread.run(tracked(task));
    }

    @Override
    public void runNextFrame(Runnable task) {
        thread.runNextFrame(tracked(task));
    }

    @Override
    public void runByRank(int rank, Runnable task) {
        thread.runByRank(rank, tracked(task));
    }

    @Override
    public boolean isCurrent() {
        return thread.isCurrent();
    }

    private static Runnable tracked(Runnable task) {
        UNFINISHED.incrementAndGet();
        return () -> {
            try {
                task.run();
            } finally {
                UNFINISHED.decrementAndGet();
            }
        };
    }

    /** Waits until everything has run, with what came of it, and every window shows that. */
    static void settle() {
        do {
            awaitFrames();
        } while (UNFINISHED.get() > 0);
    }

    private static void awaitFrames() {
        var frames = new CountDownLatch(FRAMES);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.countDown();
                if (frames.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        TestWait.until(frames);
        // The frame that was the last to be counted has still to be laid out.
        var laidOut = new CountDownLatch(1);
        Platform.runLater(laidOut::countDown);
        TestWait.until(laidOut);
    }
}
