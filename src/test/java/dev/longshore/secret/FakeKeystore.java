package dev.longshore.secret;

import dev.longshore.model.KeystoreState;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.KeystoreFact;
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
    interface KeystoreBehaviour {
        void meet() throws KeystoreException;
    }

    static final KeystoreBehaviour WELL = () -> {};

    final Map<String, String> tokens = new ConcurrentHashMap<>();
    final Map<String, String> labels = new ConcurrentHashMap<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();
    volatile KeystoreBehaviour keystoreBehaviour = WELL;
    volatile boolean locked;
    /** What happens while the person is asked. */
    volatile KeystoreBehaviour asking = WELL;

    static KeystoreBehaviour failingWith(KeystoreState state) {
        return () -> {
            throw new KeystoreException(state);
        };
    }

    static KeystoreBehaviour hangingUntil(CountDownLatch letGo) {
        return () -> {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                throw new AssertionError("a call that the person is asked about must not be interrupted", e);
            }
        };
    }

    @Override
    public KeystoreState state() throws KeystoreException {
        begin("state");
        return locked ? KeystoreState.Locked.of(KeystoreFact.LOCKED) : KeystoreState.Available.of("a fake");
    }

    @Override
    public KeystoreState unlock() throws KeystoreException {
        begin("unlock");
        asking.meet();
        return KeystoreState.Available.of("a fake");
    }

    @Override
    public Optional<Secret> read(KeystoreEntry keystoreEntry) throws KeystoreException {
        begin("read " + keystoreEntry.account());
        return Optional.ofNullable(tokens.get(keystoreEntry.account())).map(Secret::of);
    }

    @Override
    public void write(KeystoreEntry keystoreEntry, Secret token, BooleanSupplier wanted) throws KeystoreException {
        begin("write " + keystoreEntry.account());
        if (wanted.getAsBoolean()) {
            tokens.put(keystoreEntry.account(), new String(token.reveal()));
            labels.put(keystoreEntry.account(), keystoreEntry.label());
        }
    }

    @Override
    public void delete(KeystoreEntry keystoreEntry) throws KeystoreException {
        begin("delete " + keystoreEntry.account());
        tokens.remove(keystoreEntry.account());
    }

    List<String> callsSoFar() {
        return new ArrayList<>(calls);
    }

    private void begin(String call) throws KeystoreException {
        calls.add(call);
        threads.add(Thread.currentThread());
        keystoreBehaviour.meet();
    }
}
