package dev.longshore.seeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a program, of which one runs at a time. A task waits only where it calls {@link #waitUntil}; which of
 * those that can go on does so is drawn by lot. So a seed decides every order that matters.
 */
final class StepTasks implements Executor {
    private static final long SECONDS_TO_HANG = 30;
    /** Of all runs; virtual ones take a tenth longer here, and a quarter where they wait for a database. */
    private static final Executor THREADS = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("seed-task-", 0).factory());

    private final Queue<StepTask> ready = new ConcurrentLinkedQueue<>();
    private final List<StepTask> waiting = new ArrayList<>();
    private final Semaphore handedBack = new Semaphore(0);
    private final List<Throwable> failures = new ArrayList<>();
    private volatile @Nullable StepTask running;
    private volatile boolean ended;

    /** A piece of work, on a thread that runs only while it is its turn. */
    private static final class StepTask {
        final Runnable work;
        final Semaphore turn = new Semaphore(0);
        Instant wakeAt = Instant.MIN;
        boolean begun;

        StepTask(Runnable work) {
            this.work = work;
        }
    }

    @Override
    public void execute(Runnable work) {
        if (!ended) {
            ready.add(new StepTask(work));
        }
    }

    /** Runs what can run at {@code now}, and all that comes of it. */
    void runUntilIdle(Instant now, Random lot) {
        for (var next = next(now, lot); next != null; next = next(now, lot)) {
            run(next);
        }
    }

    private @Nullable StepTask next(Instant now, Random lot) {
        var able = new ArrayList<>(ready);
        waiting.stream().filter(each -> !each.wakeAt.isAfter(now)).forEach(able::add);
        if (able.isEmpty()) {
            return null;
        }
        var chosen = able.get(lot.nextInt(able.size()));
        ready.remove(chosen);
        waiting.remove(chosen);
        return chosen;
    }

    private void run(StepTask task) {
        running = task;
        if (task.begun) {
            task.turn.release();
        } else {
            task.begun = true;
            THREADS.execute(() -> perform(task));
        }
        awaitHandBack();
        running = null;
    }

    private void perform(StepTask task) {
        try {
            task.work.run();
        } catch (ProgramKilledError killed) {
            // As it should.
        } catch (Throwable unexpected) {
            synchronized (failures) {
                failures.add(unexpected);
            }
        } finally {
            handedBack.release();
        }
    }

    /** Lets the others go on, at least until that time; does nothing on a thread that is none of the program's. */
    void waitUntil(Instant time) {
        var task = running;
        if (task != null && !ended) {
            task.wakeAt = time;
            waiting.add(task);
            handedBack.release();
            task.turn.acquireUninterruptibly();
        }
    }

    /** What tasks have ended with that they should not. */
    List<Throwable> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** The program is gone: what waits goes on only to find that out. */
    void end() {
        ended = true;
        ready.clear();
        while (!waiting.isEmpty()) {
            run(waiting.removeFirst());
        }
    }

    private void awaitHandBack() {
        try {
            if (!handedBack.tryAcquire(SECONDS_TO_HANG, TimeUnit.SECONDS)) {
                throw new AssertionError("A task of the program neither ends nor waits");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
