package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator as an HTTP server. */
class HttpListenerTest {

    private static final String STATUS_LINE = "HTTP/1.1 200 OK\r\n";

    @AutoClose private final Caller caller = Caller.atAStandstill();

    private final Simulator simulator = caller.simulator();

    @Test
    void listensOnALoopbackAddressOnly() {
        assertThat(simulator.baseUrl().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void takesAFreePortWhenNoneIsAskedFor() throws IOException {
        try (Simulator other = Simulator.start(SimulatorOptions.standingStill().build())) {
            assertThat(other.baseUrl().getPort()).isPositive().isNotEqualTo(simulator.baseUrl().getPort());
        }
    }

    @Test
    void cannotStartOnAPortThatIsTaken() {
        int taken = simulator.baseUrl().getPort();

        assertThatThrownBy(() -> Simulator.start(
                SimulatorOptions.standingStill().port(taken).build()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void isGoneWhenItIsClosed() {
        simulator.close();

        assertThatThrownBy(() -> new Wire(simulator)).hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void tellsSimulatedTimeInTheDateHeader() {
        caller.advance(Duration.ofDays(3));

        assertThat(caller.get("/v2/databases").header("Date")).isEqualTo("Tue, 24 Nov 2026 18:00:00 GMT");
    }

    @Test
    void answersSeveralRequestsOnOneConnection() throws IOException {
        String request = "GET /v2/databases HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n";
        try (Wire wire = new Wire(simulator)) {
            assertThat(wire.send(request).readUntil("[]")).startsWith(STATUS_LINE);
            assertThat(wire.send(request).readUntil("[]")).startsWith(STATUS_LINE);
        }
    }

    @Test
    void closesTheConnectionWhenTheClientAsksForIt() throws IOException {
        try (Wire wire = new Wire(simulator)) {
            assertThat(wire.exchange("GET", "/v2/databases", simulator.fullToken())).endsWith("[]");
        }
    }

    @Test
    void understandsAnOldClientThatKeepsNoConnection() throws IOException {
        try (Wire wire = new Wire(simulator)) {
            wire.send("GET /v2/databases HTTP/1.0\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n");

            assertThat(wire.readAll()).endsWith("[]");
        }
    }

    @Test
    void understandsAClientThatTakesItForAProxy() throws IOException {
        try (Wire wire = new Wire(simulator)) {
            assertThat(wire.exchange("GET", "http://api.example.test/v2/databases", simulator.fullToken()))
                    .startsWith(STATUS_LINE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HELLO\r\n\r\n",
                "GET /v2/databases HTTP/2\r\n\r\n",
                "GET /v2/databases HTTP/1.1\r\nno colon\r\n\r\n",
                "POST /v2/databases HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n",
                "POST /v2/databases HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
            })
    void refusesWhatIsNoProperRequest(String text) throws IOException {
        try (Wire wire = new Wire(simulator)) {
            assertThat(wire.send(text).readAll()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void servesOthersWhileOneClientDoesNotRead() throws IOException {
        simulator.faults().inject(new Fault.HugeBody(64L << 20), Aim.at(Operation.LIST_DATABASES));
        try (Wire idle = new Wire(simulator)) {
            idle.send("GET /v2/databases HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n");
            idle.readUntil("\r\n\r\n");

            assertThat(caller.get("/v2/databases").status()).isEqualTo(200);
        }
    }

    @Test
    void keepsToOneImportPerDatabaseWhenManyAskAtOnce() throws Exception {
        var database = caller.database(Cloud.AWS);
        List<Migration> migrations = IntStream.range(0, 12).mapToObj(i -> caller.receivingFiles(database)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> launches = migrations.stream()
                    .map(migration -> (Callable<Integer>) () -> migration.post("launch").status())
                    .toList();

            assertThat(threads.invokeAll(launches)).extracting(Future::resultNow).containsOnlyOnce(200);
        }
    }
}
