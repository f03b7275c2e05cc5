package dev.longshore.simulator;

import dev.longshore.simulator.faults.FaultInjector;
import dev.longshore.simulator.http.HttpListener;
import dev.longshore.simulator.http.RequestLog;
import dev.longshore.simulator.http.ResponseWriter;
import dev.longshore.simulator.sample.SampleHistory;
import dev.longshore.simulator.sample.SampleMigration;
import dev.longshore.simulator.sample.SampleOrganisation;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.MigrationSettings;
import dev.longshore.simulator.service.ServiceState;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.simulator.service.SimulatedDatabase;
import dev.longshore.simulator.service.SimulatedTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A running simulator of the service. It keeps to the documented contract on a loopback port until it is closed. Safe for
 * any thread.
 */
public final class Simulator implements AutoCloseable {

    private final ServiceState serviceState;
    private final SimulatedClock clock;
    private final SimulatedTokens tokens;
    private final RequestLog requests = new RequestLog();
    private final FaultInjector faultInjector;
    private final List<SampleMigration> sampleMigrations;
    private final SampleHistory sampleHistory;
    private final HttpListener listener;
    private final SideloaderService service;

    private Simulator(SimulatorOptions options, ServerSocket port) {
        Instant start = options.start();
        clock = new SimulatedClock(options.source(), start, options.speed());
        serviceState = new ServiceState(options.rules(), options.seed());
        tokens = SimulatedTokens.of(options.seed());
        var sampleOrganisation = new SampleOrganisation(serviceState, start, options.vocabulary());
        if (options.sampleOrganisation()) {
            sampleOrganisation.replayPast();
        }
        sampleMigrations = sampleOrganisation.migrations();
        sampleHistory = sampleOrganisation.history();
        faultInjector = new FaultInjector(options.seed());
        listener = new HttpListener(port, new ResponseWriter(clock));
        service = new SideloaderService(this, serviceState, tokens, options.vocabulary());
    }

    /**
     * Starts a simulator; it serves when this returns.
     *
     * @param options how it is set up
     * @return the running simulator, to be closed by the caller
     * @throws IOException when the port can't be had
     */
    public static Simulator start(SimulatorOptions options) throws IOException {
        Simulator simulator = new Simulator(options, HttpListener.open(options.port()));
        simulator.listener.start(simulator.service);
        return simulator;
    }

    /**
     * A simulator that listens nowhere: it answers only what {@link #answer} is handed, on the caller's thread.
     *
     * @param options how it is set up; the port is ignored
     * @return the simulator
     */
    public static Simulator inProcess(SimulatorOptions options) {
        try {
            return new Simulator(options, new ServerSocket());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers every request that can be read from a connection before its end.
     *
     * @param connection need not be one of the network
     * @throws IOException when it can't be read or written
     * @throws InterruptedException when the thread is interrupted in a pause of an answer
     */
    public void answer(Socket connection) throws IOException, InterruptedException {
        listener.handleRequests(connection, service);
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
    public FaultInjector faults() {
        return faultInjector;
    }

    /** {@return what was asked of the simulator} */
    public RequestLog requests() {
        return requests;
    }

    /** {@return the migrations of the sample organisation; empty when it was not asked for} */
    public List<SampleMigration> sampleMigrations() {
        return sampleMigrations;
    }

    /** {@return what a watch saw of the sample organisation, and what was done to it, before the simulation began} */
    public SampleHistory sampleHistory() {
        return sampleHistory;
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
    public UUID addDatabase(String name, SimulatedCloud cloud, String region, String status) {
        synchronized (serviceState.lock()) {
            var state = new SimulatedDatabase.DatabaseState(status, clock.instant());
            return serviceState.addDatabase(name, cloud, region, state).id();
        }
    }

    /**
     * Initializes a migration without a call over HTTP.
     *
     * @param databaseId its database
     * @return its id
     */
    public UUID addMigration(UUID databaseId) {
        synchronized (serviceState.lock()) {
            return serviceState.initialize(serviceState.database(databaseId), MigrationSettings.NONE, clock.instant())
                    .id();
        }
    }

    /**
     * Puts a database into a PCU group.
     *
     * @param databaseId the database
     * @param status the group's status word, or an empty text where the database is in none
     */
    public void setPcuStatus(UUID databaseId, String status) {
        synchronized (serviceState.lock()) {
            serviceState.setPcuStatus(databaseId, status);
        }
    }

    /**
     * Says how the next import of a migration will go.
     *
     * @param migrationId the migration
     * @param plan what will happen; an import on its way goes on as it was planned
     */
    public void planImport(UUID migrationId, ImportPlan plan) {
        synchronized (serviceState.lock()) {
            serviceState.migration(migrationId, clock.instant()).plan(plan);
        }
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        listener.close();
    }
}
