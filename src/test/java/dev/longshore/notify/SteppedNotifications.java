package dev.longshore.notify;

import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.devops.http.TrustedStores;
import dev.longshore.journal.Journal;
import dev.longshore.text.Texts;
import dev.longshore.watch.Watch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.SocketFactory;
import javax.net.ssl.X509TrustManager;

/** The real notifications without their own clock: they look when they are told to, and work where their workers say. */
public final class SteppedNotifications implements AutoCloseable {
    /** No message takes so long by the clock of this computer. */
    private static final Duration NEVER = Duration.ofDays(1);
    /** Read once: it takes longer than anything else here. */
    private static final X509TrustManager TRUST = OkHttpConnector.trust(TrustedStores.ofRuntime());

    private final NotificationService notifications;

    /**
     * Begins to listen to the watch.
     *
     * @param workers send the messages
     * @param routes where they go
     */
    public SteppedNotifications(Journal journal, Watch watch, InstantSource clock, Executor workers,
            RoutesAndSockets routes) {
        var network = new NetworkAccess(
                NotifyFixture.direct().proxies(), () -> Optional.of(TRUST), NEVER, routes.sockets());
        notifications = new NotificationService(
                journal, watch, NotificationService.WatchAndComputerClock.same(clock), workers,
                new NotificationSettings(routes.file(), Map.of("KEY", "routing-key"), ZoneId.of("Europe/Berlin"),
                        new Texts(Locale.ENGLISH), network));
        notifications.listen();
    }

    /**
     * Where messages go.
     *
     * @param file the file of routes; KEY is the variable with the key of PagerDuty
     * @param sockets make the connections to receivers
     */
    public record RoutesAndSockets(Path file, SocketFactory sockets) {}

    /** Looks what is due. */
    public void tick() {
        notifications.tick();
    }

    @Override
    public void close() {
        notifications.close();
    }
}
