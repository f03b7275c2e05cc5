package dev.longshore.devops.http;

import static dev.longshore.devops.http.TestClient.answerOf;
import static dev.longshore.devops.http.TestClient.errorOf;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a good status code came with. */
class JsonBodyTest {
    private static final int LIMIT = 64 << 10;
    private static final ClientOptions SMALL = new ClientOptions(
            "1", TestWait.LIMIT, TestWait.LIMIT, LIMIT, null, TrustedStores.ofRuntime());

    @AutoClose private final MockWebServer server = TestClient.server();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock = """
                    <!DOCTYPE html><html><head><title>502 Bad  Gateway</title> | an HTML page titled "502 Bad Gateway"
                    <html><TITLE lang="en">AstraCS:a:b</TITLE>                 | an HTML page titled "•••"
                    <a href="/v2/databases">Moved Permanently</a>.             | an HTML page
                    <?xml version="1.0"?><x/>                                  | an XML document
                    404 page not found                                         | text other than JSON
                    upstream connect error                                     | text other than JSON
                    {"status": "Closed"}}                                      | broken JSON
                    {"status": Closed}                                         | broken JSON
                    {"status": "Clo                                            | JSON that ends too early
                    [{"status": "Closed"},                                     | JSON that ends too early
                    [{"status": "Closed"}]                                     | a list instead of an object
                    "Closed"                                                   | text instead of an object
                    null                                                       | null instead of an object
                    17                                                         | a number instead of an object
                    true                                                       | true or false instead of an object
                    """)
    void whatCameInsteadIsSaidInWords(String body, String words) {
        serve(new MockResponse.Builder().body(body));

        assertThat(message(TestClient.OPTIONS))
                .startsWith("The reply is " + words + ". Could not read the migration's status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "\uFEFF"})
    void nothingIsCalledEmpty(String body) {
        serve(new MockResponse.Builder().body(body));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is empty.");
    }

    @Test
    void noContentIsCalledEmpty() {
        serve(new MockResponse.Builder().code(204).clearHeaders());

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is empty.");
    }

    @Test
    void bytesThatAreNoTextAreCalledOtherThanJson() {
        serve(new MockResponse.Builder().body(new Buffer().write(new byte[]{(byte) 0xff, 0, 1, 2, (byte) 0xfe})));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is text other than JSON.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/plain; charset=utf-16", "application/octet-stream", "nonsense", "image/png"})
    void goodJsonOfAnotherContentTypeIsRead(String contentType) {
        serve(new MockResponse.Builder().body(ApiCall.STATUS.goodAnswer()).setHeader("Content-Type", contentType));

        assertThat(status(TestClient.OPTIONS)).isEqualTo("ReceivingFiles");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 206})
    void goodJsonOfAnyCodeOfSuccessIsRead(int code) {
        serve(new MockResponse.Builder().code(code).body(ApiCall.STATUS.goodAnswer()));

        assertThat(status(TestClient.OPTIONS)).isEqualTo("ReceivingFiles");
    }

    @Test
    void aCompressedAnswerIsRead() throws IOException {
        serve(new MockResponse.Builder()
                .body(compressed(ApiCall.STATUS.goodAnswer()))
                .setHeader("Content-Encoding", "gzip"));

        assertThat(status(TestClient.OPTIONS)).isEqualTo("ReceivingFiles");
    }

    @Test
    void anAnswerAsLongAsAllowedIsRead() {
        serve(new MockResponse.Builder().body(padded(LIMIT)));

        assertThat(status(SMALL)).isEqualTo("Closed");
    }

    @Test
    void anAnswerThatSaysItIsLongerIsRefused() {
        serve(new MockResponse.Builder().body(padded(LIMIT + 1)));

        assertThat(message(SMALL)).startsWith("The reply is larger than 64 KiB and was refused.");
    }

    @Test
    void anAnswerThatTurnsOutLongerIsRefused() {
        serve(new MockResponse.Builder().chunkedBody(padded(LIMIT + 1), 1000));

        assertThat(message(SMALL)).startsWith("The reply is larger than 64 KiB and was refused.");
    }

    @Test
    void anAnswerThatUnpacksToMoreIsRefused() throws IOException {
        var bomb = compressed("[" + " ".repeat(64 << 20) + "]");
        assertThat(bomb.size()).isLessThan(LIMIT + (64 << 10));
        serve(new MockResponse.Builder().body(bomb).setHeader("Content-Encoding", "gzip"));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is larger than 8,192 KiB and was refused.");
    }

    @Test
    void anAnswerThatCannotBeUnpackedHasBrokenOff() {
        serve(new MockResponse.Builder().body("not gzip at all").setHeader("Content-Encoding", "gzip"));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply broke off after 0 bytes.");
    }

    @Test
    void anAnswerOfTooManyPiecesIsRefused() {
        serve(new MockResponse.Builder().body("[" + "[],".repeat(600_000) + "[]]"));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is broken JSON.");
    }

    @Test
    void anAnswerNestedBeyondAllSenseIsRefused() {
        serve(new MockResponse.Builder().body("{\"x\":" + "[".repeat(2_000_000)));

        assertThat(message(TestClient.OPTIONS)).startsWith("The reply is broken JSON.");
    }

    @Test
    void aStatusThatCannotBeReadMayBeThatOfANewMigration() {
        serve(new MockResponse.Builder().body("not yet"));

        assertThat(message(TestClient.OPTIONS)).contains("While it creates the directory of a new migration");
    }

    private String status(ClientOptions options) {
        try (var api = new TestClient(options).at("http://localhost:" + server.getPort())) {
            return answerOf(api.status(TestClient.REF)).status().raw();
        }
    }

    private String message(ClientOptions options) {
        try (var api = new TestClient(options).at("http://localhost:" + server.getPort())) {
            var error = errorOf(api.status(TestClient.REF));
            assertThat(error).isInstanceOf(ApiError.Malformed.class);
            return say(error.fact());
        }
    }

    private void serve(MockResponse.Builder response) {
        for (int i = 0; i < 3; i++) {
            server.enqueue(response.build());
        }
    }

    private static String padded(int length) {
        var json = "{\"status\":\"Closed\"}";
        return json + " ".repeat(length - json.length());
    }

    private static Buffer compressed(String text) throws IOException {
        var compressed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(compressed))) {
            sink.writeString(text, StandardCharsets.UTF_8);
        }
        return compressed;
    }
}
