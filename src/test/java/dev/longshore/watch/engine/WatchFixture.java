package dev.longshore.watch.engine;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.support.EnglishText;
import dev.longshore.support.ManualClock;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A watch on a real journal and a fake service, driven tick by tick on the test's own thread: what is published after
 * {@link #pass} is all there is to wait for.
 */
public final class WatchFixture implements AutoCloseable {
    public static final MigrationRef ORDERS = new MigrationRef(new DatabaseId("db-1"), new MigrationId("orders"));
    public static final MigrationRef BILLING = new MigrationRef(new DatabaseId("db-1"), new MigrationId("billing"));
    public static final Connection PROD = new Connection(
            new ConnectionId("prod"),
            "prod",
            URI.create("https://example.invalid"),
            Environment.PRODUCTION,
            false,
            Connection.TokenOrigin.KEYSTORE);

    public final ManualClock clock;
    public final FakeApi api;
    /** What the next connection is made to; null for the same again. */
    @Nullable FakeApi nextApi;
    public final SqliteJournal journal;
    public final PollingWatch watch;

    WatchFixture(Path folder, ManualClock clock, FakeApi api) {
        this(folder, clock, api, false);
    }

    private WatchFixture(Path folder, ManualClock clock, FakeApi api, boolean continues) {
        this.clock = clock;
        this.api = api;
        this.journal = SqliteJournal.open(folder, clock, EnglishText::say);
        var dependencies = new WatchDependencies(journal, new NoTokenStore(), (_, _) -> next(), clock, Runnable::run);
        this.watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba", continues);
    }

    private FakeApi next() {
        return nextApi == null ? api : nextApi;
    }

    public static WatchFixture begin(Path folder) {
        var clock = new ManualClock(Instant.parse("2026-11-21T03:00:00Z"));
        return new WatchFixture(folder, clock, new FakeApi(clock));
    }

    /** A rig that watches one migration which imports, already observed once. */
    public static WatchFixture importing(Path folder) {
        var fixture = begin(folder);
        fixture.api.says(ORDERS, "ImportInProgress", "34 %", null);
        fixture.connect();
        fixture.add(ORDERS);
        fixture.watch.tick();
        return fixture;
    }

    /** The same folder after the program ended and was started again. */
    public WatchFixture restarted(Path folder) {
        close();
        return new WatchFixture(folder, clock, api);
    }

    /** The same folder, taken over by another watch at once. */
    WatchFixture handedOver(Path folder) {
        close();
        return new WatchFixture(folder, clock, api, true);
    }

    public void connect() {
        watch.open(PROD, Secret.of("AstraCS:test"));
        watch.tick();
    }

    public void add(MigrationRef ref) {
        watch.add(key(ref), "").join();
    }

    /** Lets time pass in steps of five seconds, with a tick at each. */
    public void pass(Duration time) {
        var step = Duration.ofSeconds(5);
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(step)) {
            clock.advance(step);
            watch.tick();
        }
    }

    public WatchedMigration row(MigrationRef ref) {
        return watch.snapshot().migration(key(ref)).orElseThrow();
    }

    WatchedConnection connection() {
        return watch.snapshot().connection(PROD.id()).orElseThrow();
    }

    public static MigrationKey key(MigrationRef ref) {
        return new MigrationKey(PROD.id(), ref);
    }

    @Override
    public void close() {
        watch.close();
        journal.close();
    }
}
