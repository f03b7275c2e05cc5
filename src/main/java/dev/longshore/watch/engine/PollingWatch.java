package dev.longshore.watch.engine;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.journal.ExportFormat;
import dev.longshore.journal.PurgeResult;
import dev.longshore.model.CalendarAddress;
import dev.longshore.model.Command;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.History;
import dev.longshore.model.KeptFileList;
import dev.longshore.model.KeystoreState;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Remark.AlertCause;
import dev.longshore.model.Remark.RemarkKind;
import dev.longshore.model.Secret;
import dev.longshore.model.activity.ActivityPage;
import dev.longshore.model.activity.ActivityQuery;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.LifecycleFact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.Preflight.ServiceAnswers;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.InitializeOutcome;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.RouteTrouble;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchSettings;
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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
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
    /** For so many seconds of this computer a window may show the time before, however fast the watch's clock goes. */
    private static final int BEHIND = 60;

    private final WatchState state = new WatchState();
    private final SnapshotBuilder snapshots;
    private final Publisher<Snapshot> publisher;
    private final String user;
    private final WatchDependencies dependencies;
    private final JournalWriter journalWriter;
    private final PollSchedule pollSchedule;
    private final Poller poller;
    private final CommandExecutor commands;
    private final Connections connections;
    private final DatabaseListing databaseListing;
    private final MigrationList migrationList;
    private final Colleagues colleagues;
    private final InitializeExecutor initializes;
    private final UserDates userDates;
    private final LaunchQueues launchQueues;
    private final UserRemarks userRemarks;
    private final CleanupMover cleanupMover;
    private final AlertService alerts;
    private final SleepDetector sleepDetector;
    private final ScheduledExecutorService ticking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch-", 0).factory());

    private @Nullable Future<?> ticks;
    private volatile @Nullable Instant lastCheck;

    /**
     * A watch that knows what the journal knows; it asks nothing before {@link #start}. Reads the journal.
     *
     * @param user who uses this computer, for the record of what was asked for
     */
    public PollingWatch(WatchDependencies dependencies, WatchSettings settings, RandomGenerator random, String user) {
        this(dependencies, settings, random, user, false);
    }

    /**
     * As {@link #PollingWatch(WatchDependencies, WatchSettings, RandomGenerator, String)}.
     *
     * @param continues true where the journal is that of a watch that has stopped just now: nobody was blind, and nothing is
     *     asked before its time
     */
    public PollingWatch(WatchDependencies dependencies, WatchSettings settings, RandomGenerator random, String user,
            boolean continues) {
        this.user = user;
        this.dependencies = dependencies;
        this.snapshots = new SnapshotBuilder(settings.shortest().multipliedBy(BEHIND));
        this.pollSchedule = new PollSchedule(settings, random);
        this.journalWriter = new JournalWriter(dependencies.journal(), state);
        var healthRules = new ConnectionHealthRules(pollSchedule);
        this.poller = new Poller(
                state, dependencies, settings,
                new StatusAnswers(state, dependencies, journalWriter, pollSchedule, settings));
        this.commands = new CommandExecutor(state, dependencies, journalWriter, snapshots, healthRules);
        this.connections = new Connections(state, dependencies, journalWriter, settings);
        this.databaseListing = new DatabaseListing(state, dependencies, journalWriter, settings, healthRules);
        this.migrationList = new MigrationList(state, dependencies, journalWriter, poller, pollSchedule);
        var missedEvents = new MissedEvents(dependencies.workers(), journalWriter);
        this.alerts = new AlertService(dependencies, journalWriter, missedEvents,
                new SharedAlerts(state, dependencies, user));
        this.initializes = new InitializeExecutor(state, dependencies, journalWriter, user);
        this.userDates = new UserDates(state, journalWriter);
        this.launchQueues = new LaunchQueues(state, dependencies, journalWriter, snapshots, commands);
        this.userRemarks = new UserRemarks(state, dependencies, journalWriter);
        this.cleanupMover = new CleanupMover(state, dependencies, snapshots, commands);
        this.sleepDetector = new SleepDetector(state, pollSchedule, settings.wakeGap(), missedEvents,
                dependencies.clock().instant());
        state.change(s -> s.setJournal(
                dependencies.journal().isShared(), dependencies.journal().isForReading()));
        readWhatUsersSet();
        userRemarks.read();
        this.colleagues = new Colleagues(state, dependencies, journalWriter, migrationList, pollSchedule);
        colleagues.begin();
        migrationList.read();
        if (continues || colleagues.isAnybodyThere()) {
            var now = dependencies.clock().instant();
            state.change(s -> s.migrations().forEach(each -> {
                pollSchedule.carryOn(each, now);
                each.isCarriedOn &= continues || !each.needsOwnAnswer();
                if (!continues && each.isCarriedOn) {
                    pollSchedule.leaveToColleague(each);
                }
            }));
        } else {
            missedEvents.started(state, dependencies.clock().instant());
        }
        initializes.settleAtStart();
        this.publisher = new Publisher<>(state.with(s -> snapshots.make(s, dependencies.clock().instant())));
    }

    /**
     * Begins to watch: the connections that were kept, each with the token that is kept for it, and those of {@code
     * openings} with the token that comes with them. A connection of {@code openings} is kept as well.
     */
    public void start(List<ConnectionToOpen> openings) {
        dependencies.workers().execute(this::readHistories);
        openings.forEach(each -> connections.open(each.connection(), each.token()));
        var opened = openings.stream().map(each -> each.connection().id()).toList();
        for (var connection : dependencies.journal().connections()) {
            if (!opened.contains(connection.id())) {
                dependencies.workers().execute(() -> connections.restore(connection));
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
    public record ConnectionToOpen(Connection connection, Secret token) {}

    /** Takes over what takes a while to read. */
    public void readHistories() {
        migrationList.readHistories();
        launchQueues.begin();
        alerts.begin();
        cleanupMover.begin();
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
            if (ticking.isShutdown()) {
                // What it needs may be closed already by whoever closes this.
                LOG.debug("The watch was closed meanwhile", unexpected);
            } else {
                // A scheduled task that throws is never run again, and nobody would watch any more.
                LOG.error("The watch stumbled and goes on", unexpected);
            }
        }
    }

    /** Requests what is due. Called by the clock; tests call it themselves. */
    public void tick() {
        sleepDetector.check(dependencies.clock().instant());
        databaseListing.listWhatIsDue();
        poller.requestWhatIsDue();
        launchQueues.launchWhatIsDue();
        cleanupMover.moveWhatIsDue();
        publish();
        alert();
        lastCheck = dependencies.clock().instant();
        if (colleagues.isDue()) {
            dependencies.workers().execute(() -> colleagues.catchUp(
                    connections::restore, this::readWhatUsersSet, userRemarks::read));
        }
        if (journalWriter.isDue(dependencies.clock().instant())) {
            dependencies.workers().execute(journalWriter::catchUp);
        }
    }

    private void readWhatUsersSet() {
        userDates.read(dependencies.journal());
        launchQueues.read(dependencies.journal());
    }

    private void alert() {
        var newest = publisher.newest();
        if (alerts.isDue(newest, dependencies.clock().instant())) {
            dependencies.workers().execute(() -> alerts.evaluate(newest));
        }
    }

    private void publish() {
        var changed = state.with(s -> s.takeChanged() ? snapshots.make(s, dependencies.clock().instant()) : null);
        if (changed != null) {
            publisher.publish(changed);
        }
    }

    @Override
    public Snapshot snapshot() {
        return publisher.newest();
    }

    @Override
    public WatchSubscription subscribe(Consumer<Snapshot> listener) {
        return publisher.add(listener);
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
    public void useCredentials(@Nullable MigrationKey migration) {
        poller.useCredentials(migration);
    }

    @Override
    public CompletableFuture<ConnectionCheck> connect(
            Connection connection, @Nullable Secret token, BooleanSupplier isWanted) {
        return CompletableFuture.supplyAsync(
                () -> connections.connect(connection, token, isWanted), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> forget(ConnectionId connection) {
        return CompletableFuture.supplyAsync(() -> connections.forget(connection), dependencies.workers());
    }

    @Override
    public CompletableFuture<KeystoreState> keystore() {
        return CompletableFuture.supplyAsync(() -> dependencies.tokens().state(), dependencies.workers());
    }

    @Override
    public CompletableFuture<KeystoreState> unlock() {
        return CompletableFuture.supplyAsync(connections::unlock, dependencies.workers());
    }

    @Override
    public CompletableFuture<AddOutcome> add(MigrationKey migration, String name, List<String> tags) {
        return CompletableFuture.supplyAsync(() -> migrationList.add(migration, name, tags), dependencies.workers());
    }

    @Override
    public CompletableFuture<Void> rename(MigrationKey migration, String name) {
        return CompletableFuture.runAsync(() -> migrationList.rename(migration, name), dependencies.workers());
    }

    @Override
    public CompletableFuture<Void> tag(MigrationKey migration, List<String> tags) {
        return CompletableFuture.runAsync(() -> migrationList.tag(migration, tags), dependencies.workers());
    }

    @Override
    public CompletableFuture<Void> remove(MigrationKey migration) {
        return CompletableFuture.runAsync(() -> {
            launchQueues.stopBeforeRemoval(migration);
            migrationList.remove(migration);
        }, dependencies.workers());
    }

    @Override
    public CompletableFuture<Command> command(CommandRequest request) {
        return CompletableFuture.supplyAsync(() -> commands.execute(request, user), dependencies.workers());
    }

    @Override
    public CompletableFuture<List<KeptFileList>> fileLists(MigrationKey migration) {
        return CompletableFuture.supplyAsync(
                () -> dependencies.journal().fileLists(migration), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> saveFileLists(List<KeptFileList> lists) {
        return CompletableFuture.supplyAsync(
                () -> journalWriter.write(journal -> journal.saveFileLists(lists)), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> removeFileLists(MigrationKey migration) {
        return CompletableFuture.supplyAsync(
                () -> journalWriter.write(journal -> journal.removeFileLists(migration)), dependencies.workers());
    }

    @Override
    public CompletableFuture<ServiceAnswers> askAbout(DatabaseKey database) {
        return CompletableFuture.supplyAsync(
                () -> databaseListing.ask(database), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> changeQueue(DatabaseKey database, QueueChange change) {
        return CompletableFuture.supplyAsync(
                () -> launchQueues.change(database, change, user), dependencies.workers());
    }

    @Override
    public CompletableFuture<InitializeOutcome> initialize(
            ConnectionId connection, InitializeRequest request, String name, @Nullable MigrationKey follows) {
        return CompletableFuture.supplyAsync(
                () -> initializes.execute(connection, request, name, follows), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> dismissInitialization(String id) {
        return CompletableFuture.supplyAsync(() -> initializes.dismiss(id), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(OwnDeadline deadline) {
        return CompletableFuture.supplyAsync(() -> userDates.save(deadline), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> save(FreezeWindow window) {
        return CompletableFuture.supplyAsync(() -> userDates.save(window, dependencies.clock().instant()),
                dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> removeFreeze(String id) {
        return CompletableFuture.supplyAsync(() -> userDates.removeFreeze(id, dependencies.clock().instant()),
                dependencies.workers());
    }

    @Override
    public void usePolicies(List<CleanupPolicy> policies) {
        cleanupMover.use(policies);
    }

    @Override
    public CompletableFuture<Optional<CalendarAddress>> calendarAddress() {
        return CompletableFuture.supplyAsync(() -> dependencies.journal().calendarAddress(), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> offerCalendar(boolean withNames) {
        return CompletableFuture.supplyAsync(
                () -> userDates.offerCalendar(withNames, dependencies.clock().instant()), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> revokeCalendar() {
        return CompletableFuture.supplyAsync(
                () -> userDates.revokeCalendar(dependencies.clock().instant()), dependencies.workers());
    }

    @Override
    public WatchSubscription subscribeToAlerts(Consumer<AlertsSnapshot> listener) {
        return alerts.subscribe(listener);
    }

    @Override
    public CompletableFuture<Optional<Fact>> acknowledge(Collection<String> alertIds) {
        return CompletableFuture.supplyAsync(() -> alerts.acknowledge(alertIds), dependencies.workers());
    }

    @Override
    public CompletableFuture<Optional<Fact>> claim(MigrationKey migration, @Nullable AlertCause alert, String text) {
        return remark(migration, alert, RemarkKind.CLAIM, text);
    }

    @Override
    public CompletableFuture<Optional<Fact>> release(MigrationKey migration, @Nullable AlertCause alert,
            String text) {
        return remark(migration, alert, RemarkKind.RELEASE, text);
    }

    @Override
    public CompletableFuture<Optional<Fact>> note(MigrationKey migration, String text) {
        return remark(migration, null, RemarkKind.NOTE, text);
    }

    private CompletableFuture<Optional<Fact>> remark(MigrationKey migration, @Nullable AlertCause alert,
            RemarkKind kind, String text) {
        return CompletableFuture.supplyAsync(
                () -> userRemarks.add(migration, alert, kind, user, text), dependencies.workers());
    }

    @Override
    public List<String> colleagues() {
        return state.colleagues();
    }

    @Override
    public Optional<Fact> journalRefusal() {
        return state.with(WatchState::isForReading) ? Optional.of(Fact.of(LifecycleFact.JOURNAL_FOR_READING))
                : Optional.empty();
    }

    @Override
    public String user() {
        return user;
    }

    @Override
    public WatchSettings settings() {
        return pollSchedule.settings();
    }

    @Override
    public Optional<Double> requestBudget(ConnectionId connection) {
        var now = dependencies.clock().instant();
        return state.with(s -> Optional.ofNullable(s.connection(connection)).map(each -> each.budget.left(now)));
    }

    @Override
    public Optional<Instant> lastCheck() {
        return Optional.ofNullable(lastCheck);
    }

    @Override
    public void showRouteTroubles(List<RouteTrouble> troubles) {
        alerts.show(troubles);
    }

    @Override
    public void useIntervals(Intervals intervals) {
        pollSchedule.use(intervals);
        var now = dependencies.clock().instant();
        state.change(s -> s.migrations().forEach(migrationState -> {
            pollSchedule.reschedule(migrationState, now);
            s.markChanged(migrationState);
        }));
    }

    @Override
    public CompletableFuture<PurgeResult> purgeable(Instant before) {
        return CompletableFuture.supplyAsync(() -> dependencies.journal().purgeable(before), dependencies.workers());
    }

    @Override
    public CompletableFuture<PurgeResult> purge(Instant before) {
        return CompletableFuture.supplyAsync(() -> dependencies.journal().purge(before), dependencies.workers());
    }

    @Override
    public <T> CompletableFuture<T> activity(ActivityQuery query, Function<ActivityPage, T> reader) {
        return CompletableFuture.supplyAsync(
                () -> reader.apply(dependencies.journal().activity(query)), dependencies.workers());
    }

    @Override
    public CompletableFuture<History> history(MigrationKey migration, Instant from) {
        return CompletableFuture.supplyAsync(() -> dependencies.journal().history(migration, from),
                dependencies.workers());
    }

    @Override
    public CompletableFuture<Void> export(
            ExportFormat format, ZoneId zone, Function<Fact, String> words, Path target) {
        return CompletableFuture.runAsync(
                () -> dependencies.journal().export(zone, words).write(format, target), dependencies.workers());
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
