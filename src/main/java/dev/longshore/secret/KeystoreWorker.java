package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.fact.KeystoreFact;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls to a keystore, one at a time, each on a daemon thread of its own, and waits for its turn and its
 * answer no longer than the deadline. While a call that is overdue still hangs, every other fails at once. Safe for use
 * by several threads.
 */
final class KeystoreWorker {
    private final Duration deadline;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CompletableFuture<?> overdue;
    private volatile Runnable lateListener = () -> {};

    KeystoreWorker(Duration deadline) {
        this.deadline = deadline;
    }

    /** A call to the keystore. */
    @FunctionalInterface
    interface KeystoreCall<T> {
        /**
         * Makes the call.
         *
         * @param wanted becomes false when nobody waits for the answer any more
         */
        T make(BooleanSupplier wanted) throws KeystoreException;
    }

    /** From now on calls {@code listener}, on the thread of the call, when one ends that nobody waits for any more. */
    void onLateAnswer(Runnable listener) {
        lateListener = listener;
    }

    /**
     * What the call answers.
     *
     * @throws KeystoreException when the call fails, or does not end in time
     */
    <T> T call(KeystoreCall<T> keystoreCall) throws KeystoreException {
        return call(keystoreCall, deadline);
    }

    /** The same with another deadline for the answer; for its turn it waits no longer than usual. */
    <T> T call(KeystoreCall<T> keystoreCall, Duration patience) throws KeystoreException {
        long until = System.nanoTime() + patience.toNanos();
        try {
            if (!lock.tryLock(deadline.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.BUSY));
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return callLocked(keystoreCall, until);
        } finally {
            lock.unlock();
        }
    }

    private <T> T callLocked(KeystoreCall<T> keystoreCall, long until) throws KeystoreException {
        if (overdue != null && !overdue.isDone()) {
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.BUSY));
        }
        var wanted = new AtomicBoolean(true);
        var answer = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("keystore").start(() -> {
            run(keystoreCall, wanted::get, answer);
            if (!wanted.get()) {
                lateListener.run();
            }
        });
        try {
            return answer.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            abandon(answer, wanted);
            throw new KeystoreException(KeystoreState.Locked.of(KeystoreFact.NO_ANSWER_WITHIN, deadline));
        } catch (InterruptedException e) {
            abandon(answer, wanted);
            throw interrupted();
        }
    }

    // Whatever ends the call is its answer: one that never came would be waited for in vain.
    private static <T> void run(KeystoreCall<T> keystoreCall, BooleanSupplier wanted, CompletableFuture<T> answer) {
        try {
            answer.complete(keystoreCall.make(wanted));
        } catch (KeystoreException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private void abandon(CompletableFuture<?> answer, AtomicBoolean wanted) {
        wanted.set(false);
        overdue = answer;
    }

    private static KeystoreException failure(@Nullable Throwable cause) {
        return cause instanceof KeystoreException e ? e
                : new KeystoreException(KeystoreState.Missing.of(KeystoreFact.LIBRARY_FAILED), cause);
    }

    private static KeystoreException interrupted() {
        Thread.currentThread().interrupt();
        return new KeystoreException(KeystoreState.Locked.of(KeystoreFact.CLOSING));
    }
}
