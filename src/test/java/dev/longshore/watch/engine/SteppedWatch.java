package dev.longshore.watch.engine;

import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import dev.longshore.watch.WatchSettings;
import java.util.Random;

/** The real watch without its own clock: it ticks when it is told to, and works where its workers say. */
public final class SteppedWatch implements AutoCloseable {
    public final PollingWatch watch;
    private final WatchDependencies dependencies;

    /** @param seed of the jitter of its polling */
    public SteppedWatch(WatchDependencies dependencies, long seed) {
        this(dependencies, seed, false);
    }

    /** @param continues true where another watch has stopped just now */
    public SteppedWatch(WatchDependencies dependencies, long seed, boolean continues) {
        this.dependencies = dependencies;
        this.watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(seed), "dba", continues);
    }

    /** Begins as the program does, with the connections and tokens that are kept. */
    public void start() {
        dependencies.workers().execute(watch::readHistories);
        for (var connection : dependencies.journal().connections()) {
            dependencies.workers().execute(() -> watch.restore(connection));
        }
    }

    /** Keeps a connection and its token, and watches it. */
    public void open(Connection connection, Secret token) {
        watch.open(connection, token);
    }

    @Override
    public void close() {
        watch.close();
    }
}
