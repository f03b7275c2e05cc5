package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.ApiError;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.ProxyChoice;
import dev.longshore.model.Secret;
import dev.longshore.support.Secrets;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import mockwebserver3.MockWebServer;

/** Makes the API under test; between repetitions it only writes down how long it would have waited. */
final class TestClient {
    static final String TOKEN = Secrets.CLIENT_TOKEN;
    static final DatabaseId DB = new DatabaseId("db-1");
    static final MigrationRef REF = MigrationRef.parse("db-1/mig-1");
    static final ClientOptions OPTIONS = ClientOptions.defaults("9.8.7").within(TestWait.LIMIT, TestWait.LIMIT);
    private static final Duration SHORT = Duration.ofMillis(500);

    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final ClientOptions options;
    private final ProxyChoice proxy;

    TestClient(ClientOptions options) {
        this(options, new ProxyChoice.None());
    }

    TestClient(ClientOptions options, ProxyChoice proxy) {
        this.options = options;
        this.proxy = proxy;
    }

    /** A call that is to run out of time. */
    @FunctionalInterface
    interface OverdueCall<T> {
        T within(ClientOptions options) throws IOException;
    }

    /**
     * What comes of a call whose time runs out. It gets little, and more where a busy machine has used that up before the
     * call had come as far as the test is about.
     *
     * @param farEnough whether it had
     */
    static <T> T overdue(OverdueCall<T> call, Predicate<T> farEnough) throws IOException {
        var time = SHORT;
        var result = call.within(OPTIONS.within(TestWait.LIMIT, time));
        while (!farEnough.test(result) && time.compareTo(TestWait.LIMIT) < 0) {
            time = time.multipliedBy(4);
            result = call.within(OPTIONS.within(TestWait.LIMIT, time));
        }
        return result;
    }

    /** The runtime's list and that of a file. */
    static TrustedStores named(Path file) {
        return new TrustedStores(List.of(), List.of(), List.of(file));
    }

    /** A service that answers what it is told; already listening. */
    static MockWebServer server() {
        var server = new MockWebServer();
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return server;
    }

    static DevOpsApi of(String endpoint) {
        return new TestClient(OPTIONS).at(endpoint);
    }

    DevOpsApi at(String endpoint) {
        return at(endpoint, TOKEN);
    }

    DevOpsApi at(String endpoint, String token) {
        return new OkHttpConnector(InstantSource.system(), options, new Retry(new Random(1), pauses::add))
                .connect(connection(endpoint, proxy), Secret.of(token));
    }

    static Connection connection(String endpoint) {
        return connection(endpoint, new ProxyChoice.None());
    }

    private static Connection connection(String endpoint, ProxyChoice proxy) {
        return new Connection(
                new ConnectionId("c"),
                "Harbour",
                URI.create(endpoint),
                Environment.TEST,
                false,
                Connection.TokenOrigin.KEYSTORE,
                proxy);
    }

    @SuppressWarnings("unchecked")
    static <T> T answerOf(ApiResult<T> result) {
        assertThat(result).isInstanceOf(ApiResult.Success.class);
        return ((ApiResult.Success<T>) result).value();
    }

    static ApiError errorOf(ApiResult<?> result) {
        assertThat(result).isInstanceOf(ApiResult.Failure.class);
        return ((ApiResult.Failure<?>) result).error();
    }
}
