package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.SimulatedCloud;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens, roles, unknown ids and wrong paths, and the envelope errors come in. */
class RejectedRequestsTest {

    private static final String UNKNOWN = "11111111-2222-4333-8444-555555555555";

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final UUID database = client.database(SimulatedCloud.AWS);
    private final TestMigration migration = client.migration(database);

    @ParameterizedTest
    @CsvSource({
        "Bearer AstraCS:not:known, 340018", "Bearer AstraCS:wrong, 340016", "Bearer AstraCS:a:b:c, 340016",
        "Bearer hunter2, 340012", "Bearer, 340002", "'Bearer ', 340002", "Basic dXNlcjpwYXNz, 340002", "'', 340002"
    })
    void refusesACallWithoutAKnownTokenByItsDocumentedId(String authorization, int id) {
        SimulatorClient.SimulatorResponse response = client.call("GET", "/v2/databases", authorization);

        assertThat(response.json().at("/errors/0/ID").asInt()).isEqualTo(id);

        assertThat(response.status()).isEqualTo(401);
        assertThat(response.json().at("/errors/0/message").asString()).contains("token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "pause", "resume", "abort", "cleanup",
        "cleanup?option.cleanupTime=2027-01-01T00:00:00Z"})
    void forbidsEveryChangeToATokenWithViewRights(String action) {
        String before = migration.get().body();

        SimulatorClient.SimulatorResponse response = withViewRights("POST", migration.path() + "/" + action);

        assertThat(response.status()).isEqualTo(403);
        assertThat(migration.get().body()).isEqualTo(before);
    }

    @Test
    void forbidsInitializeToATokenWithViewRights() {
        assertThat(withViewRights("POST", "/v2/databases/" + database + "/migrations/initialize").status())
                .isEqualTo(403);
    }

    @Test
    void showsEverythingToATokenWithViewRights() {
        assertThat(withViewRights("GET", "/v2/databases").status()).isEqualTo(200);
        assertThat(withViewRights("GET", "/v2/databases/" + database).status()).isEqualTo(200);
        assertThat(withViewRights("GET", migration.path()).status()).isEqualTo(200);
    }

    @Test
    void tellsErrorsInTheDocumentedEnvelope() {
        JsonNode error = client.get("/v2/databases/" + UNKNOWN).json();

        assertThat(error.propertyNames()).containsExactly("errors");
        assertThat(error.at("/errors/0").propertyNames()).containsExactly("ID", "message");
        assertThat(error.at("/errors/0/ID").isInt()).isTrue();
        assertThat(error.at("/errors/0/message").asString()).contains(UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v2/databases/%1$s",
        "GET,  /v2/databases/%1$s/migrations/%3$s",
        "GET,  /v2/databases/%2$s/migrations/%1$s",
        "POST, /v2/databases/%1$s/migrations/initialize",
        "POST, /v2/databases/%2$s/migrations/%1$s/launch",
        "POST, /v2/databases/%1$s/migrations/%3$s/pause"
    })
    void doesNotFindWhatIsUnknown(String method, String path) {
        assertThat(call(method, path).status()).isEqualTo(404);
    }

    @Test
    void doesNotFindAMigrationInAnotherDatabase() {
        UUID other = client.database(SimulatedCloud.GCP);

        assertThat(client.get("/v2/databases/" + other + "/migrations/" + migration.id()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /v2/databases/orders",
        "GET,  /v2/databases/%2$s/migrations/1-1-1-1-1",
        "POST, /v2/databases/%2$s/migrations/first/launch",
        "GET,  /v2/databases/%2$s/migrations/initialize"
    })
    void refusesAnIdThatIsNoUuid(String method, String path) {
        SimulatorClient.SimulatorResponse response = call(method, path);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().at("/errors/0/message").asString()).contains("UUID");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /",
        "GET,  /v3/databases",
        "GET,  /v2/databases/",
        "GET,  /v2/databases/%2$s/migrations",
        "GET,  /v2/databases/%2$s/migrations/",
        "POST, /v2/databases/%2$s/migrations/%3$s/reset"
    })
    void knowsNoOtherPath(String method, String path) {
        SimulatorClient.SimulatorResponse response = call(method, path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("404 page not found\n");
        assertThat(response.header("Content-Type")).startsWith("text/plain");
    }

    @ParameterizedTest
    @CsvSource({"POST, /v2/databases", "GET, /v2/databases/%2$s/migrations/%3$s/pause", "DELETE, /v2/databases/%2$s"})
    void doesNotAllowAnotherMethod(String method, String path) {
        assertThat(call(method, path).status()).isEqualTo(405);
    }

    @Test
    void movesAPathWithAnEmptySegmentForGood() {
        SimulatorClient.SimulatorResponse response = client.get("/v2/databases//migrations/" + migration.id() + "?a=b");

        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Location")).isEqualTo("/v2/databases/migrations/" + migration.id() + "?a=b");
        assertThat(response.body())
                .isEqualTo(
                        "<a href=\"/v2/databases/migrations/" + migration.id() + "?a=b\">Moved Permanently</a>.\n\n");
    }

    private SimulatorClient.SimulatorResponse call(String method, String path) {
        String filled = String.format(path, UNKNOWN, database, migration.id());
        return method.equals("GET")
                ? client.get(filled)
                : client.call(method, filled, "Bearer " + client.simulator().fullToken());
    }

    private SimulatorClient.SimulatorResponse withViewRights(String method, String path) {
        return client.call(method, path, "Bearer " + client.simulator().viewOnlyToken());
    }
}
