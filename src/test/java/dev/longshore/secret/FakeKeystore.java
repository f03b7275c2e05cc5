package dev.longshore.secret;

import dev.longshore.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** A keystore that does as the test says: answers, fails, or hangs until it is let go. */
final class FakeKeystore implements Keystore {

    /** What happens at the beginning of every call. */
    @FunctionalInterface
    interface Mood {
        void meet() throws KeystoreException;
    }

    static final Mood WELL = () -> {};

    final Map<String, String> tokens = new ConcurrentHashMap<>();
    final Map<String, String> labels = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    volatile Mood mood = WELL;
    volatile boolean locked;
    /** What happens while the person is asked. */
    volatile Mood asking = WELL;

    static Mood failingWith(StoreState state) {
        return () -> {
            throw new KeystoreException(state);
        };
    }

    static Mood hangingUntil(CountDownLatch letGo) {
        return () -> {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new AssertionError("a call that the person is asked about must not be interrupted", e);
            }
        };
    }

    @Override
    public StoreState state() throws KeystoreException {
        begin("state");
        return locked ? Sentences.LOCKED : Sentences.available("a fake");
    }

    @Override
    public StoreState unlock() throws KeystoreException {
        begin("unlock");
        asking.meet();
        return Sentences.available("a fake");
    }

    @Override
    public Optional<Secret> read(Entry entry) throws KeystoreException {
        begin("read " + entry.account());
        return Optional.ofNullable(tokens.get(entry.account())).map(Secret::of);
    }

    @Override
    public void write(Entry entry, Secret token, BooleanSupplier wanted) throws KeystoreException {
        begin("write " + entry.account());
        if (wanted.getAsBoolean()) {
            tokens.put(entry.account(), new String(token.reveal()));
            labels.put(entry.account(), entry.label());
        }
    }

    @Override
    public void delete(Entry entry) throws KeystoreException {
        begin("delete " + entry.account());
        tokens.remove(entry.account());
    }

    List<String> callsSoFar() {
        return new ArrayList<>(calls);
    }

    private void begin(String call) throws KeystoreException {
        calls.add(call);
        threads.add(Thread.currentThread());
        mood.meet();
    }
}
