package dev.longshore.watch.engine;

import dev.longshore.watch.Watch;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands everything that is published to whoever wants it; a listener that fails harms nobody else. */
final class Publisher<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T newest;

    Publisher(T first) {
        this.newest = first;
    }

    T newest() {
        return newest;
    }

    Watch.WatchSubscription add(Consumer<T> listener) {
        listeners.add(listener);
        notifyListener(listener, newest);
        return () -> listeners.remove(listener);
    }

    void publish(T next) {
        newest = next;
        listeners.forEach(listener -> notifyListener(listener, next));
    }

    private static <T> void notifyListener(Consumer<T> listener, T news) {
        try {
            listener.accept(news);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on a {}", news.getClass().getSimpleName(), e);
        }
    }
}
