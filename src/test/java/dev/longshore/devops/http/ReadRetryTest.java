package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.ApiError;
import dev.longshore.model.MigrationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading calls are repeated when the connection failed, and only then, and stay at home. */
class ReadRetryTest {
    private final TestClient testClient = new TestClient(TestClient.OPTIONS);
    @AutoClose private final MockWebServer server = TestClient.server();

    /** Else what is left on a connection would be taken for the answer to the next question. */
    @Test
    void doesNotReadTheRestOfAnAnswerAsTheNextOne() throws IOException {
        try (var twice = new RawService((servedConnection, number) -> {
            servedConnection.readRequest();
            servedConnection.answer(answer(number));
            servedConnection.answer(answer(number));
        });
                var api = testClient.at(twice.url())) {
            assertThat(answerOf(api.status(TestClient.REF)).status().raw()).isEqualTo("Word1");
            assertThat(answerOf(api.status(TestClient.REF)).status().raw()).isEqualTo("Word2");
        }
    }

    private static String answer(int number) {
        return "{\"status\":\"Word" + number + "\"}";
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
        var observed = TestClient.overdue(ReadRetryTest::ofASilentService, each -> !each.requestLines().isEmpty());

        assertThat(observed.message()).startsWith("No reply within ");
        assertThat(observed.requestLines()).hasSize(1);
        assertThat(observed.pauses()).isEmpty();
    }

    private record SilentService(String message, List<String> requestLines, List<Duration> pauses) {}

    private static SilentService ofASilentService(ClientOptions options) throws IOException {
        var hasty = new TestClient(options);
        try (var silent = new RawService((servedConnection, _) -> servedConnection.readRequest());
                var api = hasty.at(silent.url())) {
            var message = say(errorOf(api.status(TestClient.REF)).fact());
            return new SilentService(message, silent.requestLines(), hasty.pauses);
        }
    }

    @Test
    void takesAnotherConnectionAfterOneThatLedNowhere(@TempDir Path folder) throws IOException {
        var observed = TestClient.overdue(
                options -> ofAServiceThatStalls(options, folder),
                each -> each.connections().size() == 3 && each.results().getFirst() instanceof ApiResult.Success
                        && each.results().getLast() instanceof ApiResult.Success);

        answerOf(observed.results().getFirst());
        assertThat(say(errorOf(observed.results().get(1)).fact())).startsWith("No reply within ");
        answerOf(observed.results().getLast());
        assertThat(observed.connections()).containsExactly(0, 1, 2);
    }

    private record StallingService(List<ApiResult<MigrationStatus>> results, List<Integer> connections) {}

    /** Its second answer never comes. */
    private static StallingService ofAServiceThatStalls(ClientOptions options, Path folder) throws IOException {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        var trust = Files.writeString(folder.resolve("trust.pem"), certificate.certificatePem());
        var good = new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).build();
        try (var service = new MockWebServer()) {
            service.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            service.enqueue(good);
            service.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
            service.enqueue(good);
            service.start();
            try (var api = new TestClient(options.trusting(TestClient.named(trust)))
                    .at("https://localhost:" + service.getPort())) {
                var results = Stream.generate(() -> api.status(TestClient.REF)).limit(3).toList();
                return new StallingService(results, connections(service));
            }
        }
    }

    private static List<Integer> connections(MockWebServer service) {
        return IntStream.range(0, service.getRequestCount()).mapToObj(_ -> {
            try {
                return service.takeRequest().getConnectionIndex();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }).toList();
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
