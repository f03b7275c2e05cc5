package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.demo.Demonstration;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.devops.http.TrustedStores;
import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.journal.TeamJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.notify.NetworkAccess;
import dev.longshore.notify.NotificationService;
import dev.longshore.notify.NotificationSettings;
import dev.longshore.platform.Folders;
import dev.longshore.platform.LogFile;
import dev.longshore.platform.SettingsFile;
import dev.longshore.platform.SingleInstance;
import dev.longshore.platform.SystemProxies;
import dev.longshore.platform.Version;
import dev.longshore.platform.Workers;
import dev.longshore.secret.AddressedTokenStore;
import dev.longshore.secret.FindResult;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.secret.TokenStore;
import dev.longshore.serve.RequestCounts;
import dev.longshore.serve.RouteCount;
import dev.longshore.serve.SubscribedCalendar;
import dev.longshore.serve.WatchMetrics;
import dev.longshore.serve.WatchServer;
import dev.longshore.simulator.SimulatedClock;
import dev.longshore.start.GivenTokens;
import dev.longshore.start.HandedTokens;
import dev.longshore.start.JournalAccess;
import dev.longshore.start.ProgramStart;
import dev.longshore.start.StartConnections;
import dev.longshore.start.StartTokens;
import dev.longshore.text.FactText;
import dev.longshore.text.TimeText;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.Retention;
import dev.longshore.watch.Snapshot;
import dev.longshore.watch.TokenLocation;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where the program is put together, for both homes of the watch, so it knows nothing of windows: makes
 * everything by constructors and closes it in reverse order. Opening and closing block and do not belong on the FX thread.
 */
final class AppContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppContext.class);
    private static final Duration STANDS_STILL = Duration.ofMinutes(1);

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final ProgramStart.ProgramStorage storage;
    private final Folders folders;
    private final InstantSource clock;
    private final PollingWatch watch;
    private final Optional<SimulatedClock> simulatorClock;
    private final SettingsFile settings;
    private final SingleInstance instance;
    private final SystemProxies proxies;
    private final Workers workers;
    private final JournalAccess journalAccess;
    private final boolean isJournalGiven;
    private final Journal journal;
    private final TokenStore tokens;
    private final List<PollingWatch.ConnectionToOpen> opened;
    private final HandedTokens handed;
    private final Snapshot before;
    private final List<MigrationKey> toRegister;
    private final NotificationService notifications;
    private final RequestCounts requestCounts = new RequestCounts();

    /** As {@link #AppContext(ProgramStart, Map, InstantSource)}, for a window; {@code usual} is the usual data folder. */
    AppContext(Arguments.OpenWindow start, Folders usual, Map<String, String> environment, InstantSource computerClock)
            throws IOException {
        this(ProgramStart.of(start, usual, environment), environment, computerClock);
    }

    /** As {@link #AppContext(ProgramStart, DataFolderClaim, Map, InstantSource)}, with the folder as it is free now. */
    AppContext(ProgramStart start, Map<String, String> environment, InstantSource computerClock) throws IOException {
        this(start, SingleInstance::claim, environment, computerClock);
    }

    /** How the data folder is taken for this program. */
    interface DataFolderClaim {
        /** Takes it for the watch in that home. */
        SingleInstance take(Path dataFolder, SingleInstance.Home home) throws IOException;
    }

    /**
     * Opens the data folder and begins to watch what is kept there, and what the start adds.
     *
     * @param start what the program was started for
     * @param claim takes the data folder
     * @param environment the environment variables
     * @param computerClock the clock of this computer, however wrong
     * @throws IOException with a sentence for the user when the data folder cannot be used or, for a demonstration,
     *     no loopback port can be had
     * @throws dev.longshore.journal.JournalException with a sentence for the user when the journal cannot be opened
     */
    AppContext(ProgramStart start, DataFolderClaim claim, Map<String, String> environment, InstantSource computerClock)
            throws IOException {
        try {
            this.folders = start.folders();
            folders.create(start.isDemonstration());
            this.instance = closing(claim.take(folders.data(), start.home()));
            closing(LogFile.open(folders.logs()));
            var demonstration = start.isDemonstration()
                    ? closing(Demonstration.start(start.demonstration().get(), folders)) : null;
            this.clock = demonstration == null ? computerClock : demonstration.clock();
            this.simulatorClock = Optional.ofNullable(demonstration).map(Demonstration::clock);
            this.settings = closing(SettingsFile.open(folders.settings(), SettingsFile.USUAL_DELAY));
            var keyring = closing(KeyringTokenStore.ofSystem(
                    System.getProperty("os.name"), environment, KeyringTokenStore.USUAL_DEADLINE));
            this.tokens = new AddressedTokenStore(
                    keyring, settings::find, (key, value) -> settings.saveAtOnce(key, value).join());
            this.journalAccess = new JournalAccess(settings, tokens, environment);
            var address = start.isDemonstration() ? Optional.<JournalAddress>empty()
                    : JournalAccess.address(start.storage().journal(), settings::find);
            this.storage = new ProgramStart.ProgramStorage(folders, address.or(() -> start.storage().journal()));
            this.isJournalGiven = start.storage().journal().isPresent();
            this.journal = closing(openJournal(address));
            refuseReader(start, address);
            this.proxies = new SystemProxies(environment, ProxySelector.getDefault());
            var trustedStores = TrustedStores.ofSystem(
                    System.getProperty("os.name"), environment, settings.find("trust.file"));
            var connector = requestCounts.counting(
                    new OkHttpConnector(clock, ClientOptions.defaults(Version.current()).proxiesOf(proxies)
                            .trusting(trustedStores)));
            this.workers = closing(new Workers());
            var dependencies = new WatchDependencies(journal, tokens, connector, clock, workers);
            var usualPace = WatchSettings.standard().with(Intervals.read(settings::find));
            var pace = demonstration == null ? usualPace : usualPace.acceleratedBy(demonstration.clock().speed());
            if (demonstration != null) {
                demonstration.saveTo(journal, pace.lag());
            }
            this.watch = closing(new PollingWatch(
                    dependencies, pace, new Random(), System.getProperty("user.name", ""),
                    // The history of a demonstration goes on until its start: nobody was away.
                    instance.continuesAnother() || demonstration != null));
            watch.usePolicies(CleanupPolicy.read(settings.find(CleanupPolicy.KEY).orElse("")));
            purgeOnce();
            this.handed = instance.handedOver().map(HandedTokens::of).orElse(HandedTokens.none());
            var startConnections = new StartConnections(
                    journal.connections(), start.target(), start.tokens().with(handed),
                    // A program that is killed right after its start knows its token again.
                    new GivenTokens(settings::find, (key, value) -> settings.saveAtOnce(key, value).join()));
            this.opened = demonstration == null ? startConnections.all() : demonstration.connectionsToOpen();
            this.before = watch.snapshot();
            this.toRegister = startConnections.migrations();
            this.notifications = closing(NotificationService.start(
                    journal, watch, new NotificationService.WatchAndComputerClock(clock, computerClock), workers,
                    new NotificationSettings(
                            start.target().routes().orElse(folders.routes()), environment, ZoneId.systemDefault(),
                            Launcher.texts(),
                            new NetworkAccess(proxies, () -> Optional.of(OkHttpConnector.trust(trustedStores)),
                                    NetworkAccess.USUAL_TIMEOUT))));
            watch.start(opened);
            StartConnections.register(toRegister, watch);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Once the service has told its time: a clock that is ahead would throw away what is to be kept, for the team as well.
     * By what is set then, which may be hours after the start.
     */
    private void purgeOnce() {
        var isDone = new AtomicBoolean();
        watch.subscribe(snapshot -> {
            if (!isDone.get()) {
                snapshot.connections().stream()
                        .filter(each -> each.clockOffset() != null && each.knowsTime(clock.instant())).findFirst()
                        .map(each -> each.serviceTime(clock.instant()))
                        .filter(_ -> isDone.compareAndSet(false, true))
                        .flatMap(now -> Retention.read(settings.find(Retention.KEY)).before(now))
                        .ifPresent(watch::purge);
            }
        });
    }

    private Journal openJournal(Optional<JournalAddress> address) {
        return address.map(this::openTeamJournal)
                .orElseGet(() -> SqliteJournal.open(folders.data(), clock, FactText.english(clock)::of));
    }

    /** A window shows what the others have seen; a watch that may record nothing would only seem to watch. */
    private void refuseReader(ProgramStart start, Optional<JournalAddress> address) {
        if (start.home() == SingleInstance.Home.CONSOLE && journal.isForReading()) {
            throw new JournalException(Fact.of(
                    JournalFact.SERVER_FOR_READING, address.map(JournalAddress::place).orElse("")));
        }
    }

    private Journal openTeamJournal(JournalAddress address) {
        var english = FactText.english(clock);
        var server = journalAccess.server(address);
        var opened = PostgresJournal.open(server, english::of, System.getProperty("user.name", ""));
        if (journalAccess.isToBringIn(address)) {
            try {
                journalAccess.broughtIn(TeamJournal.bringIn(folders.data(), server, english::of));
            } catch (JournalException e) {
                LOG.warn("What the local journal holds could not be brought in; it is tried again at the next start",
                        e);
            }
        }
        return opened;
    }

    /**
     * The tokens that are in no keystore, for the watch that goes on after this one. Blocks. Those of a demonstration are
     * good for nothing afterwards and are not among them.
     */
    HandedTokens tokensInMemory() {
        var held = new HashMap<ConnectionId, Secret>();
        if (!isDemonstration()) {
            var connections = journal.connections().stream().map(Connection::id).toList();
            opened.stream().filter(each -> connections.contains(each.connection().id()))
                    .forEach(each -> held.put(each.connection().id(), each.token()));
            watch.snapshot().connections().forEach(each -> replaceToken(held, each));
        }
        return new HandedTokens(held, false);
    }

    /** A token that the user has entered since is newer than the one of the start. */
    private void replaceToken(Map<ConnectionId, Secret> held, WatchedConnection connection) {
        var id = connection.connection().id();
        switch (connection.token()) {
            case TokenLocation.InKeystore _ -> held.remove(id);
            case TokenLocation.SessionOnly _ -> {
                if (tokens.find(connection.connection()) instanceof FindResult.TokenFound(var token, _)) {
                    held.put(id, token);
                }
            }
            case TokenLocation.GivenAtStart _,TokenLocation.NoToken _ -> {
            }
        }
    }

    /** True when a watch without a window goes on by itself as soon as this one has closed. */
    boolean isWaitedFor() {
        return handed.goesOn();
    }

    boolean isDemonstration() {
        return simulatorClock.isPresent();
    }

    /** What was known before anything was asked. */
    Snapshot before() {
        return before;
    }

    /** The migrations that are on the list, and those that the start puts there. */
    int migrationCount() {
        var keys = watch.snapshot().migrations().stream().map(WatchedMigration::key).collect(Collectors.toSet());
        keys.addAll(toRegister);
        return keys.size();
    }

    /** True when a token came with the start, and no connection that it is for. */
    boolean hasUnusedToken(StartTokens given) {
        return given.given().isPresent() && opened.isEmpty();
    }

    /** Begins to answer over HTTP; ends with this. */
    WatchServer serve(InetSocketAddress address, Optional<Secret> token) {
        var metrics = new WatchMetrics(watch, requestCounts, this::routeCounts, clock, Version.current());
        var times = new TimeText(clock, ZoneId.systemDefault(), () -> TimeText.ZoneChoice.LOCAL, Launcher.texts());
        var calendar = new SubscribedCalendar(watch, journal::calendarAddress, clock,
                new FactText(Launcher.texts(), times)::of);
        return closing(WatchServer.start(address, token, metrics, calendar, this::trouble));
    }

    private List<RouteCount> routeCounts() {
        return notifications.routes().stream()
                .map(each -> new RouteCount(each.route().name(), each.sent(), each.failed(), each.waiting()))
                .toList();
    }

    /** Why the watch is not well, in English, for those who check that from outside. */
    private Optional<String> trouble() {
        var stands = watch.lastCheck().filter(each -> each.plus(STANDS_STILL).isBefore(clock.instant()))
                .map(each -> "Nothing is watched since " + each + ".");
        return stands.or(() -> watch.snapshot().troubles().stream().findFirst().map(FactText.english(clock)::of));
    }

    Folders folders() {
        return folders;
    }

    /** Where everything is kept. */
    ProgramStart.ProgramStorage storage() {
        return storage;
    }

    /** Chooses the journal of the next start. */
    JournalAccess journalAccess() {
        return journalAccess;
    }

    /** True when the command line says which journal is used. */
    boolean isJournalGiven() {
        return isJournalGiven;
    }

    /** The journal, for those who read it beside the watch; blocks. */
    Journal journal() {
        return journal;
    }

    /** Run what blocks. */
    Workers workers() {
        return workers;
    }

    /** What was asked of the service, by connection. */
    RequestCounts requestCounts() {
        return requestCounts;
    }

    Watch watch() {
        return watch;
    }

    /** Carries alerts out of the window. */
    NotificationService notifications() {
        return notifications;
    }

    InstantSource clock() {
        return clock;
    }

    SettingsFile settings() {
        return settings;
    }

    /** Through what the service is reached where nothing else is said. */
    SystemProxies proxies() {
        return proxies;
    }

    /** Tells of a second start. */
    SingleInstance instance() {
        return instance;
    }

    /** The time of the built-in simulator, or empty where none runs. */
    Optional<SimulatedClock> simulatorClock() {
        return simulatorClock;
    }

    private <T extends AutoCloseable> T closing(T part) {
        toClose.push(part);
        return part;
    }

    /** Closes everything, whatever happens on the way. */
    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            try {
                toClose.pop().close();
            } catch (Exception e) {
                LOG.warn("A part of the program did not close cleanly", e);
            }
        }
    }
}
