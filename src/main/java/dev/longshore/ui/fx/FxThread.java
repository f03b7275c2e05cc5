package dev.longshore.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The JavaFX application thread. A frame costs much however little has changed in it, since JavaFX walks through all
 * nodes of the scene: so frames are made only while there are tasks, and each takes as many as it has time for.
 */
public final class FxThread implements UiThread {
    /** In nanoseconds; the rest of the 16 ms of a frame is for the layout of what the tasks have changed. */
    private static final long TIME_FOR_TASKS = 3_000_000;

    private final Queue<Runnable> nextFrame = new ConcurrentLinkedQueue<>();
    private final Queue<RankedTask> ranked = new PriorityBlockingQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicBoolean isFrameRequested = new AtomicBoolean();
    private @Nullable AnimationTimer timer;

    /** A task that waits for a frame with time for it; of the same rank the one with the lower number came first. */
    private record RankedTask(int rank, long number, Runnable task) implements Comparable<RankedTask> {
        @Override
        public int compareTo(RankedTask other) {
            return rank == other.rank ? Long.compare(number, other.number) : Integer.compare(rank, other.rank);
        }
    }

    @Override
    public void run(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void runNextFrame(Runnable task) {
        nextFrame.add(task);
        requestFrame();
    }

    @Override
    public void runByRank(int rank, Runnable task) {
        ranked.add(new RankedTask(rank, numbers.getAndIncrement(), task));
        requestFrame();
    }

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    private void requestFrame() {
        if (isFrameRequested.compareAndSet(false, true)) {
            if (isCurrent()) {
                startTimer();
            } else {
                Platform.runLater(this::startTimer);
            }
        }
    }

    private void startTimer() {
        if (timer == null) {
            timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    isFrameRequested.set(false);
                    runFrame(System.nanoTime() + TIME_FOR_TASKS);
                }
            };
        }
        timer.start();
    }

    private void runFrame(long end) {
        takeNextFrame().forEach(FxThread::runSafely);
        do {
            var next = ranked.poll();
            if (next == null) {
                return;
            }
            runSafely(next.task());
        } while (System.nanoTime() < end);
        requestFrame();
    }

    /** What a task asks to be run in the next frame is not run in this one. */
    private List<Runnable> takeNextFrame() {
        var tasks = new ArrayList<Runnable>();
        for (var task = nextFrame.poll(); task != null; task = nextFrame.poll()) {
            tasks.add(task);
        }
        return tasks;
    }

    /** The others run, whatever becomes of one. */
    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
