package dev.longshore.devops.http;

import static dev.longshore.devops.http.Client.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.devops.ApiResult;
import dev.longshore.model.Secret;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever interrupts a call, or closes the API, ends it down to its socket. */
class StoppingTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch socketEnded = new CountDownLatch(1);

    private void neverAnswers(RawService.Connection connection, int number) throws IOException {
        try {
            connection.readRequest();
            asked.countDown();
            connection.readRequest();
        } finally {
            socketEnded.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInterruptionEndsTheCallAndItsSocket(Asked call) throws Exception {
        try (var silent = new RawService(this::neverAnswers);
                var api = Client.of(silent.url())) {
            var result = new CompletableFuture<ApiResult<?>>();
            var flag = new CompletableFuture<Boolean>();
            var caller = Thread.ofPlatform().start(() -> {
                result.complete(call.of(api));
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
    void closingTheApiEndsTheCallAndItsSocket(Asked call) throws Exception {
        try (var silent = new RawService(this::neverAnswers)) {
            var api = Client.of(silent.url());
            var result = CompletableFuture.<ApiResult<?>>supplyAsync(() -> call.of(api));
            asked.await();

            api.close();

            assertStopped(result);
            socketEnded.await();
        }
    }

    @Test
    void closingTheApiInTheMiddleOfAnAnswerStopsTheCall() throws Exception {
        try (var slow = new RawService((connection, _) -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
            asked.countDown();
            connection.readRequest();
        })) {
            var api = Client.of(slow.url());
            var result = CompletableFuture.<ApiResult<?>>supplyAsync(() -> api.pause(Client.REF));
            asked.await();

            api.close();

            assertStopped(result);
        }
    }

    private static void assertStopped(CompletableFuture<ApiResult<?>> result)
            throws InterruptedException, ExecutionException {
        assertThat(errorOf(result.get())).isInstanceOf(ApiError.Network.class);
        assertThat(errorOf(result.get()).message()).startsWith("The call was stopped before an answer came.");
        assertThat(errorOf(result.get()).mayHaveHappened()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentByAThreadThatIsAlreadyInterrupted(Asked call) throws IOException {
        try (var silent = new RawService(this::neverAnswers);
                var api = Client.of(silent.url())) {
            Thread.currentThread().interrupt();
            var result = call.of(api);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(errorOf(result)).isInstanceOf(ApiError.Network.class);
            assertThat(errorOf(result).mayHaveHappened()).isFalse();
            assertThat(silent.connections()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentAfterClosing(Asked call) throws IOException {
        try (var silent = new RawService(this::neverAnswers)) {
            var api = Client.of(silent.url());
            api.close();
            api.close();

            assertThat(errorOf(call.of(api))).isInstanceOf(ApiError.Network.class);
            assertThat(errorOf(call.of(api)).mayHaveHappened()).isFalse();
            assertThat(silent.connections()).isZero();
        }
    }

    @Test
    void closingLetsGoOfIdleConnections() throws IOException, InterruptedException {
        try (var service = new RawService((connection, _) -> {
            try {
                connection.readRequest();
                connection.answer(Asked.STATUS.goodAnswer());
                connection.readRequest();
            } finally {
                socketEnded.countDown();
            }
        })) {
            var api = Client.of(service.url());
            assertThat(api.status(Client.REF)).isInstanceOf(ApiResult.Success.class);
            api.close();

            socketEnded.await();
        }
    }

    @Test
    void theTokenOfTheCallerIsLeftAloneAndTheOwnCopyIsWiped() {
        var token = Secret.of(Client.TOKEN);
        var bearer = new Bearer(token);
        bearer.close();

        assertThat(token.isEmpty()).isFalse();
        assertThat(bearer.header()).isEmpty();
        assertThat(bearer.redacted(Client.TOKEN)).isEqualTo(Client.TOKEN);
    }
}
