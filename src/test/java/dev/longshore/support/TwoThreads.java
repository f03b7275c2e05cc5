package dev.longshore.support;

import java.util.concurrent.atomic.AtomicReference;

/** Two things that happen at the same time. In which order their parts do, Fray decides where it runs the test. */
public final class TwoThreads {
    private TwoThreads() {}

    /** Does both, each on a thread of its own, and fails where one does. */
    public static void run(Runnable first, Runnable second) {
        var failure = new AtomicReference<Throwable>();
        var threads = new Thread[]{thread(first, failure), thread(second, failure)};
        for (var each : threads) {
            each.start();
        }
        try {
            for (var each : threads) {
                each.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }

    private static Thread thread(Runnable work, AtomicReference<Throwable> failure) {
        return new Thread(() -> {
            try {
                work.run();
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
    }
}
