package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.simulator.faults.FaultTarget;
import dev.longshore.simulator.faults.SimulatedFault;
import dev.longshore.simulator.http.SimulatedOperation;
import dev.longshore.simulator.service.SimulatedCloud;
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

    @AutoClose private final SimulatorClient client = SimulatorClient.standingStill();

    private final Simulator simulator = client.simulator();

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

        assertThatThrownBy(() -> new RawConnection(simulator)).hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void tellsSimulatedTimeInTheDateHeader() {
        client.advance(Duration.ofDays(3));

        assertThat(client.get("/v2/databases").header("Date")).isEqualTo("Tue, 24 Nov 2026 18:00:00 GMT");
    }

    @Test
    void answersSeveralRequestsOnOneConnection() throws IOException {
        String request = "GET /v2/databases HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n";
        try (RawConnection connection = new RawConnection(simulator)) {
            assertThat(connection.send(request).readUntil("[]")).startsWith(STATUS_LINE);
            assertThat(connection.send(request).readUntil("[]")).startsWith(STATUS_LINE);
        }
    }

    @Test
    void closesTheConnectionWhenTheClientAsksForIt() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            assertThat(connection.exchange("GET", "/v2/databases", simulator.fullToken())).endsWith("[]");
        }
    }

    @Test
    void understandsAnOldClientThatKeepsNoConnection() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection
                    .send("GET /v2/databases HTTP/1.0\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n");

            assertThat(connection.readAll()).endsWith("[]");
        }
    }

    @Test
    void understandsAClientThatTakesItForAProxy() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            assertThat(connection.exchange("GET", "http://api.example.test/v2/databases", simulator.fullToken()))
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
        try (RawConnection connection = new RawConnection(simulator)) {
            assertThat(connection.send(text).readAll()).startsWith("HTTP/1.1 400 Bad Request\r\n");
        }
    }

    @Test
    void servesOthersWhileOneClientDoesNotRead() throws IOException {
        simulator.faults().inject(new SimulatedFault.HugeBody(64L << 20),
                FaultTarget.operation(SimulatedOperation.LIST_DATABASES));
        try (RawConnection idle = new RawConnection(simulator)) {
            idle.send("GET /v2/databases HTTP/1.1\r\nAuthorization: Bearer " + simulator.fullToken() + "\r\n\r\n");
            idle.readUntil("\r\n\r\n");

            assertThat(client.get("/v2/databases").status()).isEqualTo(200);
        }
    }

    @Test
    void keepsToOneImportPerDatabaseWhenManyAskAtOnce() throws Exception {
        var database = client.database(SimulatedCloud.AWS);
        List<TestMigration> migrations = IntStream.range(0, 12).mapToObj(i -> client.receivingFiles(database)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> launches = migrations.stream()
                    .map(migration -> (Callable<Integer>) () -> migration.post("launch").status())
                    .toList();

            assertThat(threads.invokeAll(launches)).extracting(Future::resultNow).containsOnlyOnce(200);
        }
    }
}
