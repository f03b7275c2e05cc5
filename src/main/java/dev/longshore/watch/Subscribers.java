package dev.longshore.watch;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands everything that is published to whoever wants it; a listener that fails harms nobody else. */
final class Subscribers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T newest;

    Subscribers(T first) {
        this.newest = first;
    }

    T newest() {
        return newest;
    }

    Watch.Subscription add(Consumer<T> listener) {
        listeners.add(listener);
        tell(listener, newest);
        return () -> listeners.remove(listener);
    }

    void publish(T next) {
        newest = next;
        listeners.forEach(listener -> tell(listener, next));
    }

    private static <T> void tell(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on a {}", news.getClass().getSimpleName(), e);
        }
    }
}
