package dev.longshore.notify;

import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.platform.Workers;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.engine.FakeApi;
import dev.longshore.watch.engine.NoTokenStore;
import dev.longshore.watch.engine.PollingWatch;
import dev.longshore.watch.engine.WatchDependencies;
import dev.longshore.watch.engine.WatchFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A program of its own: a real watch in a hurry on a service whose imports fail and recover, and notifications. Their time
 * goes faster than life, so that what has not arrived is tried again soon.
 */
final class NotifyProgram implements AutoCloseable {
    static final int MIGRATIONS = 12;
    private static final int FASTER = 20;
    private static final Duration OFTEN = Duration.ofMillis(25);
    /** What comes too late is sent again with the same ID, as what is cut off is. */
    private static final Duration IN_A_HURRY = Duration.ofMillis(500);
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);

    final SqliteJournal journal;
    private final FakeApi api;
    private final PollingWatch watch;
    private final NotificationService notifications;
    private final Workers workers = new Workers();

    /** @param origin when all programs on that folder took the time to be what it was */
    NotifyProgram(Path folder, Instant origin) {
        var clock = InstantSource.system();
        journal = SqliteJournal.open(folder, clock, EnglishText::say);
        journal.save(WatchFixture.PROD);
        refs().forEach(ref -> journal.save(
                new RegisteredMigration(WatchFixture.key(ref), ref.migration().value(), Instant.EPOCH)));
        api = new FakeApi(clock);
        say("ReceivingFiles");
        var settings = new WatchSettings(
                new Intervals(OFTEN, OFTEN, OFTEN, OFTEN, OFTEN), OFTEN, Duration.ofSeconds(3), Duration.ofMinutes(1),
                60_000, 16);
        watch = new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), (_, _) -> api, clock, workers), settings,
                new Random(1), "dba");
        notifications = NotificationService.start(
                journal, watch, new NotificationService.WatchAndComputerClock(clock, faster(clock, origin)), workers,
                NotifyFixture.settings(folder, Map.of(), NotifyFixture.direct(IN_A_HURRY)));
        watch.start(List.of(new PollingWatch.ConnectionToOpen(WatchFixture.PROD, Secret.of("AstraCS:test"))));
    }

    private static InstantSource faster(InstantSource clock, Instant origin) {
        return () -> origin.plus(Duration.between(origin, clock.instant()).multipliedBy(FASTER));
    }

    private static List<MigrationRef> refs() {
        return IntStream.range(0, MIGRATIONS)
                .mapToObj(i -> new MigrationRef(new DatabaseId("db-" + i), new MigrationId("m-" + i))).toList();
    }

    private void say(String word) {
        refs().forEach(ref -> api.says(ref, word));
    }

    /** Takes the data folder, and goes on until it is killed. */
    public static void main(String[] arguments) {
        var program = new NotifyProgram(Path.of(arguments[0]), Instant.parse(arguments[1]));
        var random = new Random();
        while (true) {
            var ref = refs().get(random.nextInt(MIGRATIONS));
            program.api.says(ref, random.nextBoolean() ? "ERROR" : "ReceivingFiles");
            LockSupport.parkNanos(BETWEEN_CHANGES.toNanos());
        }
    }

    @Override
    public void close() throws InterruptedException {
        notifications.close();
        watch.close();
        workers.close();
        journal.close();
    }
}
