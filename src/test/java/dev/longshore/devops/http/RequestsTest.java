package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiResult;
import dev.longshore.devops.InitializeRequest;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestsTest {
    @AutoClose private final MockWebServer server = TestClient.server();

    @ParameterizedTest
    @EnumSource
    void eachOperationGoesOutAsDocumented(ApiCall apiCall) throws InterruptedException {
        var request = requestOf(apiCall, "");

        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(apiCall.method + " " + apiCall.target);
    }

    @ParameterizedTest
    @EnumSource
    void eachOperationIsAnsweredWithASuccess(ApiCall apiCall) {
        server.enqueue(new MockResponse.Builder().body(apiCall.goodAnswer()).build());
        try (var api = TestClient.of(url(""))) {
            assertThat(apiCall.send(api)).isInstanceOf(ApiResult.Success.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachOperationCarriesTheTokenTheVersionAndTheWishForJson(ApiCall apiCall) throws InterruptedException {
        var headers = requestOf(apiCall, "").getHeaders();

        assertThat(headers.values("Authorization")).containsExactly("Bearer " + TestClient.TOKEN);
        assertThat(headers.values("User-Agent")).containsExactly("Longshore/9.8.7");
        assertThat(headers.values("Accept")).containsExactly("application/json");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DATABASES", "STATUS"})
    void aChangeIsAPostWithoutABody(ApiCall apiCall) throws InterruptedException {
        var request = requestOf(apiCall, "");

        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeaders().values("Content-Length")).containsExactly("0");
        assertThat(request.getHeaders().values("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEndpointMayHaveAPathOfItsOwnAndEndInASlash(ApiCall apiCall) throws InterruptedException {
        assertThat(requestOf(apiCall, "/behind/a/gateway/").getTarget())
                .isEqualTo("/behind/a/gateway" + apiCall.target);
    }

    @Test
    void aSlashAloneIsNoPath() throws InterruptedException {
        assertThat(requestOf(ApiCall.STATUS, "/").getTarget()).isEqualTo(ApiCall.STATUS.target);
    }

    @Test
    void initializeNamesTheDatacenterInThePathAndTheRestInTheQuery() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(ApiCall.INITIALIZE.goodAnswer()).build());
        try (var api = TestClient.of(url(""))) {
            answerOf(api.initialize(
                    new InitializeRequest(TestClient.DB, "db-1-2", OptionalInt.of(4), OptionalDouble.of(12.5))));
        }

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v2/databases/db-1/datacenters/db-1-2/migrations/initialize"
                        + "?concurrency=4&targetSubsetSizeGB=12.5");
    }

    private RecordedRequest requestOf(ApiCall apiCall, String path) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(apiCall.goodAnswer()).build());
        try (var api = TestClient.of(url(path))) {
            apiCall.send(api);
        }
        return server.takeRequest();
    }

    private String url(String path) {
        return "http://localhost:" + server.getPort() + path;
    }
}
