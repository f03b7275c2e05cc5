package dev.longshore.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands every snapshot to whoever wants it; a listener that fails harms nobody else. */
final class Subscribers {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot newest;

    Subscribers(Snapshot first) {
        this.newest = first;
    }

    Snapshot newest() {
        return newest;
    }

    Watch.Subscription add(Consumer<Snapshot> listener) {
        listeners.add(listener);
        tell(listener, newest);
        return () -> listeners.remove(listener);
    }

    void publish(Snapshot snapshot) {
        newest = snapshot;
        listeners.forEach(listener -> tell(listener, snapshot));
    }

    private static void tell(Consumer<Snapshot> listener, Snapshot snapshot) {
        try {
            listener.accept(snapshot);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on snapshot {}", snapshot.version(), e);
        }
    }
}
