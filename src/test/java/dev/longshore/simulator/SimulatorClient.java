package dev.longshore.simulator;

import dev.longshore.simulator.http.SimulatorJson;
import dev.longshore.simulator.service.ServiceTimings;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A simulator under test and somebody who calls it over HTTP, with the full token if not said otherwise. */
final class SimulatorClient implements AutoCloseable {

    /** Longer than it takes until a change is reported. */
    static final Duration AFTER_LAG = Duration.ofMinutes(4);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;

    private SimulatorClient(Simulator simulator) {
        this.simulator = simulator;
    }

    static SimulatorClient of(SimulatorOptions.Builder options) {
        try {
            return new SimulatorClient(Simulator.start(options.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SimulatorClient standingStill() {
        return of(SimulatorOptions.standingStill());
    }

    /** An answer; its JSON is read when it is asked for. */
    record SimulatorResponse(int status, String body, HttpHeaders headers) {

        JsonNode json() {
            return SimulatorJson.read(body);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    Simulator simulator() {
        return simulator;
    }

    SimulatorResponse get(String path) {
        return call("GET", path, "Bearer " + simulator.fullToken());
    }

    SimulatorResponse post(String path) {
        return call("POST", path, "Bearer " + simulator.fullToken());
    }

    SimulatorResponse call(String method, String path, String authorization) {
        return send(HttpRequest.newBuilder()
                .header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.noBody()), path);
    }

    SimulatorResponse postBody(String path, String body) {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    UUID database(SimulatedCloud cloud) {
        return simulator.addDatabase("orders", cloud, "region-1", "ACTIVE");
    }

    TestMigration migration(UUID database) {
        SimulatorResponse initialized = post("/v2/databases/" + database + "/migrations/initialize");
        return new TestMigration(this, database, UUID.fromString(initialized.text("migrationID")));
    }

    TestMigration receivingFiles(UUID database) {
        TestMigration migration = migration(database);
        advance(ServiceTimings.usual().initialize().plus(AFTER_LAG));
        return migration;
    }

    /** A migration whose import runs and is reported to. */
    TestMigration importing(UUID database) {
        TestMigration migration = receivingFiles(database);
        migration.post("launch");
        advance(ServiceTimings.usual().start().plus(AFTER_LAG));
        return migration;
    }

    void advance(Duration step) {
        simulator.clock().advance(step);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
        simulator.close();
    }

    private SimulatorResponse send(HttpRequest.Builder request, String path) {
        try {
            URI uri = URI.create(simulator.baseUrl() + path);
            HttpResponse<String> response = client.send(request.uri(uri).build(), BodyHandlers.ofString());
            return new SimulatorResponse(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
