package dev.longshore;

import dev.longshore.cli.Arguments;
import dev.longshore.demo.Demonstration;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.devops.http.TrustedStores;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.platform.Folders;
import dev.longshore.platform.LogFile;
import dev.longshore.platform.SettingsFile;
import dev.longshore.platform.SingleInstance;
import dev.longshore.platform.SystemProxies;
import dev.longshore.platform.Version;
import dev.longshore.platform.Workers;
import dev.longshore.secret.KeyringTokenStore;
import dev.longshore.start.GivenTokens;
import dev.longshore.start.StartConnections;
import dev.longshore.start.SupportBundle;
import dev.longshore.text.FactText;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.Retention;
import dev.longshore.watch.Watch;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.WatchDependencies;
import java.io.IOException;
import java.net.ProxySelector;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where the program is put together: makes everything by constructors and closes it in reverse order.
 * Opening and closing block and do not belong on the FX thread.
 */
final class AppContext implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AppContext.class);

    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final InstantSource clock;
    private final Watch watch;
    private final OptionalDouble simulatorSpeed;
    private final SettingsFile settings;
    private final SingleInstance instance;
    private final SystemProxies proxies;
    private final SupportBundle support;

    /**
     * Opens the data folder and begins to watch what is kept there, and what the arguments add.
     *
     * @param start what the program was started for
     * @param usual the usual data folder
     * @param environment the environment variables
     * @param computerClock the clock of this computer, however wrong
     * @throws IOException with a sentence for the user when the data folder cannot be used or, for a demonstration,
     *     no loopback port can be had
     * @throws dev.longshore.journal.JournalException with a sentence for the user when the journal cannot be opened
     */
    AppContext(Arguments.OpenWindow start, Folders usual, Map<String, String> environment, InstantSource computerClock)
            throws IOException {
        try {
            var folders = start.folders(usual);
            folders.create(start.demo());
            this.instance = closing(SingleInstance.claim(folders.data()));
            closing(LogFile.open(folders.logs()));
            var demonstration = start.demo() ? closing(Demonstration.start(start.demoSpeed(), folders)) : null;
            this.clock = demonstration == null ? computerClock : demonstration.clock();
            this.simulatorSpeed = demonstration == null ? OptionalDouble.empty()
                    : OptionalDouble.of(demonstration.speed());
            this.settings = closing(SettingsFile.open(folders.settings(), SettingsFile.USUAL_DELAY));
            var journal = closing(SqliteJournal.open(folders.data(), clock, FactText.english(clock)::of));
            var tokens = closing(KeyringTokenStore.ofSystem(
                    System.getProperty("os.name"), environment, KeyringTokenStore.USUAL_DEADLINE));
            this.proxies = new SystemProxies(environment, ProxySelector.getDefault());
            var connector = new OkHttpConnector(clock, ClientOptions.defaults(Version.current()).proxiesOf(proxies)
                    .trusting(TrustedStores.ofSystem(
                            System.getProperty("os.name"), environment, settings.find("trust.file"))));
            var workers = closing(new Workers());
            var dependencies = new WatchDependencies(journal, tokens, connector, clock, workers);
            var usualPace = WatchSettings.standard().with(Intervals.read(settings::find));
            var pace = demonstration == null ? usualPace : usualPace.acceleratedBy(demonstration.speed());
            if (demonstration != null) {
                demonstration.saveTo(journal, pace.lag());
            }
            var polling = closing(new PollingWatch(
                    dependencies, pace, new Random(), System.getProperty("user.name", "")));
            this.watch = polling;
            Retention.read(settings.find(Retention.KEY)).before(clock.instant()).ifPresent(polling::purge);
            this.support = new SupportBundle(folders, clock, journal::figures, polling::snapshot, workers);
            var startConnections = new StartConnections(
                    journal.connections(), start, environment, new GivenTokens(settings::find, settings::save));
            polling.start(demonstration == null ? startConnections.all() : demonstration.connectionsToOpen());
            StartConnections.register(startConnections.migrations(), polling);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    Watch watch() {
        return watch;
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

    /** Gathers what helps to find a fault. */
    SupportBundle support() {
        return support;
    }

    /** Tells of a second start. */
    SingleInstance instance() {
        return instance;
    }

    /** How many times faster than life the built-in simulator runs, or empty where none does. */
    OptionalDouble simulatorSpeed() {
        return simulatorSpeed;
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
