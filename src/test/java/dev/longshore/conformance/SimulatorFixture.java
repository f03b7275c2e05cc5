package dev.longshore.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiConnector;
import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.ConnectorWithoutPauses;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.simulator.Simulator;
import dev.longshore.simulator.SimulatorOptions;
import dev.longshore.simulator.service.ImportPlan;
import dev.longshore.simulator.service.SimulatedCloud;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A simulator whose time stands still, the client connected to it, and a bare way around the client. */
final class SimulatorFixture implements AutoCloseable {
    static final ApiConnector CONNECTOR = new ConnectorWithoutPauses(TestWait.LIMIT);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /** Longer than making a directory takes, and than any change is reported too late. */
    static final Duration SETTLING_TIME = Duration.ofMinutes(10);

    private final Simulator simulator;
    private final DevOpsApi client;

    private SimulatorFixture(Simulator simulator, DevOpsApi client) {
        this.simulator = simulator;
        this.client = client;
    }

    static SimulatorFixture open() {
        return open(SimulatorOptions.standingStill(), CONNECTOR);
    }

    static SimulatorFixture open(SimulatorOptions.Builder options, ApiConnector connector) {
        try {
            var simulator = Simulator.start(options.build());
            return new SimulatorFixture(simulator, connected(connector, simulator.baseUrl(), simulator.fullToken()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DevOpsApi connected(ApiConnector connector, URI endpoint, String token) {
        var connection = new Connection(
                new ConnectionId("c"), "Harbour", endpoint, Environment.TEST, false, Connection.TokenOrigin.SIMULATOR);
        return connector.connect(connection, Secret.of(token));
    }

    Simulator simulator() {
        return simulator;
    }

    DevOpsApi client() {
        return client;
    }

    /** The client with another token. */
    DevOpsApi client(String token) {
        return connected(CONNECTOR, simulator.baseUrl(), token);
    }

    void advance(Duration step) {
        simulator.clock().advance(step);
    }

    void advanceHours(long hours) {
        advance(Duration.ofHours(hours));
    }

    Instant now() {
        return simulator.clock().instant();
    }

    DatabaseId database(SimulatedCloud cloud) {
        return new DatabaseId(
                simulator.addDatabase("orders", cloud, "region-1", "ACTIVE").toString());
    }

    MigrationRef initializing(DatabaseId database) {
        var id = simulator.addMigration(UUID.fromString(database.value()));
        return new MigrationRef(database, new MigrationId(id.toString()));
    }

    MigrationRef initializing() {
        return initializing(database(SimulatedCloud.AWS));
    }

    MigrationRef receiving(DatabaseId database) {
        var migration = initializing(database);
        advance(SETTLING_TIME);
        return migration;
    }

    MigrationRef receiving() {
        return receiving(database(SimulatedCloud.AWS));
    }

    MigrationRef importing(DatabaseId database) {
        var migration = receiving(database);
        performAction(migration, "launch");
        return migration;
    }

    MigrationRef importing() {
        return importing(database(SimulatedCloud.AWS));
    }

    MigrationRef paused() {
        var migration = importing();
        performAction(migration, "pause");
        return migration;
    }

    MigrationRef aborted() {
        var migration = importing();
        performAction(migration, "abort");
        return migration;
    }

    MigrationRef done() {
        var migration = importing();
        advanceHours(31);
        return migration;
    }

    /** Failed half way through a day's import. */
    MigrationRef failed(boolean filesAreToBlame) {
        var migration = receiving();
        plan(migration, ImportPlan.lasting(Duration.ofHours(24)).failing(0.5, "Schema mismatch", filesAreToBlame));
        performAction(migration, "launch");
        advanceHours(13);
        return migration;
    }

    MigrationRef closed() {
        var migration = receiving();
        performAction(migration, "cleanup");
        advanceHours(1);
        return migration;
    }

    void plan(MigrationRef migration, ImportPlan plan) {
        simulator.planImport(UUID.fromString(migration.migration().value()), plan);
    }

    /** Asks for an action past the client, and lets a while go by. */
    private void performAction(MigrationRef migration, String action) {
        assertThat(post(migration, action).status()).isEqualTo(200);
        advance(SETTLING_TIME);
    }

    static String path(MigrationRef migration) {
        return "/v2/databases/" + migration.database().value() + "/migrations/"
                + migration.migration().value();
    }

    RawResponse get(MigrationRef migration) {
        return get(path(migration));
    }

    RawResponse post(MigrationRef migration, String action) {
        return send("POST", path(migration) + "/" + action, simulator.fullToken());
    }

    RawResponse schedule(MigrationRef migration, Instant time) {
        return post(migration, "cleanup?option.cleanupTime=" + time);
    }

    RawResponse get(String path) {
        return send("GET", path, simulator.fullToken());
    }

    RawResponse post(String path) {
        return send("POST", path, simulator.fullToken());
    }

    RawResponse send(String method, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return new RawResponse(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The status word on the wire. */
    String statusWord(MigrationRef migration) {
        return get(migration).at("status");
    }

    /** Where a migration really stands, which the service itself tells only after some minutes. */
    String phase(MigrationRef migration) {
        for (var each : get("/simulator/migrations").json()) {
            if (each.path("migrationID").asString().equals(migration.migration().value())) {
                return each.path("phase").asString();
            }
        }
        throw new AssertionError("There is no " + migration);
    }

    @SuppressWarnings("unchecked")
    static <T> T value(ApiResult<T> result) {
        assertThat(Secrets.in(result.toString())).isEmpty();
        assertThat(result).isInstanceOf(ApiResult.Success.class);
        return ((ApiResult.Success<T>) result).value();
    }

    static ApiError error(ApiResult<?> result) {
        assertThat(Secrets.in(result.toString())).isEmpty();
        assertThat(result).isInstanceOf(ApiResult.Failure.class);
        return ((ApiResult.Failure<?>) result).error();
    }

    @Override
    public void close() {
        client.close();
        simulator.close();
    }
}
