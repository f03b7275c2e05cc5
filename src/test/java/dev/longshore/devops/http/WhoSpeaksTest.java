package dev.longshore.devops.http;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the service's own form of an error speaks for the service; everything else comes from a gateway and passes. */
class WhoSpeaksTest {
    private static final String PAGE = "<html><head><title>ERROR: The request could not be satisfied</title></head></html>";

    private static ApiError answered(String status, String type, String body) throws IOException {
        try (var service = new RawService((servedConnection, _) -> {
            servedConnection.readRequest();
            servedConnection.write("HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        });
                var api = new TestClient(TestClient.OPTIONS).at(service.url())) {
            return TestClient.errorOf(api.status(TestClient.REF));
        }
    }

    private static ApiError json(String status, String body) throws IOException {
        return answered(status, "application/json", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "401", "403", "404", "409"})
    void aPageOfTheContentNetworkIsNoRefusalOfTheService(String status) throws IOException {
        var error = answered(status, "text/html", PAGE);

        assertThat(error).isInstanceOf(ApiError.Server.class);
        assertThat(say(error.fact())).contains(status, "The request could not be satisfied", "in front of the service");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"the upstream is busy, call support\"", "{\"message\":\"the upstream is busy, call support\"}",
        "{\"errors\":[\"the upstream is busy, call support\"]}",
        "{\"error\":{\"message\":\"the upstream is busy, call support\"}}",
        "[{\"message\":\"the upstream is busy, call support\"}]", "the upstream is busy, call support"})
    void textThatIsNoErrorOfTheServiceIsQuoted(String body) throws IOException {
        for (var status : new String[]{"401", "403", "404", "500"}) {
            var error = json(status, body);

            assertThat(error).isInstanceOf(ApiError.Server.class);
            assertThat(say(error.fact())).contains("\"the upstream is busy, call support\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}],\"messages\":[]}",
        "{\"errors\":[{\"message\":\"Authentication error\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}",
        "{\"data\":null,\"errors\":[{\"message\":\"Authentication error\"}]}",
        "{\"errors\":[{\"status\":\"401\",\"title\":\"Authentication error\"}]}",
        "{\"errors\":[{\"id\":\"0b9d3c1e-6a57\",\"detail\":\"Authentication error\"}]}",
        "<?xml version=\"1.0\"?><Error><Code>x</Code><Message>Authentication error</Message></Error>"})
    void aListOfErrorsInAnotherProductsFormIsNoWordOfTheService(String body) throws IOException {
        for (var status : new String[]{"400", "401", "403", "404", "409"}) {
            var error = json(status, body);

            assertThat(error).isInstanceOf(ApiError.Server.class);
            assertThat(say(error.fact())).contains("Authentication error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"errors\":[]}", "{\"errors\":null}", "{\"errors\":[{}]}", "17", ""})
    void aBodyWithoutWordsIsNoWordOfTheService(String body) throws IOException {
        var error = json("401", body);

        assertThat(error).isInstanceOf(ApiError.Server.class);
        assertThat(say(error.fact())).contains("(401)", "role of the token");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errors":[{"ID":340404,"message":"no such thing"}]} | "no such thing", error ID 340404
            {"errors":[{"id":340404,"message":"no such thing"}]} | "no such thing", error ID 340404
            {"errors":[{"ID":"340404","message":"no such thing"}]} | "no such thing", error ID 340404
            {"errors":[{"ID":340404}]}                           | (404, error ID 340404)
            {"errors":[{"message":"no such thing"}]}             | (404: "no such thing")
            {"errors":[{"ID":1,"message":"a"},{"ID":2,"message":"b"}]} | (404: "a; b", error ID 1, 2)
            """)
    void theServicesOwnFormIsReadInEachSpellingAndItsIdIsShown(String body, String said) throws IOException {
        var error = json("404", body);

        assertThat(error).isInstanceOf(ApiError.NotFound.class);
        assertThat(say(error.fact())).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | 340002 | received no token
            401 | 340012 | does not have the form of an application token
            401 | 340016 | is malformed
            403 | 340017 | is malformed
            401 | 340018 | the service does not know it
            403 | 340018 | the service does not know it
            401 | 340999 | invalid or expired
            """)
    void documentedIdsAreToldAsWhatTheyAre(String status, int id, String said) throws IOException {
        var error = json(status, "{\"errors\":[{\"ID\":" + id + ",\"message\":\"auth-manager returned 404\"}]}");

        assertThat(error).isInstanceOf(ApiError.Unauthorized.class);
        assertThat(say(error.fact())).contains(said, "error ID " + id);
    }

    @Test
    void anotherIdWith403IsAPermission() throws IOException {
        assertThat(json("403", "{\"errors\":[{\"ID\":17,\"message\":\"role\"}]}"))
                .isInstanceOf(ApiError.Forbidden.class);
    }

    @Test
    void whatIsQuotedIsBoundedAndHoldsNoSecret() throws IOException {
        var body = "{\"message\":\"https://x.blob.core.windows.net/c?sv=1&sig=abcdefghij%3D " + "x".repeat(50_000)
                + "\"}";

        assertThat(say(json("403", body).fact())).hasSizeLessThan(1_000).doesNotContain("abcdefghij");
    }
}
