package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading calls are repeated when the connection failed, and only then, and stay at home. */
class ReadRetryTest {
    private final TestClient testClient = new TestClient(TestClient.OPTIONS);
    @AutoClose private final MockWebServer server = TestClient.server();

    @ParameterizedTest
    @EnumSource(names = {"DATABASE", "STATUS"})
    void isRepeatedWhenTheServiceClosedAnIdleConnection(ApiCall apiCall) throws IOException {
        try (var stale = new RawService(this::closesAtTheSecondRequest);
                var api = testClient.at(stale.url())) {
            answerOf(api.status(TestClient.REF));

            answerOf(apiCall.send(api));

            assertThat(stale.requestLines()).hasSize(3);
        }
    }

    private void closesAtTheSecondRequest(RawService.ServedConnection servedConnection, int number) throws IOException {
        servedConnection.readRequest();
        servedConnection.answer(number == 1 ? ApiCall.STATUS.goodAnswer() : "{\"status\":\"ACTIVE\"}");
        servedConnection.readRequest();
        servedConnection.close();
    }

    @Test
    void isTriedThreeTimesWithGrowingPausesInAll() throws IOException {
        try (var closing = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.close();
        });
                var api = testClient.at(closing.url())) {
            assertThat(errorOf(api.status(TestClient.REF)).mayHaveHappened()).isTrue();

            assertThat(closing.requestLines()).hasSize(3);
            assertThat(testClient.pauses).hasSize(2);
            assertThat(testClient.pauses.get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(399));
            assertThat(testClient.pauses.get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(599));
        }
    }

    @Test
    void isRepeatedWhenItsAnswerBrokeOff() throws IOException {
        try (var breaking = new RawService((servedConnection, number) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 200 OK\r\nContent-Length: " + (number == 1 ? 1000 : 19) + "\r\n\r\n");
            servedConnection.write("{\"status\":\"Closed\"}");
            servedConnection.close();
        });
                var api = testClient.at(breaking.url())) {
            assertThat(answerOf(api.status(TestClient.REF)).status().raw()).isEqualTo("Closed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 408, 409, 421, 429, 500, 502, 503, 504})
    void isNotRepeatedAfterAnError(int code) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(new MockResponse.Builder().code(code).setHeader("Retry-After", "0").build());
        }
        try (var api = testClient.at(url())) {
            errorOf(api.status(TestClient.REF));
        }

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(testClient.pauses).isEmpty();
    }

    @Test
    void isNotRepeatedWhenTheAnswerIsNonsense() {
        server.enqueue(new MockResponse.Builder().body("<html>").build());
        try (var api = testClient.at(url())) {
            errorOf(api.status(TestClient.REF));
        }

        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void isNotRepeatedWhenItsTimeIsOver() throws IOException {
        var hasty = new TestClient(TestClient.HASTY);
        try (var silent = new RawService((servedConnection, _) -> servedConnection.readRequest());
                var api = hasty.at(silent.url())) {
            assertThat(say(errorOf(api.status(TestClient.REF)).fact()))
                    .startsWith("The service did not answer within 0.5 s.");

            assertThat(silent.requestLines()).hasSize(1);
            assertThat(hasty.pauses).isEmpty();
        }
    }

    @Test
    void takesAnotherConnectionAfterOneThatLedNowhere(@TempDir Path folder) throws Exception {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        var good = new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).build();
        server.enqueue(good);
        server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        server.enqueue(good);
        var trust = Files.writeString(folder.resolve("trust.pem"), certificate.certificatePem());
        try (var api = new TestClient(
                TestClient.OPTIONS.within(Duration.ofSeconds(10), Duration.ofSeconds(2)).trusting(trust))
                .at(url().replace("http:", "https:"))) {
            answerOf(api.status(TestClient.REF));
            assertThat(say(errorOf(api.status(TestClient.REF)).fact())).startsWith("The service did not answer");

            answerOf(api.status(TestClient.REF));
        }

        assertThat(List.of(server.takeRequest(), server.takeRequest(), server.takeRequest()))
                .extracting(RecordedRequest::getConnectionIndex)
                .containsExactly(0, 0, 1);
    }

    @Test
    void isNotRepeatedWhenThePauseWouldOutlastTheTimeThatIsLeft() {
        var pauses = new AtomicInteger();
        var retry = new Retry(new Random(1), _ -> pauses.incrementAndGet());

        assertThat(retry.pauseBeforeRetry(1, Duration.ofMillis(150))).isFalse();
        assertThat(pauses).hasValue(0);
    }

    @Test
    void isNotRepeatedWhenItsThreadIsInterruptedInThePause() {
        var retry = new Retry(new Random(1), _ -> {
            throw new InterruptedException();
        });

        assertThat(retry.pauseBeforeRetry(1, Duration.ofSeconds(30))).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsARedirectWithinTheEndpoint(int code) throws InterruptedException {
        redirect(code, "/v2/databases/db-1/migrations/mig-1/");
        server.enqueue(new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).build());
        try (var api = testClient.at(url())) {
            answerOf(api.status(TestClient.REF));
        }
        server.takeRequest();
        var second = server.takeRequest();

        assertThat(second.getTarget()).isEqualTo("/v2/databases/db-1/migrations/mig-1/");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestClient.TOKEN);
    }

    @Test
    void doesNotFollowRedirectsRoundInACircle() {
        for (int i = 0; i < 10; i++) {
            redirect(302, "/v2/databases/db-1/migrations/mig-1");
        }
        try (var api = testClient.at(url())) {
            assertThat(errorOf(api.status(TestClient.REF))).isInstanceOf(ApiError.Redirected.class);
        }

        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void neverFollowsARedirectToAnotherHost() throws IOException {
        try (var other = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.answer(ApiCall.STATUS.goodAnswer());
        });
                var api = testClient.at(url())) {
            redirect(302, other.url() + "/x");

            assertThat(errorOf(api.status(TestClient.REF)))
                    .isInstanceOfSatisfying(
                            ApiError.Redirected.class,
                            redirected -> assertThat(redirected.location()).isEqualTo(other.url() + "/x"));
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void tellsOfARedirectWithoutAnAddress() {
        server.enqueue(new MockResponse.Builder().code(301).build());
        try (var api = testClient.at(url())) {
            assertThat(errorOf(api.status(TestClient.REF)))
                    .isInstanceOfSatisfying(
                            ApiError.Redirected.class,
                            redirected -> assertThat(redirected.location()).isNull());
        }
    }

    private void redirect(int code, String location) {
        server.enqueue(new MockResponse.Builder().code(code).setHeader("Location", location).build());
    }

    private String url() {
        return "http://localhost:" + server.getPort();
    }
}
