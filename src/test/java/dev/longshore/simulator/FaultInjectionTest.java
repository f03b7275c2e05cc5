package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.ResponseWriter;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every oddity that can be had on demand, as it goes over the wire. */
class FaultInjectionTest {

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final Simulator simulator = client.simulator();
    private final TestMigration migration = client.receivingFiles(client.database(SimulatedCloud.AWS));

    @Test
    void movesPermanentlyInHtml() {
        inject(SimulatedFault.PlainFault.MOVED_PERMANENTLY);

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(301);
        assertThat(response.header("Content-Type")).startsWith("text/html");
        assertThat(response.body()).contains(">Moved Permanently</a>");
    }

    @Test
    void findsNoPageInPlainText() {
        inject(SimulatedFault.PlainFault.PAGE_NOT_FOUND);

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("404 page not found\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void answersWithoutJsonWhileTheBucketIsMade(int status) {
        inject(new SimulatedFault.NotJson(status));

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).startsWith("upstream ").contains("bucket");
    }

    @Test
    void closesTheConnectionWithoutAByte() throws IOException {
        inject(SimulatedFault.PlainFault.EMPTY_REPLY);

        assertThat(raw("GET", migration.path())).isEmpty();
    }

    @Test
    void resetsTheConnection() {
        inject(SimulatedFault.PlainFault.CONNECTION_RESET);

        assertThatThrownBy(() -> raw("GET", migration.path())).isInstanceOf(SocketException.class);
    }

    @Test
    void doesNothingWhenTheReplyIsEmpty() throws IOException {
        inject(SimulatedFault.PlainFault.EMPTY_REPLY);

        raw("POST", migration.path() + "/abort");
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void doesTheWorkWhenTheAnswerIsLost() throws IOException {
        inject(SimulatedFault.PlainFault.LOST_ANSWER);

        String reply = raw("POST", migration.path() + "/abort");
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(reply).isEmpty();
        assertThat(migration.status()).isEqualTo("Aborted");
    }

    @Test
    void limitsTheRateInSeconds() {
        inject(new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), false));

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void limitsTheRateUntilADateOfItsOwnClock() {
        inject(new SimulatedFault.TooManyRequests(Duration.ofSeconds(90), true));
        Instant until = simulator.clock().instant().plusSeconds(90);

        assertThat(migration.get().header("Retry-After")).isEqualTo(ResponseWriter.httpDate(until));
    }

    @Test
    void answersAnErrorInTheEnvelope() {
        inject(new SimulatedFault.ErrorStatus(500, "Something is broken"));

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.json().at("/errors/0/message").asString()).isEqualTo("Something is broken");
    }

    @ParameterizedTest
    @CsvSource({"502, false, ReceivingFiles", "503, true, Aborted", "504, true, Aborted"})
    void answersAnErrorInHtmlBeforeOrAfterTheWork(int status, boolean afterWork, String word) {
        inject(new SimulatedFault.GatewayError(status, afterWork));

        SimulatorClient.SimulatorResponse response = migration.post("abort");
        client.advance(SimulatorClient.AFTER_LAG);

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).startsWith("<html>");
        assertThat(migration.status()).isEqualTo(word);
    }

    @Test
    void isSilentForAWhileAndThenAnswers() throws IOException {
        inject(new SimulatedFault.SlowAnswer(Duration.ofMillis(1)));

        assertThat(raw("GET", migration.path())).contains("\"status\":\"ReceivingFiles\"");
    }

    @Test
    void keepsAClientWaitingForTheSecondHalf() throws IOException {
        inject(new SimulatedFault.StalledAnswer(Duration.ofDays(1)));
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("GET " + migration.path() + " HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken()
                    + "\r\n\r\n");

            assertThat(connection.readUntil("\"status\":")).contains("Content-Length: ");
        }
    }

    @Test
    void sendsTheSecondHalfInTheEnd() {
        inject(new SimulatedFault.StalledAnswer(Duration.ofMillis(1)));

        assertThat(migration.status()).isEqualTo("ReceivingFiles");
    }

    @Test
    void cutsTheBodyInTheMiddle() throws IOException {
        inject(SimulatedFault.PlainFault.TRUNCATED_BODY);

        String reply = raw("GET", migration.path());
        String whole = raw("GET", migration.path());

        assertThat(reply).hasSizeBetween(whole.length() / 3, whole.length() - 10);
        assertThat(whole).startsWith(reply);
    }

    @Test
    void answersWithAnEmptyBody() {
        inject(SimulatedFault.PlainFault.EMPTY_BODY);

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void answersWithSixtyFourMegabytesOfJson() {
        inject(new SimulatedFault.HugeBody(64L * 1024 * 1024));

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.body()).hasSize(64 * 1024 * 1024);
        assertThat(response.text("status")).isEqualTo("ReceivingFiles");
    }

    @Test
    void leavesAFieldOut() {
        inject(new SimulatedFault.MissingField("uploadCredentials.credentialExpiration"));

        assertThat(migration.get().json().path("uploadCredentials").propertyNames())
                .containsExactly("name", "keys", "hint");
    }

    @Test
    void makesAFieldNull() {
        inject(new SimulatedFault.NullField("status"));

        assertThat(migration.get().json().get("status").isNull()).isTrue();
    }

    @Test
    void addsAFieldNobodyKnows() {
        inject(new SimulatedFault.UnknownField("residency"));

        assertThat(migration.get().json().path("residency").isObject()).isTrue();
    }

    @Test
    void changesTheTypeOfAField() {
        inject(new SimulatedFault.WrongType("status"));
        inject(new SimulatedFault.WrongType("uploadCredentials"));

        assertThat(migration.get().json().get("status").isObject()).isTrue();
        assertThat(migration.get().json().get("uploadCredentials").isNumber()).isTrue();
    }

    @Test
    void spoilsAFieldOfEveryElementOfAList() {
        client.database(SimulatedCloud.GCP);
        inject(new SimulatedFault.NullField("info.name"));

        assertThat(client.get("/v2/databases").json().valueStream())
                .hasSize(2)
                .allMatch(database -> database.at("/info/name").isNull());
    }

    @Test
    void spoilsNoFieldOfAnError() {
        inject(new SimulatedFault.MissingField("errors"));

        assertThat(migration.post("pause").json().path("errors").isArray()).isTrue();
    }

    @Test
    void usesAStatusWordNobodyKnows() {
        inject(new SimulatedFault.StatusWord("Hibernating"));

        assertThat(migration.status()).isEqualTo("Hibernating");
    }

    @Test
    void tellsAWrongTimeInTheDateHeader() {
        inject(new SimulatedFault.WrongClock(Duration.ofMinutes(-7)));
        Instant told = simulator.clock().instant().minus(Duration.ofMinutes(7));

        assertThat(migration.get().header("Date")).isEqualTo(ResponseWriter.httpDate(told));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 303, 307, 308})
    void redirectsToAnotherHost(int status) {
        inject(new SimulatedFault.Redirect(status, URI.create("http://elsewhere.invalid/v2")));

        SimulatorClient.SimulatorResponse response = migration.get();

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Location")).isEqualTo("http://elsewhere.invalid/v2");
    }

    @ParameterizedTest
    @MethodSource("aimsAtTheSecondStatusCall")
    void hitsOnlyWhatItIsAimedAt(FaultTarget target) {
        simulator.faults().inject(new SimulatedFault.ErrorStatus(503, "hit"), target);

        List<Integer> statuses = List.of(
                client.get("/v2/databases").status(),
                migration.post("resume").status(),
                migration.get().status(),
                migration.get().status(),
                migration.get().status());

        assertThat(statuses).containsExactly(200, 200, 200, 503, 200);
    }

    static Stream<FaultTarget> aimsAtTheSecondStatusCall() {
        return Stream.of(
                FaultTarget.operation(SimulatedOperation.STATUS).skip(1),
                FaultTarget.any().skip(3),
                FaultTarget.any().method("GET").skip(2),
                FaultTarget.any().path("/migrations/[^/]+$").skip(1),
                FaultTarget.any().method("GET").path("migrations").skip(1).times(1));
    }

    @Test
    void hitsOneMigrationAndSparesAnother() {
        TestMigration other = client.receivingFiles(migration.databaseId());
        simulator.faults()
                .inject(new SimulatedFault.ErrorStatus(503, "hit"),
                        FaultTarget.any().migration(migration.id()).always());

        assertThat(other.get().status()).isEqualTo(200);
        assertThat(migration.get().status()).isEqualTo(503);
        assertThat(migration.post("launch").status()).isEqualTo(503);
    }

    @Test
    void hitsAsOftenAsAsked() {
        simulator.faults().inject(new SimulatedFault.ErrorStatus(503, "hit"), FaultTarget.any().times(2));

        assertThat(statuses(4)).containsExactly(503, 503, 200, 200);
        assertThat(simulator.faults().pending()).isEmpty();
    }

    @Test
    void hitsWithTheLikelihoodAskedFor() {
        simulator.faults().inject(new SimulatedFault.ErrorStatus(503, "hit"), FaultTarget.any().probability(0.5));

        assertThat(statuses(100)).filteredOn(status -> status == 503).hasSizeBetween(30, 70);
    }

    @Test
    void hitsTheSameRequestsForTheSameSeed() {
        simulator.faults().inject(new SimulatedFault.ErrorStatus(503, "hit"),
                FaultTarget.operation(SimulatedOperation.LIST_DATABASES).probability(0.5));
        try (SimulatorClient twin = SimulatorClient.standingStill()) {
            twin.simulator().faults().inject(new SimulatedFault.ErrorStatus(503, "hit"),
                    FaultTarget.any().probability(0.5));

            assertThat(Stream.generate(() -> twin.get("/v2/databases").status()).limit(20))
                    .isEqualTo(Stream.generate(() -> client.get("/v2/databases").status())
                            .limit(20)
                            .toList());
        }
    }

    @Test
    void goesWellAgainWhenEveryFaultIsTakenBack() {
        simulator.faults().inject(new SimulatedFault.ErrorStatus(503, "hit"), FaultTarget.any().always());

        simulator.faults().clear();

        assertThat(migration.get().status()).isEqualTo(200);
    }

    private void inject(SimulatedFault fault) {
        simulator.faults().inject(fault, FaultTarget.any());
    }

    private List<Integer> statuses(int count) {
        return Stream.generate(() -> migration.get().status()).limit(count).toList();
    }

    private String raw(String method, String path) throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            return connection.exchange(method, path, simulator.fullToken());
        }
    }
}
