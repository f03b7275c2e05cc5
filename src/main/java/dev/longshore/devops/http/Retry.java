package dev.longshore.devops.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often, and after which pause, a reading call is repeated when its connection failed. */
final class Retry {
    private static final int REPETITIONS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final RandomGenerator random;
    private final Sleeper sleeper;

    Retry(RandomGenerator random, Sleeper sleeper) {
        this.random = random;
        this.sleeper = sleeper;
    }

    /** Waits; needed so that tests need not. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * Waits before the next attempt.
     *
     * @param attempts how many have failed
     * @param left how much time there is still
     * @return false when there must be none: enough have failed, the time is over, or the thread was interrupted
     */
    boolean pauseBeforeRetry(int attempts, Duration left) {
        var pause = FIRST_PAUSE.multipliedBy(1L << (attempts - 1)).plusMillis(random.nextInt(200));
        if (attempts > REPETITIONS || pause.compareTo(left) >= 0) {
            return false;
        }
        try {
            sleeper.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
