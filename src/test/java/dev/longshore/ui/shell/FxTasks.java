package dev.longshore.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/**
 * How long the tasks of the FX thread are, whoever put them there: a probe stands in the thread's queue all the time and
 * looks at the clock when its turn comes. What passed since its turn before is what ran in between: a task of
 * {@code Platform.runLater}, an event, or a pulse with its animations, CSS, layout and hand-over to the renderer. Two
 * tasks that follow each other are taken for one, so nothing is measured too short. What takes less than half a
 * millisecond is not counted, so that 99 % is not 99 % of nothing.
 */
final class FxTasks {
    private static final long WORTH_COUNTING = 500_000;
    private static final long PAUSE = 200_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final TaskDurations wall = new TaskDurations();
    private final TaskDurations processor = new TaskDurations();
    private volatile boolean running = true;
    private long wallBefore;
    private long processorBefore;

    /** Lengths of tasks, in nanoseconds. */
    static final class TaskDurations {
        private long[] lengths = new long[1 << 16];
        private int count;

        private void add(long length) {
            if (count == lengths.length) {
                lengths = Arrays.copyOf(lengths, 2 * count);
            }
            lengths[count++] = length;
        }

        int count() {
            return count;
        }

        /** The length in milliseconds that {@code share} of them do not exceed. */
        double milliseconds(double share) {
            var sorted = Arrays.copyOf(lengths, count);
            Arrays.sort(sorted);
            return count == 0 ? 0 : sorted[(int) Math.ceil(share * count) - 1] / 1e6;
        }
    }

    /** Watches for so long, after a while that does not count. Not on the FX thread. */
    static FxTasks after(int warmUp, int seconds) throws InterruptedException {
        TimeUnit.SECONDS.sleep(warmUp);
        var tasks = new FxTasks();
        var ended = new CountDownLatch(1);
        Platform.runLater(tasks::standInLine);
        TimeUnit.SECONDS.sleep(seconds);
        tasks.running = false;
        Platform.runLater(ended::countDown);
        ended.await();
        return tasks;
    }

    /** By the clock. */
    TaskDurations wall() {
        return wall;
    }

    /** By what the FX thread itself was running, which leaves out what else kept the machine busy. */
    TaskDurations processor() {
        return processor;
    }

    private void look() {
        var length = System.nanoTime() - wallBefore;
        if (length >= WORTH_COUNTING) {
            wall.add(length);
            processor.add(threads.getCurrentThreadCpuTime() - processorBefore);
        }
        LockSupport.parkNanos(PAUSE);
        standInLine();
    }

    private void standInLine() {
        if (running) {
            wallBefore = System.nanoTime();
            processorBefore = threads.getCurrentThreadCpuTime();
            Platform.runLater(this::look);
        }
    }
}
