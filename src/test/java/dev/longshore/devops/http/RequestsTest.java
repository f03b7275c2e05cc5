package dev.longshore.devops.http;

import static dev.longshore.devops.http.Client.answerOf;
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
    @AutoClose private final MockWebServer server = Client.server();

    @ParameterizedTest
    @EnumSource
    void eachOperationGoesOutAsDocumented(Asked asked) throws InterruptedException {
        var request = requestOf(asked, "");

        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(asked.method + " " + asked.target);
    }

    @ParameterizedTest
    @EnumSource
    void eachOperationIsAnsweredWithASuccess(Asked asked) {
        server.enqueue(new MockResponse.Builder().body(asked.goodAnswer()).build());
        try (var api = Client.of(url(""))) {
            assertThat(asked.of(api)).isInstanceOf(ApiResult.Success.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachOperationCarriesTheTokenTheVersionAndTheWishForJson(Asked asked) throws InterruptedException {
        var headers = requestOf(asked, "").getHeaders();

        assertThat(headers.values("Authorization")).containsExactly("Bearer " + Client.TOKEN);
        assertThat(headers.values("User-Agent")).containsExactly("Longshore/9.8.7");
        assertThat(headers.values("Accept")).containsExactly("application/json");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"DATABASES", "DATABASE", "STATUS"})
    void aChangeIsAPostWithoutABody(Asked asked) throws InterruptedException {
        var request = requestOf(asked, "");

        assertThat(request.getBodySize()).isZero();
        assertThat(request.getHeaders().values("Content-Length")).containsExactly("0");
        assertThat(request.getHeaders().values("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anEndpointMayHaveAPathOfItsOwnAndEndInASlash(Asked asked) throws InterruptedException {
        assertThat(requestOf(asked, "/behind/a/gateway/").getTarget()).isEqualTo("/behind/a/gateway" + asked.target);
    }

    @Test
    void aSlashAloneIsNoPath() throws InterruptedException {
        assertThat(requestOf(Asked.STATUS, "/").getTarget()).isEqualTo(Asked.STATUS.target);
    }

    @Test
    void initializeNamesTheDatacenterInThePathAndTheRestInTheQuery() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(Asked.INITIALIZE.goodAnswer()).build());
        try (var api = Client.of(url(""))) {
            answerOf(api.initialize(
                    new InitializeRequest(Client.DB, "db-1-2", OptionalInt.of(4), OptionalDouble.of(12.5))));
        }

        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/v2/databases/db-1/datacenters/db-1-2/migrations/initialize"
                        + "?concurrency=4&targetSubsetSizeGB=12.5");
    }

    private RecordedRequest requestOf(Asked asked, String path) throws InterruptedException {
        server.enqueue(new MockResponse.Builder().body(asked.goodAnswer()).build());
        try (var api = Client.of(url(path))) {
            asked.of(api);
        }
        return server.takeRequest();
    }

    private String url(String path) {
        return "http://localhost:" + server.getPort() + path;
    }
}
