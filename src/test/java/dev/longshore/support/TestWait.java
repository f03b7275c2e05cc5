package dev.longshore.support;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.testfx.service.query.EmptyNodeQueryException;

/**
 * How long anything in a test is waited for: the one place that says so. It only keeps a run from hanging for ever, and is
 * far longer than what is waited for takes on a machine that has other work to do; no test is about it.
 */
public final class TestWait {
    public static final Duration LIMIT = Duration.ofMinutes(5);

    private TestWait() {}

    /** Sets it where libraries have limits of their own. */
    static void useEverywhere() {
        Awaitility.setDefaultTimeout(LIMIT);
        // What is waited for may be a part of the window that is not there yet, or not for a moment.
        Awaitility.ignoreExceptionByDefault(EmptyNodeQueryException.class);
        // Longer, since one that waits too long should say what for.
        System.setProperty("junit.jupiter.execution.timeout.default", LIMIT.multipliedBy(2).toMinutes() + " m");
    }

    /** Waits until {@code latch} is open. */
    public static void until(CountDownLatch latch) {
        try {
            if (!latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("Nothing happened within " + LIMIT);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until {@code process} has ended. */
    public static void untilEnded(Process process) {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(process.info() + " did not end within " + LIMIT);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
