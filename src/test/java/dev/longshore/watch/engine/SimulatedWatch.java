package dev.longshore.watch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWait;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.fx.UiThread;
import dev.longshore.watch.WatchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real watch and a real journal on a simulator whose time stands still, for what is above them. What is asked of the
 * watch is done on threads of their own, as in the program; what the watch does by itself happens only by
 * {@link #answer}, {@link #settle} and {@link #pass}. So it is the test that says what comes first.
 */
public final class SimulatedWatch implements AutoCloseable {
    private static final Duration STEP = Duration.ofSeconds(20);

    public final Simulator simulator;
    public final PollingWatch watch;
    private final SqliteJournal journal;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Thread observer;

    private final Path folder;

    private SimulatedWatch(Simulator simulator, Path folder) {
        this.simulator = simulator;
        this.folder = folder;
        journal = SqliteJournal.open(folder, simulator.clock(), EnglishText::say);
        var connector = new OkHttpConnector(simulator.clock(),
                ClientOptions.defaults("test").within(TestWait.LIMIT, TestWait.LIMIT));
        Executor workers = this::work;
        watch = new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), connector, simulator.clock(), workers),
                WatchSettings.standard(), new Random(1), "dba");
    }

    /** Begins, with an organisation of which nothing is on the list. */
    public static SimulatedWatch begin(Path folder) throws IOException {
        return begin(folder, SimulatorOptions.standingStill().build());
    }

    /** The same with a service of one's own, whose time has to stand still. */
    public static SimulatedWatch begin(Path folder, SimulatorOptions options) throws IOException {
        return new SimulatedWatch(Simulator.start(options), folder);
    }

    /** The same folder and the same service after the program ended and was started again; this one is closed. */
    public SimulatedWatch restarted() {
        end();
        return new SimulatedWatch(simulator, folder);
    }

    /** A connection to the simulator that is watched from now on. */
    public Connection connect(String name, boolean readOnly) {
        var connection = new Connection(
                new ConnectionId(name), name, simulator.baseUrl(), Environment.DEVELOPMENT, readOnly,
                Connection.TokenOrigin.SIMULATOR);
        watch.open(connection, Secret.of(simulator.fullToken()));
        return connection;
    }

    /** A migration that is being made on a database of its own, on the list under {@code name}. */
    public MigrationKey make(Connection connection, String name) {
        var database = simulator.addDatabase(name, SimulatedCloud.AWS, "eu-west-1", "ACTIVE");
        var ref = new MigrationRef(
                new DatabaseId(database.toString()),
                new MigrationId(simulator.addMigration(database).toString()));
        return add(new MigrationKey(connection.id(), ref), name);
    }

    /**
     * Migrations on databases of their own, each in a state in which its action is allowed; most of an hour passes.
     *
     * @param wanted the action for each name
     * @return their keys by name
     */
    public Map<String, MigrationKey> makeReady(Connection connection, Map<String, Action> wanted) {
        var keys = new HashMap<String, MigrationKey>();
        wanted.keySet().forEach(name -> keys.put(name, make(connection, name)));
        pass(Duration.ofMinutes(15));
        commandAll(keys, wanted, EnumSet.of(Action.PAUSE, Action.RESUME, Action.ABORT), Action.LAUNCH);
        pass(Duration.ofMinutes(14));
        commandAll(keys, wanted, EnumSet.of(Action.RESUME), Action.PAUSE);
        pass(Duration.ofMinutes(20));
        return keys;
    }

    private void commandAll(
            Map<String, MigrationKey> keys, Map<String, Action> wanted, Set<Action> actions, Action first) {
        keys.forEach((name, key) -> {
            if (actions.contains(wanted.get(name))) {
                command(key, first);
            }
        });
    }

    /** Puts one on the list. */
    public MigrationKey add(MigrationKey key, String name) {
        watch.add(key, name).join();
        return key;
    }

    /** Asks for something, as if a person had; the service has to take it. */
    public void command(MigrationKey key, Action action) {
        assertThat(watch.command(key, action, null).join().state()).isInstanceOf(CommandState.Accepted.class);
    }

    /** How many POSTs about a migration have arrived. */
    public long posts(MigrationKey key) {
        return posts(id(key).toString());
    }

    /** How many POSTs whose path has that part have arrived. */
    public long posts(String part) {
        return simulator.requests().all().stream()
                .filter(each -> each.method().equals("POST") && each.target().contains(part))
                .count();
    }

    /** What view models and views work with when they are over this watch. */
    public UiContext ui(UiThread thread) {
        var rest = new TestWindow(TestOrganisation.empty()).context(thread);
        return new UiContext(watch, simulator.clock(), thread, rest.times(), rest.texts());
    }

    /** Its ID as the simulator knows it. */
    public UUID id(MigrationKey key) {
        return UUID.fromString(key.ref().migration().value());
    }

    /** Waits until what was asked for is answered, and publishes that; nothing is observed meanwhile. */
    public void answer() {
        awaitEnd();
        observer = Thread.currentThread();
        watch.tick();
        observer = null;
    }

    /** Waits until everything is answered and observed that is to be at this time, and publishes what is known then. */
    public void settle() {
        int before;
        do {
            awaitEnd();
            before = begun.get();
            for (var task = held.poll(); task != null; task = held.poll()) {
                start(task);
            }
            watch.tick();
        } while (begun.get() > before);
    }

    private void awaitEnd() {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).until(() -> begun.get() == ended.get());
    }

    /** A moment, so that the budget of requests is never used up. */
    public void passAMoment() {
        simulator.clock().advance(Duration.ofSeconds(5));
        settle();
    }

    /** Lets time pass, with everything that is asked meanwhile. */
    public void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            simulator.clock().advance(STEP);
            settle();
        }
    }

    private void work(Runnable task) {
        if (Thread.currentThread().equals(observer)) {
            held.add(task);
        } else {
            start(task);
        }
    }

    private void start(Runnable task) {
        begun.incrementAndGet();
        Thread.startVirtualThread(() -> {
            try {
                task.run();
            } finally {
                ended.incrementAndGet();
            }
        });
    }

    private void end() {
        watch.close();
        awaitEnd();
        journal.close();
    }

    @Override
    public void close() {
        end();
        simulator.close();
    }
}
