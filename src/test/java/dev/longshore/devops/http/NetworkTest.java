package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.ServiceFact;
import dev.longshore.support.ClosedPort;
import dev.longshore.support.TestWait;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the network can do, and whether the request can have reached the service then. */
class NetworkTest {
    @ParameterizedTest
    @EnumSource
    void aRefusedConnectionCertainlyChangedNothing(ApiCall apiCall) throws IOException {
        try (var closed = new ClosedPort();
                var api = TestClient.of("http://127.0.0.1:" + closed.number())) {
            var error = errorOf(apiCall.send(api));

            assertThat(error).isInstanceOf(ApiError.Network.class);
            assertThat(error.mayHaveHappened()).isFalse();
            assertThat(ServiceFact.isAnswered(error.fact())).isFalse();
            assertThat(say(error.fact()))
                    .startsWith("Connection refused by http://127.0.0.1:" + closed.number() + ".");
        }
    }

    @Test
    void aRefusedConnectionIsToldForAHostOfTwoAddressesToo() throws IOException {
        try (var closed = new ClosedPort();
                var api = TestClient.of("http://localhost:" + closed.number())) {
            assertThat(say(errorOf(api.status(TestClient.REF)).fact())).startsWith("Connection refused by ");
        }
    }

    @Test
    void theOtherAddressOfTheHostIsTriedEvenForAChange() throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.answer(ApiCall.PAUSE.goodAnswer());
        });
                var api = TestClient.of(service.url().replace("127.0.0.1", "localhost"))) {
            assertThat(api.act(Action.PAUSE, TestClient.REF, null)).isInstanceOf(ApiResult.Success.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetAfterTheRequestMayHaveChangedSomething(ApiCall apiCall) throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.reset();
        });
                var api = TestClient.of(service.url())) {
            var error = errorOf(apiCall.send(api));

            assertThat(error).isInstanceOf(ApiError.Network.class);
            assertThat(error.mayHaveHappened()).isTrue();
            assertThat(say(error.fact()))
                    .startsWith("The connection to " + service.url() + " ended before a reply came.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "HTTP/9.9 nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "{}\r\n"})
    void whatSpeaksAnotherProtocolIsNoAnswer(String greeting) throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write(greeting);
            servedConnection.close();
        });
                var api = TestClient.of(service.url())) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Malformed.class);
            assertThat(say(error.fact())).startsWith(service.url() + " did not reply with HTTP.");
        }
    }

    @Test
    void anAnswerThatBeginsAndNeverEndsDoesNotOutlastTheTimeForTheCall() throws IOException {
        var error = TestClient.overdue(
                options -> ofAnAnswerThatNeverEnds(options, "HTTP/1.1 200 OK", ApiCall.PAUSE),
                ApiError::mayHaveHappened);

        assertThat(error).isInstanceOf(ApiError.Network.class);
        assertThat(say(error.fact())).startsWith("No reply within ");
    }

    @Test
    void theBodyOfAnErrorThatNeverEndsDoesNotHideTheError() throws IOException {
        var error = TestClient.overdue(
                options -> ofAnAnswerThatNeverEnds(options, "HTTP/1.1 401 No", ApiCall.STATUS),
                each -> !(each instanceof ApiError.Network));

        assertThat(error).isInstanceOfSatisfying(ApiError.Server.class,
                server -> assertThat(server.code()).isEqualTo(401));
    }

    private static ApiError ofAnAnswerThatNeverEnds(ClientOptions options, String status, ApiCall apiCall)
            throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write(status + "\r\nContent-Length: 100000\r\n\r\n{");
            servedConnection.readRequest();
        });
                var api = new TestClient(options).at(service.url())) {
            return errorOf(apiCall.send(api));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptTellsWhenAndByWhichClock(ApiCall apiCall) throws IOException {
        try (var server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .body(apiCall.goodAnswer())
                    .setHeader("Date", "Sat, 21 Nov 2026 12:00:45 GMT")
                    .build());
            try (var api = TestClient.of("http://localhost:" + server.getPort())) {
                var before = Instant.now();
                var receipt = apiCall.send(api).receipt();

                assertThat(receipt.sentAt()).isBetween(before, receipt.receivedAt());
                assertThat(receipt.receivedAt()).isBeforeOrEqualTo(Instant.now());
                assertThat(receipt.serviceDate()).isEqualTo("2026-11-21T12:00:45Z");
            }
        }
    }

    @Test
    void aDateThatCannotBeReadIsNone() throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 404 Not Found\r\nDate: today\r\nContent-Length: 0\r\n\r\n");
        });
                var api = TestClient.of(service.url())) {
            assertThat(api.status(TestClient.REF).receipt().serviceDate()).isNull();
        }
    }

    @Test
    void aFailureWithoutAnAnswerHasAReceiptToo() throws IOException {
        try (var closed = new ClosedPort();
                var api = TestClient.of("http://127.0.0.1:" + closed.number())) {
            var receipt = api.act(Action.PAUSE, TestClient.REF, null).receipt();

            assertThat(receipt.took()).isBetween(Duration.ZERO, TestWait.LIMIT);
            assertThat(receipt.serviceDate()).isNull();
        }
    }

    @Test
    void measuresAnAnswerInRealTimeWhenTheClockRunsFaster() throws IOException {
        var jumping = new AtomicLong();
        InstantSource anHourPerLook = () -> Instant.EPOCH.plus(Duration.ofHours(jumping.incrementAndGet()));
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        });
                var api = new OkHttpConnector(anHourPerLook, TestClient.OPTIONS)
                        .connect(TestClient.connection(service.url()), Secret.of(TestClient.TOKEN))) {
            var receipt = api.status(TestClient.REF).receipt();

            assertThat(Duration.between(receipt.sentAt(), receipt.receivedAt())).isGreaterThanOrEqualTo(
                    Duration.ofHours(1));
            assertThat(receipt.took()).isBetween(Duration.ZERO, TestWait.LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AstraCS:a b", "AstraCS:a\nX: y", "AstraCS:é", "AstraCS:\u0000", "AstraCS:a:b~",
        "{\"token\":\"AstraCS:a:b\"}",
        "secret"})
    void whatIsNoTokenIsNotSent(String token) throws IOException {
        try (var service = new RawService((servedConnection, _) -> servedConnection.readRequest());
                var api = new TestClient(TestClient.OPTIONS).at(service.url(), token)) {
            var error = errorOf(api.act(Action.PAUSE, TestClient.REF, null));

            assertThat(error).isInstanceOf(ApiError.Unauthorized.class);
            assertThat(say(error.fact())).startsWith("This is not an application token");
            assertThat(service.connections()).isZero();
        }
    }

    @Test
    void aNameWithoutAddressIsToldApart() {
        assertThat(
                NetworkFaultReader.of(new UnknownHostException("proxy.example.com: Name or service not known"), false))
                .isEqualTo(NetworkFault.of(NetworkFault.Type.UNKNOWN_HOST, "proxy.example.com"));
    }

    @Test
    void aConnectionThatTakesTooLongIsToldApart() {
        assertThat(NetworkFaultReader.of(new SocketTimeoutException("Connect timed out"), false).type())
                .isEqualTo(NetworkFault.Type.NO_CONNECTION_IN_TIME);
        assertThat(NetworkFaultReader.of(new ConnectException("Connection timed out"), false).type())
                .isEqualTo(NetworkFault.Type.NO_CONNECTION_IN_TIME);
    }

    @Test
    void aNetworkWithoutAWayIsToldApart() {
        assertThat(NetworkFaultReader.of(new NoRouteToHostException("No route to host"), false).type())
                .isEqualTo(NetworkFault.Type.UNREACHABLE);
        assertThat(NetworkFaultReader.of(new ConnectException("Network is unreachable"), false).type())
                .isEqualTo(NetworkFault.Type.UNREACHABLE);
    }

    @Test
    void ofSeveralAddressesTheOneWithAWayToItIsTold() {
        var exception = new ConnectException("Network is unreachable");
        exception.addSuppressed(new ConnectException("Connection refused"));

        assertThat(NetworkFaultReader.of(exception, false).type()).isEqualTo(NetworkFault.Type.REFUSED);
    }

    @Test
    void afterTheRequestLeftItIsATimeoutOrAnEnd() {
        assertThat(NetworkFaultReader.of(new InterruptedIOException("timeout"), true).type())
                .isEqualTo(NetworkFault.Type.LATE);
        assertThat(NetworkFaultReader.of(new SocketException("Connection reset"), true).type())
                .isEqualTo(NetworkFault.Type.CUT);
        assertThat(NetworkFaultReader.of(new EOFException(), true).type()).isEqualTo(NetworkFault.Type.CUT);
    }
}
