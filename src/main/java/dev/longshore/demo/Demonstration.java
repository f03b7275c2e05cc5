package dev.longshore.demo;

import dev.longshore.journal.Journal;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.RegisteredMigration;
import dev.longshore.model.Secret;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.model.userdate.OwnDeadline;
import dev.longshore.model.userdate.OwnDeadline.DeadlineAnchor;
import dev.longshore.model.userdate.OwnDeadline.DeadlineRule;
import dev.longshore.platform.Folders;
import dev.longshore.simulator.SimulatedClock;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.sample.SampleMigration;
import dev.longshore.watch.engine.PollingWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The built-in simulator with its sample organisation, and the connection to it. The program runs on the simulator's clock, so that
 * ages and distances fit what is shown.
 */
public final class Demonstration implements AutoCloseable {
    /** A second is a minute: imports are seen to move, and no deadline passes while somebody reads. */
    private static final double USUAL_SPEED = 60;
    private static final ConnectionId ID = new ConnectionId("simulator");

    private final Simulator simulator;

    private Demonstration(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Starts the simulator. Its migrations begin anew each time, so the journal of an earlier demonstration is deleted.
     *
     * @param speed simulated seconds per second, or empty for the usual one
     * @param folders made by {@link Folders#create} for a demonstration, and locked by this program
     * @throws IOException when no loopback port can be had or the old journal cannot be deleted
     */
    public static Demonstration start(OptionalDouble speed, Folders folders) throws IOException {
        if (!folders.isOfDemonstration()) {
            throw new IllegalStateException(folders.data() + " was not made by a demonstration");
        }
        deletePrevious(folders);
        var options = SimulatorOptions.demonstration(speed.orElse(USUAL_SPEED)).build();
        return new Demonstration(Simulator.start(options));
    }

    /** With its backups: from one of them the journal would be restored. */
    private static void deletePrevious(Folders folders) throws IOException {
        var journal = folders.journal();
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(journal.resolveSibling(journal.getFileName() + suffix));
        }
        if (Files.isDirectory(folders.backups(), LinkOption.NOFOLLOW_LINKS)) {
            try (var backups = Files.newDirectoryStream(folders.backups(), "*.db")) {
                for (var each : backups) {
                    Files.delete(each);
                }
            }
        }
    }

    public SimulatedClock clock() {
        return simulator.clock();
    }

    public List<PollingWatch.ConnectionToOpen> connectionsToOpen() {
        return List.of(new PollingWatch.ConnectionToOpen(connection(), Secret.of(simulator.fullToken())));
    }

    private Connection connection() {
        return new Connection(
                ID,
                "Simulator",
                simulator.baseUrl(),
                Environment.DEVELOPMENT,
                false,
                Connection.TokenOrigin.SIMULATOR);
    }

    /**
     * Puts the sample organisation on the list, in the order in which that shows it best, with what a watch would remember of it.
     *
     * @param lag how long the service may go on showing the old status after a change
     */
    public void saveTo(Journal journal, Duration lag) {
        journal.save(connection());
        var now = clock().instant();
        simulator.sampleMigrations()
                .forEach(each -> journal.save(new RegisteredMigration(key(each), each.name(), now)));
        var keys = simulator.sampleMigrations().stream().map(Demonstration::key).toList();
        new DemonstrationHistory(simulator.sampleHistory(), keys, lag).saveTo(journal);
        saveUserDates(journal, now);
    }

    /** A deadline in the middle of what is expected, one that follows an import, and a freeze that nobody runs into at once. */
    private void saveUserDates(Journal journal, Instant now) {
        deadline("orders", "Go live", new DeadlineRule.FixedTime(
                now.plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS)), now).ifPresent(journal::save);
        deadline("device registry", "Data checked", new DeadlineRule.RelativeTime(
                DeadlineAnchor.IMPORT_END, Duration.ofDays(7)), now).ifPresent(journal::save);
        var begin = now.plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.HOURS);
        journal.save(new FreezeWindow("release", "Release weekend", FreezeScope.ALL,
                new FreezeTimes.OnceFrozen(begin, begin.plus(Duration.ofHours(60)))));
    }

    private Optional<OwnDeadline> deadline(String migration, String name, DeadlineRule rule, Instant now) {
        return simulator.sampleMigrations().stream().filter(each -> each.name().equals(migration)).findFirst()
                .map(each -> new OwnDeadline(name, key(each), name, rule, "", now, false));
    }

    private static MigrationKey key(SampleMigration migration) {
        return new MigrationKey(
                ID,
                new MigrationRef(
                        new DatabaseId(migration.databaseId().toString()),
                        new MigrationId(migration.migrationId().toString())));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
