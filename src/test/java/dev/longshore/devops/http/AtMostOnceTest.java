package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that changes something is sent at most once, whatever the service answers and whatever OkHttp would do. */
class AtMostOnceTest {
    private static final int REFUSED_STREAM = 7;

    @AutoClose private final MockWebServer server = TestClient.server();

    static List<ApiCall> changes() {
        return List.of(ApiCall.values()).stream().filter(ApiCall::changes).toList();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isNotSentAgainWhenTheConnectionEndsBeforeTheAnswer(ApiCall apiCall) {
        always(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        assertThat(errorOf(apiCall)).isInstanceOf(ApiError.Network.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotSentAgainWhenTheServiceTimedOutWaitingForIt() {
        always(new MockResponse.Builder().code(408).build());

        assertThat(errorOf(ApiCall.PAUSE)).isInstanceOf(ApiError.Server.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isNotSentAgainWhenTheServiceAsksForThatAtOnce(ApiCall apiCall) {
        always(new MockResponse.Builder().code(503).setHeader("Retry-After", "0").build());

        assertThat(errorOf(apiCall)).isInstanceOf(ApiError.Server.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void isNotSentToWhereARedirectLeads(int code) {
        always(new MockResponse.Builder().code(code).setHeader("Location", "/elsewhere").build());

        assertThat(errorOf(ApiCall.LAUNCH)).isInstanceOf(ApiError.Redirected.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 407, 421, 425, 429, 500, 502, 504})
    void isNotSentAgainAfterAnError(int code) {
        always(new MockResponse.Builder()
                .code(code)
                .setHeader("WWW-Authenticate", "Basic realm=\"x\"")
                .setHeader("Proxy-Authenticate", "Basic realm=\"x\"")
                .setHeader("Retry-After", "0")
                .build());

        errorOf(ApiCall.ABORT);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotSentAgainWhenTheAnswerBreaksOff() {
        always(new MockResponse.Builder()
                .body(ApiCall.PAUSE.goodAnswer())
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());

        assertThat(errorOf(ApiCall.PAUSE)).isInstanceOf(ApiError.Malformed.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void neverGoesOutOnAConnectionThatTheServiceIsAboutToClose(ApiCall apiCall) throws IOException {
        try (var stale = new RawService(AtMostOnceTest::closesAtTheSecondRequest);
                var api = TestClient.of(stale.url())) {
            answerOf(api.status(TestClient.REF));

            answerOf(apiCall.send(api));

            assertThat(stale.requestLines()).filteredOn(line -> line.startsWith("POST")).hasSize(1);
            assertThat(stale.connections()).isEqualTo(2);
        }
    }

    private static void closesAtTheSecondRequest(RawService.ServedConnection servedConnection, int number)
            throws IOException {
        servedConnection.readRequest();
        servedConnection.answer(ApiCall.STATUS.goodAnswer());
        servedConnection.readRequest();
        servedConnection.reset();
    }

    @Test
    void leavesNoConnectionBehindForTheNextChange() throws InterruptedException {
        always(new MockResponse.Builder().body(ApiCall.PAUSE.goodAnswer()).build());
        try (var api = TestClient.of(url("http"))) {
            answerOf(api.act(Action.PAUSE, TestClient.REF, null));
            answerOf(api.act(Action.RESUME, TestClient.REF, null));
        }

        assertThat(List.of(server.takeRequest(), server.takeRequest()))
                .extracting(RecordedRequest::getConnectionIndex)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isNotSentAgainWhenItsHttp2StreamIsRefused(ApiCall apiCall, @TempDir Path folder)
            throws IOException, InterruptedException {
        var testClient = new TestClient(TestClient.OPTIONS.trusting(TestClient.named(serveTls(folder))));
        always(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseStream(REFUSED_STREAM))
                .build());

        try (var api = testClient.at(url("https"))) {
            assertThat(TestClient.errorOf(apiCall.send(api)).mayHaveHappened()).isTrue();
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
    }

    @Test
    void isNotSentAgainWhenItsHttp2ConnectionGoesAway(@TempDir Path folder) throws IOException {
        var testClient = new TestClient(TestClient.OPTIONS.trusting(TestClient.named(serveTls(folder))));
        always(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .body(ApiCall.PAUSE.goodAnswer())
                .build());

        try (var api = testClient.at(url("https"))) {
            api.act(Action.PAUSE, TestClient.REF, null);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private Path serveTls(Path folder) throws IOException {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        return Files.writeString(folder.resolve("trusted.pem"), certificate.certificatePem());
    }

    private ApiError errorOf(ApiCall apiCall) {
        try (var api = TestClient.of(url("http"))) {
            return TestClient.errorOf(apiCall.send(api));
        }
    }

    private String url(String scheme) {
        return scheme + "://localhost:" + server.getPort();
    }

    private void always(MockResponse response) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        });
    }
}
