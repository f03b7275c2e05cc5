package dev.longshore.notify;

import dev.longshore.platform.Folders;
import dev.longshore.support.ManualClock;
import dev.longshore.support.TestWait;
import dev.longshore.text.Texts;
import dev.longshore.watch.engine.WatchFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notifications over a real watch and a real journal on a fake service, driven tick by tick on the test's own thread. */
final class NotifyFixture implements AutoCloseable {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration STEP = Duration.ofSeconds(5);

    final WatchFixture world;
    final NotificationService notifications;
    private final Map<String, String> environment;
    private final Path folder;

    private NotifyFixture(Path folder, WatchFixture world, Map<String, String> environment) {
        this.folder = folder;
        this.world = world;
        this.environment = environment;
        notifications = new NotificationService(world.journal, world.watch,
                NotificationService.WatchAndComputerClock.same(world.clock),
                Runnable::run, settings(folder, environment, direct()));
        notifications.listen();
    }

    static NotificationSettings settings(Path folder, Map<String, String> environment, NetworkAccess network) {
        return new NotificationSettings(
                new Folders(folder).routes(), environment, BERLIN, new Texts(Locale.ENGLISH), network);
    }

    /** Without proxies, with the certificates of the runtime; however busy the computer is, nothing comes too late. */
    static NetworkAccess direct() {
        return direct(TestWait.LIMIT);
    }

    /** The same for a test in which a receiver answers too late. */
    static NetworkAccess direct(Duration timeout) {
        return new NetworkAccess(new ProxySelector() {
            @Override
            public List<Proxy> select(@Nullable URI uri) {
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException why) {
                // It is told by the call.
            }
        }, Optional::empty, timeout);
    }

    /** One migration is importing, and these are the routes. */
    static NotifyFixture importing(Path folder, String routes, Map<String, String> environment) {
        write(folder, routes);
        return new NotifyFixture(folder, WatchFixture.importing(folder), environment).begun();
    }

    static NotifyFixture importing(Path folder, String routes) {
        return importing(folder, routes, Map.of());
    }

    static void write(Path folder, String routes) {
        try {
            Files.writeString(new Folders(folder).routes(), routes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NotifyFixture begun() {
        world.watch.readHistories();
        return this;
    }

    ManualClock clock() {
        return world.clock;
    }

    /** The same folder after the program ended and was started again. */
    NotifyFixture restarted() {
        notifications.close();
        var next = new NotifyFixture(folder, world.restarted(folder), environment);
        next.world.connect();
        return next.begun();
    }

    void pass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(STEP)) {
            world.clock.advance(STEP);
            world.watch.tick();
            notifications.tick();
        }
    }

    @Override
    public void close() {
        notifications.close();
        world.close();
    }
}
