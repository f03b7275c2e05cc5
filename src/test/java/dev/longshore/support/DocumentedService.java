package dev.longshore.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/**
 * A server that keeps to the documentation and shares nothing with the simulator: what the client makes of the one must
 * hold for the other. The test says what each migration answers, to the byte.
 */
public final class DocumentedService implements AutoCloseable {
    public static final String TOKEN = Secrets.OTHER_SERVICE_TOKEN;
    public static final String NEW_TOKEN = Secrets.OTHER_SERVICE_NEW_TOKEN;
    public static final String DATABASE = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
    public static final String ORDERS = "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11";
    public static final String BILLING = "7d1a4f3b-52f3-4b7d-8a52-92a7f0b4c3e2";
    private static final String SECRET = Secrets.OTHER_SERVICE_KEY;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final List<ReceivedGet> gets = new CopyOnWriteArrayList<>();
    private final Set<String> cutOff = ConcurrentHashMap.newKeySet();

    private record ReceivedGet(String path, String token) {}

    private DocumentedService() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
    }

    /** Starts it on a loopback port, with one database and nothing to import. */
    public static DocumentedService start() throws IOException {
        var service = new DocumentedService();
        service.server.start(InetAddress.getLoopbackAddress(), 0);
        return service;
    }

    /** Starts it with one migration that imports, {@link #ORDERS}, and one that receives files, {@link #BILLING}. */
    public static DocumentedService startWithTwo() throws IOException {
        var service = start();
        service.setStatus(ORDERS, "ImportInProgress", "Imported 412 of 1,204 subsets");
        service.setStatus(BILLING, "ReceivingFiles", "");
        return service;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** From now on {@code migration} is in {@code status}. */
    public void setStatus(String migration, String status, String progress) {
        setAnswer(migration, json(status(migration, status, progress)));
    }

    /** From now on the status of {@code migration} is answered with {@code response}. */
    public void setAnswer(String migration, MockResponse response) {
        answers.put(migration, response);
    }

    /** The paths that were posted to, with their queries. */
    public List<String> posts() {
        return posts;
    }

    /** How often the status of {@code migration} was asked for. */
    public long requestsFor(String migration) {
        return gets.stream().filter(each -> each.path().endsWith(migration)).count();
    }

    /** How often the status of {@code migration} was asked for with that token. */
    public long requestsFor(String migration, String token) {
        return gets.stream().filter(each -> each.path().endsWith(migration) && each.token().equals(token)).count();
    }

    /** From now on whoever has that token gets no answer. */
    public void cutOff(String token) {
        cutOff.add(token);
    }

    /** The opposite of {@link #cutOff}. */
    public void reconnect(String token) {
        cutOff.remove(token);
    }

    /** How often the databases were listed. */
    public long listings() {
        return gets.stream().filter(each -> each.path().equals("/v2/databases")).count();
    }

    /** A secret that every good answer carries. */
    public static String secret() {
        return SECRET;
    }

    public static MockResponse json(String body) {
        return new MockResponse.Builder()
                .code(200)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    public static MockResponse html(int code) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "text/html")
                .body("<html><head><title>Gateway says hello</title></head><body>hello</body></html>")
                .build();
    }

    public static MockResponse reset() {
        return new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build();
    }

    public static String status(String migration, String status, String progress) {
        return """
                {"migrationID":"%s","dbID":"%s","status":"%s","progressInfo":"%s",
                 "uploadBucketDir":"s3://ds-mig/%s/sstables/",
                 "uploadCredentials":{"name":"sessionToken","keys":{"accessKeyID":"ASIAEXAMPLE",
                   "secretAccessKey":"%s","sessionToken":"%s-session"},
                   "credentialExpiration":"%s","hint":"export AWS_SECRET_ACCESS_KEY=%s"},
                 "expectedCleanupTime":"%s"}
                """
                .formatted(
                        migration,
                        DATABASE,
                        status,
                        progress,
                        migration,
                        SECRET,
                        SECRET,
                        inHours(1),
                        SECRET,
                        inHours(6 * 24));
    }

    private static Instant inHours(int hours) {
        return Instant.now().plus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.SECONDS);
    }

    private MockResponse answer(RecordedRequest request) {
        var token = String.valueOf(request.getHeaders().get("Authorization")).replaceFirst("^Bearer ", "");
        if (cutOff.contains(token)) {
            return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        if (!Set.of(TOKEN, NEW_TOKEN).contains(token)) {
            return error(401, "Invalid token");
        }
        var path = request.getUrl().encodedPath();
        var post = "POST".equals(request.getMethod());
        if (post) {
            posts.add(path);
        } else {
            gets.add(new ReceivedGet(path, token));
        }
        return post ? taken(path) : read(path);
    }

    private MockResponse read(String path) {
        if (path.equals("/v2/databases")) {
            return json("[" + database() + "]");
        }
        if (path.equals("/v2/databases/" + DATABASE)) {
            return json(database());
        }
        var migration = path.substring(path.lastIndexOf('/') + 1);
        return answers.getOrDefault(migration, error(404, "migration not found"));
    }

    /** The answer to a change shows the status from before it, as the documentation warns. */
    private MockResponse taken(String path) {
        var parts = path.split("/", -1);
        return answers.getOrDefault(parts[parts.length - 2], error(404, "migration not found"));
    }

    private static String database() {
        return """
                {"id":"%s","orgId":"org-1","status":"ACTIVE","info":{"name":"prod-eu","keyspace":"shop",
                 "cloudProvider":"AWS","region":"eu-west-1","tier":"serverless","datacenters":[{"id":"%s-1"}]}}
                """
                .formatted(DATABASE, DATABASE);
    }

    private static MockResponse error(int code, String message) {
        return new MockResponse.Builder()
                .code(code)
                .addHeader("Content-Type", "application/json")
                .body("{\"errors\":[{\"ID\":" + code + ",\"message\":\"" + message + "\"}]}")
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
