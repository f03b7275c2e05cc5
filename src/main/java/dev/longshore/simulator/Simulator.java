package dev.longshore.simulator;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A running simulator of the service. It keeps to the documented contract on a loopback port until it is closed. Safe for
 * any thread.
 */
public final class Simulator implements AutoCloseable {

    private final World world;
    private final SimulatedClock clock;
    private final Tokens tokens;
    private final RequestLog requests = new RequestLog();
    private final Faults faults;
    private final List<EstateMigration> estate;
    private final EstatePast past;
    private final HttpListener listener;

    private Simulator(SimulatorOptions options) throws IOException {
        Instant start = options.start();
        clock = new SimulatedClock(options.source(), start, options.speed());
        world = new World(options.rules(), options.seed());
        tokens = Tokens.of(options.seed());
        var built = new Estate(world, start, new StatusView(options.vocabulary()));
        if (options.estate()) {
            built.liveThrough();
        }
        estate = built.migrations();
        past = built.past();
        faults = new Faults(options.seed());
        listener = new HttpListener(options.port(), new ReplyWriter(clock));
    }

    /**
     * Starts a simulator; it serves when this returns.
     *
     * @param options how it is set up
     * @return the running simulator, to be closed by the caller
     * @throws IOException when the port can't be had
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        Simulator simulator = new Simulator(options);
        simulator.listener.start(
                new SideloaderService(simulator, simulator.world, simulator.tokens, options.vocabulary()));
        return simulator;
    }

    /** {@return where it is reached, without a slash at the end} */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + listener.port());
    }

    /** {@return the token that may do everything} */
    public String fullToken() {
        return tokens.full();
    }

    /** {@return the token with view rights only: every POST is forbidden to it} */
    public String viewOnlyToken() {
        return tokens.viewOnly();
    }

    /** {@return the simulated clock; expiries, cleanups and the {@code Date} header are told by it} */
    public SimulatedClock clock() {
        return clock;
    }

    /** {@return the faults to come; empty at first} */
    public Faults faults() {
        return faults;
    }

    /** {@return what was asked of the simulator} */
    public RequestLog requests() {
        return requests;
    }

    /** {@return the migrations of the demonstration estate; empty when it was not asked for} */
    public List<EstateMigration> estate() {
        return estate;
    }

    /** {@return what a watch saw of the estate, and what was done to it, before the simulation began} */
    public EstatePast past() {
        return past;
    }

    /**
     * Adds a database.
     *
     * @param name its name
     * @param cloud the cloud it lives in
     * @param region the cloud's word for the region
     * @param status the documented status word, {@code ACTIVE} for one that can be used
     * @return its id
     */
    public UUID addDatabase(String name, Cloud cloud, String region, String status) {
        synchronized (world.lock()) {
            var state = new SimulatedDatabase.State(status, clock.instant());
            return world.addDatabase(name, cloud, region, state).id();
        }
    }

    /**
     * Initializes a migration without a call over HTTP.
     *
     * @param databaseId its database
     * @return its id
     */
    public UUID addMigration(UUID databaseId) {
        synchronized (world.lock()) {
            return world.initialize(world.database(databaseId), MigrationSettings.NONE, clock.instant())
                    .id();
        }
    }

    /**
     * Says how the next import of a migration will go.
     *
     * @param migrationId the migration
     * @param plan what will happen; an import on its way goes on as it was planned
     */
    public void planImport(UUID migrationId, ImportPlan plan) {
        synchronized (world.lock()) {
            world.migration(migrationId, clock.instant()).plan(plan);
        }
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        listener.close();
    }
}
