package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.DevOpsApi;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.MigrationStatus;
import dev.longshore.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpDevOpsApiTest {
    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DevOpsApi api() {
        return new OkHttpConnector(InstantSource.system(), ClientOptions.defaults("1.2.3"))
                .connect(
                        new Connection(
                                new ConnectionId("a"),
                                "A",
                                URI.create("http://localhost:" + server.getPort() + "/base/"),
                                Environment.TEST,
                                false,
                                Connection.TokenOrigin.KEYSTORE),
                        Secret.of("AstraCS:token"));
    }

    @Test
    void readsAStatus() throws InterruptedException {
        server.enqueue(
                new MockResponse.Builder().body("{\"status\":\"ReceivingFiles\",\"progressInfo\":null}").build());
        try (var api = api()) {
            var result = api.status(MigrationRef.parse("db1/mig1"));
            assertThat(result).isInstanceOf(ApiResult.Success.class);
            assertThat(((ApiResult.Success<MigrationStatus>) result).value().status().raw())
                    .isEqualTo("ReceivingFiles");
        }
        var request = server.takeRequest();
        assertThat(request.getTarget()).isEqualTo("/base/v2/databases/db1/migrations/mig1");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer AstraCS:token");
    }
}
