package dev.longshore;

import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.platform.Folders;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.watch.PollingWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The built-in simulator with its estate, and the connection to it. The program runs on the simulator's clock, so that
 * ages and distances fit what is shown.
 */
final class Demonstration implements AutoCloseable {
    private static final double USUAL_SPEED = 600;
    private static final ConnectionId ID = new ConnectionId("simulator");

    private final Simulator simulator;

    private Demonstration(Simulator simulator) {
        this.simulator = simulator;
    }

    /**
     * Starts the simulator. Its estate begins anew each time, so the journal of an earlier demonstration is taken away.
     *
     * @param speed simulated seconds per second, or empty for the usual one
     * @throws IOException when no loopback port can be had or the old journal cannot be taken away
     */
    static Demonstration begin(OptionalDouble speed, Folders folders) throws IOException {
        forgetTheLastOne(folders.journal());
        var options = SimulatorOptions.demonstration(speed.orElse(USUAL_SPEED)).build();
        return new Demonstration(Simulator.start(options));
    }

    private static void forgetTheLastOne(Path journal) throws IOException {
        for (var suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(journal.resolveSibling(journal.getFileName() + suffix));
        }
    }

    InstantSource clock() {
        return simulator.clock();
    }

    double speed() {
        return simulator.clock().speed();
    }

    List<PollingWatch.Opening> openings() {
        var connection = new Connection(
                ID,
                "Simulator",
                simulator.baseUrl(),
                Environment.DEVELOPMENT,
                false,
                Connection.TokenOrigin.SIMULATOR);
        return List.of(new PollingWatch.Opening(connection, Secret.of(simulator.fullToken())));
    }

    /** The estate, in the order in which a list shows it best. */
    List<Openings.Entry> estate() {
        return simulator.estate().stream()
                .map(each -> new Openings.Entry(
                        new MigrationKey(
                                ID,
                                new MigrationRef(
                                        new DatabaseId(each.databaseId().toString()),
                                        new MigrationId(each.migrationId().toString()))),
                        each.name()))
                .toList();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
