package dev.longshore.watch;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.Disposal;
import dev.longshore.journal.ExportFormat;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.History;
import dev.longshore.model.Initialization;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Secret;
import dev.longshore.secret.StoreState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch: a clock that ticks a few times a second looks what is due, workers do what blocks, and whatever has
 * changed is published as one snapshot per tick.
 */
public final class PollingWatch implements Watch {
    private static final Logger LOG = LoggerFactory.getLogger(PollingWatch.class);
    private static final long TICK_MILLIS = 100;

    private final WatchState state = new WatchState();
    private final SnapshotMaker snapshots = new SnapshotMaker();
    private final Subscribers<Snapshot> subscribers;
    private final String user;
    private final WatchParts parts;
    private final Schedule schedule;
    private final Poller poller;
    private final CommandDesk commands;
    private final ConnectionDesk connections;
    private final Register register;
    private final InitializeDesk initializes;
    private final AlertDesk alerts;
    private final SleepGuard sleep;
    private final ScheduledExecutorService ticking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch-", 0).factory());

    private @Nullable Future<?> ticks;

    /**
     * A watch that knows what the journal knows; it asks nothing before {@link #start}. Reads the journal.
     *
     * @param user who uses this computer, for the record of what was asked for
     */
    public PollingWatch(WatchParts parts, WatchSettings settings, RandomGenerator random, String user) {
        this.user = user;
        this.parts = parts;
        this.schedule = new Schedule(settings, random);
        var records = new Records(parts.journal(), state);
        var lines = new Lines(schedule);
        this.poller = new Poller(
                state, parts, settings, new Answers(state, parts, records, schedule, settings));
        this.commands = new CommandDesk(state, parts, records, snapshots, lines);
        this.connections = new ConnectionDesk(state, parts, records, settings, lines);
        this.register = new Register(state, parts, records, poller, settings);
        var catchUp = new CatchUp();
        this.alerts = new AlertDesk(parts, records, catchUp);
        this.initializes = new InitializeDesk(state, parts, records);
        this.sleep = new SleepGuard(state, schedule, settings.wakeGap(), catchUp, parts.clock().instant());
        register.read();
        catchUp.started(state, parts.clock().instant());
        initializes.settleAtStart();
        this.subscribers = new Subscribers<>(state.with(s -> snapshots.make(s, parts.clock().instant())));
    }

    /**
     * Begins to watch: the connections that were kept, each with the token that is kept for it, and those of {@code
     * openings} with the token that comes with them. A connection of {@code openings} is kept as well.
     */
    public void start(List<Opening> openings) {
        parts.workers().execute(this::readHistories);
        openings.forEach(each -> connections.open(each.connection(), each.token()));
        var opened = openings.stream().map(each -> each.connection().id()).toList();
        for (var connection : parts.journal().connections()) {
            if (!opened.contains(connection.id())) {
                parts.workers().execute(() -> connections.restore(connection));
            }
        }
        ticks = ticking.scheduleWithFixedDelay(this::tickAndSurvive, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * A connection to open at the start with a token that is not in the keystore.
     *
     * @param connection a new one, or one that is kept
     * @param token its token; the watch keeps a copy
     */
    public record Opening(Connection connection, Secret token) {}

    /** Takes over what takes a while to read. */
    void readHistories() {
        register.readHistories();
        alerts.begin();
    }

    /** What it remembers; for tests. */
    WatchState state() {
        return state;
    }

    /** Opens a connection without ticking; for tests. */
    void open(Connection connection, Secret token) {
        connections.open(connection, token);
    }

    /** Takes up a connection that was kept, without ticking; for tests. */
    void restore(Connection connection) {
        connections.restore(connection);
    }

    private void tickAndSurvive() {
        try {
            tick();
        } catch (RuntimeException | Error unexpected) {
            // A scheduled task that throws is never run again, and nobody would watch any more.
            LOG.error("The watch stumbled and goes on", unexpected);
        }
    }

    /** One look at what is due. Called by the clock; tests call it themselves. */
    void tick() {
        sleep.look(parts.clock().instant());
        connections.listWhatIsDue();
        poller.askWhatIsDue();
        publish();
        alert();
    }

    private void alert() {
        var newest = subscribers.newest();
        if (alerts.isDue(newest, parts.clock().instant())) {
            parts.workers().execute(() -> alerts.look(newest));
        }
    }

    private void publish() {
        var changed = state.with(s -> s.takeChanged() ? snapshots.make(s, parts.clock().instant()) : null);
        if (changed != null) {
            subscribers.publish(changed);
        }
    }

    @Override
    public Snapshot snapshot() {
        return subscribers.newest();
    }

    @Override
    public Subscription subscribe(Consumer<Snapshot> listener) {
        return subscribers.add(listener);
    }

    @Override
    public void pollNow() {
        poller.makeDue();
    }

    @Override
    public void pollNow(MigrationKey migration) {
        poller.makeDue(migration);
    }

    @Override
    public CompletableFuture<ConnectionCheck> connect(Connection connection, @Nullable Secret token) {
        return CompletableFuture.supplyAsync(() -> connections.connect(connection, token), parts.workers());
    }

    @Override
    public CompletableFuture<Optional<String>> forget(ConnectionId connection) {
        return CompletableFuture.supplyAsync(() -> connections.forget(connection), parts.workers());
    }

    @Override
    public CompletableFuture<StoreState> keystore() {
        return CompletableFuture.supplyAsync(() -> parts.tokens().state(), parts.workers());
    }

    @Override
    public CompletableFuture<StoreState> unlock() {
        return CompletableFuture.supplyAsync(connections::unlock, parts.workers());
    }

    @Override
    public CompletableFuture<AddOutcome> add(MigrationKey migration, String name, List<String> tags) {
        return CompletableFuture.supplyAsync(() -> register.add(migration, name, tags), parts.workers());
    }

    @Override
    public CompletableFuture<Void> rename(MigrationKey migration, String name) {
        return CompletableFuture.runAsync(() -> register.rename(migration, name), parts.workers());
    }

    @Override
    public CompletableFuture<Void> tag(MigrationKey migration, List<String> tags) {
        return CompletableFuture.runAsync(() -> register.tag(migration, tags), parts.workers());
    }

    @Override
    public CompletableFuture<Void> remove(MigrationKey migration) {
        return CompletableFuture.runAsync(() -> register.remove(migration), parts.workers());
    }

    @Override
    public CompletableFuture<Command> command(CommandRequest request) {
        return CompletableFuture.supplyAsync(() -> commands.carryOut(request, user), parts.workers());
    }

    @Override
    public CompletableFuture<InitializeOutcome> initialize(
            ConnectionId connection, InitializeRequest request, String name) {
        return CompletableFuture.supplyAsync(
                () -> initializes.carryOut(connection, request, name), parts.workers());
    }

    @Override
    public CompletableFuture<List<Initialization>> initializations() {
        return CompletableFuture.supplyAsync(() -> parts.journal().initializations(), parts.workers());
    }

    @Override
    public Subscription subscribeToAlerts(Consumer<AlertBoard> listener) {
        return alerts.subscribe(listener);
    }

    @Override
    public CompletableFuture<Optional<String>> acknowledge(Collection<String> alertIds) {
        return CompletableFuture.supplyAsync(() -> alerts.acknowledge(alertIds), parts.workers());
    }

    @Override
    public WatchSettings settings() {
        return schedule.settings();
    }

    @Override
    public void useIntervals(Intervals intervals) {
        schedule.use(intervals);
        var now = parts.clock().instant();
        state.change(s -> s.entries().forEach(entry -> {
            schedule.again(entry, now);
            s.touch(entry);
        }));
    }

    @Override
    public CompletableFuture<Disposal> disposable(Instant before) {
        return CompletableFuture.supplyAsync(() -> parts.journal().disposable(before), parts.workers());
    }

    @Override
    public CompletableFuture<Disposal> dispose(Instant before) {
        return CompletableFuture.supplyAsync(() -> parts.journal().dispose(before), parts.workers());
    }

    @Override
    public CompletableFuture<History> history(MigrationKey migration, Instant from) {
        return CompletableFuture.supplyAsync(() -> parts.journal().history(migration, from), parts.workers());
    }

    @Override
    public CompletableFuture<Void> export(ExportFormat format, ZoneId zone, Path target) {
        return CompletableFuture.runAsync(
                () -> parts.journal().export(zone).write(format, target), parts.workers());
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
        ticking.shutdown();
        state.change(WatchState::close);
    }
}
