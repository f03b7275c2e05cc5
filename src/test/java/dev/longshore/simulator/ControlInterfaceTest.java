package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control interface of a simulator in another process. */
class ControlInterfaceTest {

    @AutoClose private final SimulatorClient client = SimulatorClient
            .of(SimulatorOptions.standingStill().sampleOrganisation(true));

    private final Simulator simulator = client.simulator();

    @Test
    void tellsTheSimulatedTime() {
        assertThat(client.get("/simulator/clock").text("now")).isEqualTo("2026-11-21T18:00:00Z");
    }

    @Test
    void movesTimeForward() {
        Instant before = simulator.clock().instant();

        client.post("/simulator/clock/advance?by=PT6H");

        assertThat(simulator.clock().instant()).isEqualTo(before.plus(Duration.ofHours(6)));
    }

    @Test
    void changesTheSpeed() {
        assertThat(client.post("/simulator/clock/speed?times=60").json().path("speed").asDouble())
                .isEqualTo(60);
        assertThat(simulator.clock().speed()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock/advance", "clock/advance?by=soon", "clock/advance?by=-PT1H", "clock/speed?times=fast",
                "clock/speed?times=-1", "clock/speed?times=1e308", "clock/speed?times=1000001", "clock/speed?times=NaN",
                "clock/speed?times=Infinity", "clock/advance?by=PT9223372036854775807S", "clock/advance?by=P9999999D"
            })
    void refusesATimeItDoesNotUnderstand(String call) {
        assertThat(client.post("/simulator/" + call).status()).isEqualTo(400);
    }

    @Test
    void goesOnAfterEveryNumberThatItTook() {
        client.post("/simulator/clock/speed?times=1000000");
        client.post("/simulator/clock/advance?by=P2500000D");
        client.post("/simulator/clock/speed?times=0");

        assertThat(client.get("/simulator/clock").status()).isEqualTo(200);
        assertThat(client.get("/v2/databases").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"fault\":\"error-status\",\"status\":99999}", "{\"fault\":\"error-status\",\"status\":-1}",
        "{\"fault\":\"slow-answer\",\"seconds\":9223372036854775807}", "{\"fault\":\"slow-answer\",\"seconds\":-1}",
        "{\"fault\":\"wrong-clock\",\"seconds\":1e300}", "{\"fault\":\"huge-body\",\"bytes\":9e18}",
        "{\"fault\":\"empty-body\",\"times\":-5}", "{\"fault\":\"empty-body\",\"skip\":1e300}",
        "{\"fault\":\"empty-body\",\"probability\":2}", "{\"fault\":\"empty-body\",\"path\":\"(\"}", "[]", "17", ""})
    void refusesAFaultWithANumberThatCannotBe(String fault) {
        assertThat(client.postBody("/simulator/faults", fault).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "length=PT0S", "length=-PT1H", "length=P99999D", "failAt=2", "failAt=-1", "failAt=NaN", "failAt=1e308",
        "length=soon"})
    void refusesAnImportThatCannotBe(String parameters) {
        var migration = simulator.sampleMigrations().getFirst().migrationId();

        assertThat(client.post("/simulator/imports/" + migration + "?" + parameters).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Host: evil.example", "Host: localhost.evil.example", "Host: 127.0.0.1.evil.example:80", "Host: 192.168.1.5",
        "Host: localhost\r\nOrigin: https://evil.example", "Host: localhost\r\nOrigin: null",
        "Host: localhost\r\nOrigin: http://localhost.evil.example", "Host: localhost\r\nSec-Fetch-Site: cross-site"})
    void obeysNoPageInABrowser(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send(
                    "POST /simulator/clock/speed?times=5 HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");

            assertThat(connection.readAll()).startsWith("HTTP/1.1 403 ");
        }
        assertThat(simulator.clock().speed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Host: localhost:8080", "Host: 127.0.0.1", "Host: [::1]:99",
        "Host: LOCALHOST\r\nOrigin: http://127.0.0.1:8080"})
    void obeysProgramsOfThisComputer(String headers) throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send(
                    "POST /simulator/clock/speed?times=5 HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");

            assertThat(connection.readAll()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void listsTheMigrationsWithTheirNamesAndRealPhases() {
        var migrations = client.get("/simulator/migrations").json();

        assertThat(migrations.size()).isEqualTo(12);
        assertThat(migrations.get(0).path("name").asString()).isEqualTo("orders");
        assertThat(migrations.get(0).path("phase").asString()).isEqualTo("IMPORTING");
        assertThat(migrations.get(0).path("migrationID").asString())
                .isEqualTo(simulator.sampleMigrations().getFirst().migrationId().toString());
    }

    @Test
    void listsRequestsButNotThoseToItself() {
        client.get("/v2/databases?limit=3");

        assertThat(client.get("/simulator/requests").json().valueStream())
                .extracting(request -> request.path("target").asString())
                .containsExactly("/v2/databases?limit=3");
    }

    @Test
    void forgetsRequests() {
        client.get("/v2/databases");

        client.call("DELETE", "/simulator/requests", "none");

        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void needsNoTokenAndTellsNone() {
        assertThat(client.call("GET", "/simulator/requests", "none").status()).isEqualTo(200);
        assertThat(client.get("/simulator/migrations").body()).doesNotContain("AstraCS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
                    {"fault": "moved-permanently"}                                        | 301
                    {"fault": "page-not-found"}                                           | 404
                    {"fault": "not-json", "status": 503}                                  | 503
                    {"fault": "rate-limited", "seconds": 30}                              | 429
                    {"fault": "error-status", "status": 500}                              | 500
                    {"fault": "gateway-error", "status": 502}                             | 502
                    {"fault": "empty-body"}                                               | 200
                    {"fault": "huge-body", "bytes": 5000}                                 | 200
                    {"fault": "missing-field", "field": "id"}                             | 200
                    {"fault": "null-field", "field": "id"}                                | 200
                    {"fault": "unknown-field", "field": "id"}                             | 200
                    {"fault": "wrong-type", "field": "id"}                                | 200
                    {"fault": "status-word", "word": "Odd"}                               | 200
                    {"fault": "wrong-clock", "seconds": 90}                               | 200
                    {"fault": "slow-answer", "seconds": 0}                                | 200
                    {"fault": "stalled-answer", "seconds": 0}                             | 200
                    {"fault": "redirect", "location": "http://elsewhere.invalid/"}        | 302
                    {"fault": "page-not-found", "operation": "LAUNCH"}                    | 200
                    {"fault": "page-not-found", "method": "POST"}                         | 200
                    {"fault": "page-not-found", "path": "/migrations/"}                   | 200
                    {"fault": "page-not-found", "skip": 1}                                | 200
                    {"fault": "page-not-found", "probability": 0}                         | 200
                    {"fault": "page-not-found", "migration": "11111111-2222-4333-8444-555555555555"} | 200
                    """)
    void injectsAFault(String fault, int status) {
        assertThat(client.postBody("/simulator/faults", fault).status()).isEqualTo(200);

        assertThat(client.get("/v2/databases").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-reply", "connection-reset", "lost-answer", "truncated-body"})
    void listsFaultsThatWaitAndTakesThemBack(String fault) {
        client.postBody("/simulator/faults", "{\"fault\": \"" + fault + "\", \"times\": 0}");
        assertThat(client.get("/simulator/faults").json().size()).isEqualTo(1);

        client.call("DELETE", "/simulator/faults", "none");

        assertThat(client.get("/v2/databases").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "no json", "{}", "{\"fault\": \"bad-luck\"}",
                "{\"fault\": \"page-not-found\", \"operation\": \"DANCE\"}",
                "{\"fault\": \"page-not-found\", \"migration\": \"first\"}",
                "{\"fault\": \"page-not-found\", \"path\": \"(\"}"
            })
    void refusesAFaultItDoesNotUnderstand(String fault) {
        assertThat(client.postBody("/simulator/faults", fault).status()).isEqualTo(400);
        assertThat(simulator.faults().pending()).isEmpty();
    }

    @Test
    void plansHowAnImportGoes() {
        TestMigration migration = client.receivingFiles(client.database(SimulatedCloud.AWS));

        client.post("/simulator/imports/" + migration.id() + "?failAt=0.5&reason=No%20luck&length=PT10H");
        migration.post("launch");
        client.advance(Duration.ofHours(6));

        assertThat(migration.get().text("progressInfo")).isEqualTo("No luck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?length=long", "?failAt=half"})
    void refusesAPlanItDoesNotUnderstand(String plan) {
        var id = simulator.sampleMigrations().getFirst().migrationId();

        assertThat(client.post("/simulator/imports/" + id + plan).status()).isEqualTo(400);
    }

    @Test
    void plansNoImportOfAMigrationItDoesNotKnow() {
        assertThat(client.post("/simulator/imports/11111111-2222-4333-8444-555555555555").status())
                .isEqualTo(404);
    }

    @Test
    void knowsNoOtherControl() {
        assertThat(client.get("/simulator/secrets").status()).isEqualTo(404);
    }
}
