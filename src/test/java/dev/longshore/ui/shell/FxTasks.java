package dev.longshore.ui.shell;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Scene;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

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
    private final List<TaskParts> parts = new ArrayList<>();
    private volatile boolean running = true;
    private TaskEvent event = new TaskEvent();
    private long wallBefore;
    private long processorBefore;
    private long layoutBegan;
    private long layoutEnded;

    /** Stands in a recording of the JDK's Flight Recorder, so that what it samples can be told from task to task. */
    @Name("longshore.FxTask")
    @StackTrace(false)
    private static final class TaskEvent extends Event {
        @SuppressWarnings("unused") // It is read by who looks at the recording.
        private long processorTime;
    }

    /**
     * What one task was busy with, in nanoseconds of processor time.
     *
     * @param before what ran before the layout: news, timers, animations; all of it where there was no pulse
     * @param layout CSS and layout
     * @param after bounds and the hand-over to the renderer
     */
    private record TaskParts(long before, long layout, long after) {
        private static final TaskParts NONE = new TaskParts(0, 0, 0);

        long sum() {
            return before + layout + after;
        }

        boolean isPulse() {
            return layout > 0;
        }

        TaskParts plus(TaskParts other) {
            return new TaskParts(before + other.before, layout + other.layout, after + other.after);
        }
    }

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

    /** Watches the thread and {@code scene} for so long, after a while that does not count. Not on the FX thread. */
    static FxTasks after(int warmUp, int seconds, Scene scene) throws InterruptedException {
        TimeUnit.SECONDS.sleep(warmUp);
        var tasks = new FxTasks();
        var ended = new CountDownLatch(1);
        Runnable beginsLayout = tasks::beginLayout;
        Runnable endsLayout = tasks::endLayout;
        Platform.runLater(() -> {
            scene.addPreLayoutPulseListener(beginsLayout);
            scene.addPostLayoutPulseListener(endsLayout);
            tasks.standInLine();
        });
        TimeUnit.SECONDS.sleep(seconds);
        tasks.running = false;
        Platform.runLater(() -> {
            scene.removePreLayoutPulseListener(beginsLayout);
            scene.removePostLayoutPulseListener(endsLayout);
            ended.countDown();
        });
        ended.await();
        return tasks;
    }

    /** What the slowest of them, this share of all, were busy with, by processor time. */
    String slowest(double share) {
        var slow = parts.stream().sorted(Comparator.comparingLong(TaskParts::sum).reversed())
                .limit((long) Math.ceil(share * parts.size())).toList();
        var pulses = slow.stream().filter(TaskParts::isPulse).toList();
        var sum = pulses.stream().reduce(TaskParts.NONE, TaskParts::plus);
        var count = Math.max(1, pulses.size()) * 1e6;
        return String.format(Locale.ROOT,
                "%d of %d were pulses, of %.1f ms before the layout, %.1f ms CSS and layout, %.1f ms after it",
                pulses.size(), slow.size(), sum.before() / count, sum.layout() / count, sum.after() / count);
    }

    private void beginLayout() {
        layoutBegan = threads.getCurrentThreadCpuTime();
    }

    private void endLayout() {
        layoutEnded = threads.getCurrentThreadCpuTime();
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
            var now = threads.getCurrentThreadCpuTime();
            processor.add(now - processorBefore);
            parts.add(layoutEnded > processorBefore
                    ? new TaskParts(layoutBegan - processorBefore, layoutEnded - layoutBegan, now - layoutEnded)
                    : new TaskParts(now - processorBefore, 0, 0));
            event.processorTime = now - processorBefore;
            event.commit();
        }
        LockSupport.parkNanos(PAUSE);
        standInLine();
    }

    private void standInLine() {
        if (running) {
            wallBefore = System.nanoTime();
            processorBefore = threads.getCurrentThreadCpuTime();
            event = new TaskEvent();
            event.begin();
            Platform.runLater(this::look);
        }
    }
}
