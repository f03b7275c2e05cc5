package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control interface of a simulator in another process. */
class ControlInterfaceTest {

    @AutoClose private final Caller caller = Caller.of(SimulatorOptions.standingStill().estate(true));

    private final Simulator simulator = caller.simulator();

    @Test
    void tellsTheSimulatedTime() {
        assertThat(caller.get("/simulator/clock").text("now")).isEqualTo("2026-11-21T18:00:00Z");
    }

    @Test
    void movesTimeForward() {
        Instant before = simulator.clock().instant();

        caller.post("/simulator/clock/advance?by=PT6H");

        assertThat(simulator.clock().instant()).isEqualTo(before.plus(Duration.ofHours(6)));
    }

    @Test
    void changesTheSpeed() {
        assertThat(caller.post("/simulator/clock/speed?times=60").json().path("speed").asDouble())
                .isEqualTo(60);
        assertThat(simulator.clock().speed()).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clock/advance", "clock/advance?by=soon", "clock/advance?by=-PT1H", "clock/speed?times=fast",
                "clock/speed?times=-1"
            })
    void refusesATimeItDoesNotUnderstand(String call) {
        assertThat(caller.post("/simulator/" + call).status()).isEqualTo(400);
    }

    @Test
    void listsTheMigrationsWithTheirNamesAndRealPhases() {
        var migrations = caller.get("/simulator/migrations").json();

        assertThat(migrations.size()).isEqualTo(12);
        assertThat(migrations.get(0).path("name").asString()).isEqualTo("orders");
        assertThat(migrations.get(0).path("phase").asString()).isEqualTo("IMPORTING");
        assertThat(migrations.get(0).path("migrationID").asString())
                .isEqualTo(simulator.estate().getFirst().migrationId().toString());
    }

    @Test
    void listsRequestsButNotThoseToItself() {
        caller.get("/v2/databases?limit=3");

        assertThat(caller.get("/simulator/requests").json().valueStream())
                .extracting(request -> request.path("target").asString())
                .containsExactly("/v2/databases?limit=3");
    }

    @Test
    void forgetsRequests() {
        caller.get("/v2/databases");

        caller.call("DELETE", "/simulator/requests", "none");

        assertThat(simulator.requests().all()).isEmpty();
    }

    @Test
    void needsNoTokenAndTellsNone() {
        assertThat(caller.call("GET", "/simulator/requests", "none").status()).isEqualTo(200);
        assertThat(caller.get("/simulator/migrations").body()).doesNotContain("AstraCS");
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
        assertThat(caller.postBody("/simulator/faults", fault).status()).isEqualTo(200);

        assertThat(caller.get("/v2/databases").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-reply", "connection-reset", "lost-answer", "truncated-body"})
    void listsFaultsThatWaitAndTakesThemBack(String fault) {
        caller.postBody("/simulator/faults", "{\"fault\": \"" + fault + "\", \"times\": 0}");
        assertThat(caller.get("/simulator/faults").json().size()).isEqualTo(1);

        caller.call("DELETE", "/simulator/faults", "none");

        assertThat(caller.get("/v2/databases").status()).isEqualTo(200);
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
        assertThat(caller.postBody("/simulator/faults", fault).status()).isEqualTo(400);
        assertThat(simulator.faults().waiting()).isEmpty();
    }

    @Test
    void plansHowAnImportGoes() {
        Migration migration = caller.receivingFiles(caller.database(Cloud.AWS));

        caller.post("/simulator/imports/" + migration.id() + "?failAt=0.5&reason=No%20luck&length=PT10H");
        migration.post("launch");
        caller.advance(Duration.ofHours(6));

        assertThat(migration.get().text("progressInfo")).isEqualTo("No luck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?length=long", "?failAt=half"})
    void refusesAPlanItDoesNotUnderstand(String plan) {
        var id = simulator.estate().getFirst().migrationId();

        assertThat(caller.post("/simulator/imports/" + id + plan).status()).isEqualTo(400);
    }

    @Test
    void plansNoImportOfAMigrationItDoesNotKnow() {
        assertThat(caller.post("/simulator/imports/11111111-2222-4333-8444-555555555555").status())
                .isEqualTo(404);
    }

    @Test
    void knowsNoOtherControl() {
        assertThat(caller.get("/simulator/secrets").status()).isEqualTo(404);
    }
}
