package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.Secret;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever interrupts a call, or closes the API, ends it down to its socket. */
class CancellationTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch socketEnded = new CountDownLatch(1);

    private void neverAnswers(RawService.ServedConnection servedConnection, int number) throws IOException {
        try {
            servedConnection.readRequest();
            asked.countDown();
            servedConnection.readRequest();
        } finally {
            socketEnded.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptionEndsTheCallAndItsSocket(ApiCall call) throws Exception {
        try (var silent = new RawService(this::neverAnswers);
                var api = TestClient.of(silent.url())) {
            var result = new CompletableFuture<ApiResult<?>>();
            var flag = new CompletableFuture<Boolean>();
            var caller = Thread.ofPlatform().start(() -> {
                result.complete(call.send(api));
                flag.complete(Thread.currentThread().isInterrupted());
            });
            asked.await();

            caller.interrupt();

            assertStopped(result);
            assertThat(flag.get()).isTrue();
            socketEnded.await();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingTheApiEndsTheCallAndItsSocket(ApiCall call) throws Exception {
        try (var silent = new RawService(this::neverAnswers)) {
            var api = TestClient.of(silent.url());
            var result = CompletableFuture.<ApiResult<?>>supplyAsync(() -> call.send(api));
            asked.await();

            api.close();

            assertStopped(result);
            socketEnded.await();
        }
    }

    @Test
    void closingTheApiInTheMiddleOfAnAnswerStopsTheCall() throws Exception {
        try (var slow = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            asked.countDown();
            servedConnection.readRequest();
        })) {
            var api = TestClient.of(slow.url());
            var result = CompletableFuture.<ApiResult<?>>supplyAsync(() -> api.act(Action.PAUSE, TestClient.REF, null));
            asked.await();

            api.close();

            assertStopped(result);
        }
    }

    private static void assertStopped(CompletableFuture<ApiResult<?>> result)
            throws InterruptedException, ExecutionException {
        assertThat(errorOf(result.get())).isInstanceOf(ApiError.Network.class);
        assertThat(say(errorOf(result.get()).fact())).startsWith("The call was stopped before a reply came.");
        assertThat(errorOf(result.get()).mayHaveHappened()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentByAThreadThatIsAlreadyInterrupted(ApiCall call) throws IOException {
        try (var silent = new RawService(this::neverAnswers);
                var api = TestClient.of(silent.url())) {
            Thread.currentThread().interrupt();
            var result = call.send(api);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(errorOf(result)).isInstanceOf(ApiError.Network.class);
            assertThat(errorOf(result).mayHaveHappened()).isFalse();
            assertThat(silent.connections()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentAfterClosing(ApiCall call) throws IOException {
        try (var silent = new RawService(this::neverAnswers)) {
            var api = TestClient.of(silent.url());
            api.close();
            api.close();

            assertThat(errorOf(call.send(api))).isInstanceOf(ApiError.Network.class);
            assertThat(errorOf(call.send(api)).mayHaveHappened()).isFalse();
            assertThat(silent.connections()).isZero();
        }
    }

    @Test
    void closingLetsGoOfIdleConnections() throws IOException, InterruptedException {
        try (var service = new RawService((servedConnection, _) -> {
            try {
                servedConnection.readRequest();
                servedConnection.answer(ApiCall.STATUS.goodAnswer());
                servedConnection.readRequest();
            } finally {
                socketEnded.countDown();
            }
        })) {
            var api = TestClient.of(service.url());
            assertThat(api.status(TestClient.REF)).isInstanceOf(ApiResult.Success.class);
            api.close();

            socketEnded.await();
        }
    }

    @Test
    void theTokenOfTheCallerIsLeftAloneAndTheOwnCopyIsWiped() {
        var token = Secret.of(TestClient.TOKEN);
        var bearerToken = new BearerToken(token);
        bearerToken.close();

        assertThat(token.isEmpty()).isFalse();
        assertThat(bearerToken.header()).isEmpty();
        assertThat(bearerToken.redacted(TestClient.TOKEN)).isEqualTo(TestClient.TOKEN);
    }
}
