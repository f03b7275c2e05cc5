package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import dev.longshore.devops.ApiResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Neither the token nor a credential is in anything that the client says, writes or logs, at whatever log level. */
class SecrecyTest {
    private static final String KEY = "s3cr3t-Access-Key";
    private static final String SESSION = "s3cr3t-Session-Token";
    private static final String STATUS = """
            {"migrationID": "mig-1", "dbID": "db-1", "status": "ReceivingFiles",
             "uploadBucketDir": "https://a.blob.core.windows.net/c/?sig=%2$s",
             "uploadCredentials": {"name": "%1$s",
                "keys": {"accessKeyID": "ASIA", "secretAccessKey": "%1$s", "sessionToken": "%2$s"},
                "credentialExpiration": "%1$s", "hint": "export AWS_SECRET_ACCESS_KEY=%1$s"},
             "expectedCleanupTime": "%2$s", "concurrency": "%1$s"}""".formatted(KEY, SESSION);
    private static final String WRONG_STATUS = """
            {"migrationID": "%3$s", "status": "x", "uploadCredentials": {"keys": "%1$s"}, "hint": "%2$s"}"""
            .formatted(KEY, SESSION, TestClient.TOKEN);

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Handler handler = new StreamHandler(said, new SimpleFormatter());
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Logger okHttp = java.util.logging.Logger.getLogger("okhttp3");
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    private final Level level = root.getLevel();

    @BeforeEach
    void listen() {
        var capture = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(capture);
        System.setErr(capture);
        handler.setLevel(java.util.logging.Level.ALL);
        okHttp.setLevel(java.util.logging.Level.ALL);
        julRoot.addHandler(handler);
        appendAll();
    }

    private void appendAll() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %logger %msg %ex%n");
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setOutputStream(said);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        root.setLevel(level);
        julRoot.removeHandler(handler);
        okHttp.setLevel(null);
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void nothingThatIsSaidOrLoggedHoldsASecret(@TempDir Path folder) throws IOException {
        var certificate = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
        var trust = Files.writeString(folder.resolve("trust.pem"), certificate.certificatePem());
        for (var response : responses()) {
            try (var server = new MockWebServer()) {
                server.setDispatcher(always(response));
                server.start();
                callEverything(new TestClient(TestClient.OPTIONS), "http://localhost:" + server.getPort());
            }
        }
        try (var server = new MockWebServer()) {
            server.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(certificate)
                    .build()
                    .sslSocketFactory());
            server.setDispatcher(always(responses().getFirst()));
            server.start();
            callEverything(new TestClient(TestClient.OPTIONS.trusting(TestClient.named(trust))),
                    "https://localhost:" + server.getPort());
        }
        handler.flush();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("ReceivingFiles", "okhttp3", "•••")
                .doesNotContain(TestClient.TOKEN, KEY, SESSION);
    }

    private static void callEverything(TestClient testClient, String endpoint) {
        try (var api = testClient.at(endpoint)) {
            System.out.println(api);
            for (var apiCall : ApiCall.values()) {
                ApiResult<?> result = apiCall.send(api);
                System.out.println(result);
            }
        }
    }

    private static List<MockResponse> responses() {
        var envelope = "{\"errors\":[{\"ID\":1,\"message\":\"token " + TestClient.TOKEN + " is bad\"}]}";
        return List.of(
                new MockResponse.Builder().body(STATUS).build(),
                new MockResponse.Builder().body(WRONG_STATUS).build(),
                new MockResponse.Builder().body(STATUS.substring(0, STATUS.length() - 60)).build(),
                new MockResponse.Builder().body("<html><title>" + TestClient.TOKEN + "</title>" + KEY).build(),
                new MockResponse.Builder().body("plain " + TestClient.TOKEN + KEY + SESSION).build(),
                new MockResponse.Builder().code(401).body(envelope).build(),
                new MockResponse.Builder().code(409).body(STATUS).build(),
                new MockResponse.Builder().code(500).body(envelope).build(),
                new MockResponse.Builder()
                        .code(301)
                        .setHeader("Location", "https://elsewhere.example.com/?t=" + TestClient.TOKEN)
                        .build());
    }

    private static Dispatcher always(MockResponse response) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return response;
            }
        };
    }
}
