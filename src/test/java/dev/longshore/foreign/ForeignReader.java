package dev.longshore.foreign;

import dev.longshore.devops.DevOpsApi;
import dev.longshore.devops.http.InProcessConnector;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.model.ApplicationToken;
import dev.longshore.model.Connection;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.Environment;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.FactException;
import dev.longshore.platform.ForeignRequest;
import dev.longshore.platform.SettingsFile;
import dev.longshore.registerfile.RegisterFile;
import dev.longshore.secret.AstraCliProfiles;
import dev.longshore.seeds.FixedAnswerSockets;
import dev.longshore.support.Secrets;
import dev.longshore.text.TypedTime;
import dev.longshore.upload.FileListParser;
import dev.longshore.usertext.DurationText;
import dev.longshore.usertext.TextFileReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The readers of what comes from outside: the one table to which a new reader is added, with samples of what it is made
 * for and the exceptions by which it says that it understands nothing.
 */
@SuppressWarnings("ImmutableEnumChecker") // Sets and lists that cannot be changed, and functions without a state.
enum ForeignReader {
    /** A migration's status, as an answer of the service. */
    STATUS_ANSWER(Set.of(), List.of(Samples.STATUS, Samples.BARE_STATUS), (bytes, _) -> api(200, bytes).status(
            Samples.MIGRATION)),
    /** The list of databases, as an answer of the service. */
    DATABASES_ANSWER(Set.of(), List.of(Samples.DATABASES), (bytes, _) -> api(200, bytes).databases()),
    /** An error, as the service or a gateway answers it. */
    ERROR_ANSWER(Set.of(), List.of(Samples.ERROR, "<html><head><title>403</title></head></html>", "\"busy\"", "null"),
            (bytes, _) -> api(403, bytes).status(Samples.MIGRATION)),
    /** The answer with its head, byte by byte. */
    WHOLE_ANSWER(Set.of(), List.of("HTTP/1.1 429 Too Many\r\nRetry-After: 30\r\nContent-Length: 4\r\n\r\nnull",
            "HTTP/1.1 307 Elsewhere\r\nLocation: /v2/x\r\nDate: Sat, 21 Nov 2026 18:00:00 GMT\r\n\r\n"),
            (bytes, _) -> api(bytes).status(Samples.MIGRATION)),
    /** A text that was pasted, or a file of migrations that a colleague hands on. */
    REGISTER_FILE(Set.of(FactException.class), List.of(
            Samples.STATUS, "name,databaseId,migrationId\norders,%s,%s\n".formatted(Samples.DB, Samples.ID),
            "| name | databaseId | migrationId |\n| --- | --- | --- |\n| orders | %s | %s |\n".formatted(
                    Samples.DB, Samples.ID),
            "[{\"name\":\"orders\",\"databaseId\":\"%s\",\"migrationId\":\"%s\"}]".formatted(Samples.DB, Samples.ID),
            "curl -X POST https://api.astra.datastax.com/v2/databases/%s/migrations/%s/launch".formatted(
                    Samples.DB, Samples.ID),
            "export dbID=%s\nexport migrationID='%s'\n".formatted(Samples.DB, Samples.ID)),
            (bytes, _) -> RegisterFile.in(TextFileReader.of(bytes))),
    /** The profiles of the Astra CLI. */
    ASTRA_CLI_PROFILES(Set.of(), List.of(
            "[default]\nASTRA_DB_APPLICATION_TOKEN=" + Secrets.CLIENT_TOKEN + "\nASTRA_ENV=prod # c\n",
            "[x]\nASTRA_ENV=\"local\"\nASTRA_LOCAL_ENDPOINT='http://127.0.0.1:8085'\n"),
            (bytes, folder) -> {
                var file = Files.write(folder.resolve("astrarc"), bytes);
                new AstraCliProfiles(Map.of("ASTRARC", file.toString()), folder).read();
            }),
    /** The settings. */
    SETTINGS(Set.of(), List.of("{\"theme\":\"DARK\",\"window.x\":\"12\",\"uploads\":\"{}\"}"),
            (bytes, folder) -> SettingsFile.open(
                    Files.write(folder.resolve("settings.json"), bytes), Duration.ofDays(1)).close()),
    /** What a second start asks for over the socket of the data folder. */
    SECOND_START(Set.of(IllegalArgumentException.class), List.of(
            "https://api.astra.datastax.com\n" + Samples.DB + "/" + Samples.ID + "\n",
            "longshore://migration/" + Samples.DB + "/" + Samples.ID),
            // The socket hands on no more than its length field can say.
            (bytes, _) -> ForeignRequest.read(new String(bytes, 0, Math.min(bytes.length, 0xffff),
                    StandardCharsets.UTF_8))),
    /** What {@code du} and {@code find} have printed on an origin node. */
    FILE_LIST(Set.of(FactException.class, IllegalArgumentException.class), List.of(
            "31M\t/var/lib/cassandra/data/ks/t-1/snapshots/s1\n100T total\n",
            "s3://bucket/node/ks/t-1/snapshots/s1/na-1-big-Data.db 123456\n"),
            (bytes, _) -> {
                var text = new String(bytes, StandardCharsets.UTF_8);
                FileListParser.expected(text, "node", FileListParser.DiskUsageUnit.BYTES);
                FileListParser.found(text, "node");
            }),
    /** A token, typed or pasted. */
    TOKEN(Set.of(), List.of(Secrets.CLIENT_TOKEN, "{\"clientId\":\"a\",\"secret\":\"b\",\"token\":\"c\"}"),
            (bytes, _) -> ApplicationToken.find(new String(bytes, StandardCharsets.UTF_8))),
    /** The address of an endpoint, a date, a time and a length of time, as they are typed. */
    TYPED(Set.of(FactException.class), List.of(
            "https://api.astra.datastax.com", "http://127.0.0.1:1/x", "12/31/2026", "14:30", "2 d 3 h"),
            (bytes, _) -> {
                var text = new String(bytes, StandardCharsets.UTF_8);
                var typed = new TypedTime(Locale.GERMANY);
                typed.date(text);
                typed.timeOfDay(text);
                DurationText.read(text, Locale.US);
                OkHttpConnector.readEndpoint(text);
            });

    /** Samples that several readers are made for. */
    private static final class Samples {
        static final String DB = "0b9d3c1e-6a57-4c1c-8f52-7b1c0a6f2e34";
        static final String ID = "5f0c7a52-0c66-4a0e-9d4e-2f4f4b6f9d11";
        static final MigrationRef MIGRATION = MigrationRef.parse(DB + "/" + ID);
        static final String STATUS = """
                {"migrationID":"%s","dbID":"%s","status":"ReceivingFiles","progressInfo":"12 of 40 (30 %%)",
                "uploadBucketDir":"s3://b/d/","uploadCredentials":{"name":"sessionToken","keys":{"accessKeyID":"AS1",
                "secretAccessKey":"s","sessionToken":"t"},"credentialExpiration":"2026-11-21T19:45:09Z","hint":"x"},
                "expectedCleanupTime":"2026-11-28T15:14:38Z","concurrency":4,"targetSubsetSizeGB":2.5}
                """.formatted(ID, DB);
        static final String BARE_STATUS = "{\"status\":\"Paused\",\"uploadCredentials\":null}";
        static final String DATABASES = """
                [{"id":"%s","orgId":"o","info":{"name":"orders","keyspace":"ks","cloudProvider":"AWS","region":"eu",
                "tier":"serverless","datacenters":[{"id":"d"}]},"status":"ACTIVE","observedStatus":"ACTIVE"}]
                """.formatted(DB);
        static final String ERROR = "{\"errors\":[{\"ID\":340018,\"message\":\"auth-manager returned 404\"}]}";
    }

    private final Set<Class<? extends Exception>> own;
    private final List<String> samples;
    private final Reading reading;

    /** Reads bytes; may write into a folder of its own. */
    interface Reading {
        void read(byte[] bytes, Path folder) throws IOException;
    }

    ForeignReader(Set<Class<? extends Exception>> own, List<String> samples, Reading reading) {
        this.own = own;
        this.samples = samples;
        this.reading = reading;
    }

    /**
     * How many bytes it may allocate for each that it reads, most of which it lets go of at once: patterns that are tried
     * line by line take a lot, but not more the more lines there are.
     */
    long bytesPerByte() {
        return switch (this) {
            // A heading of ten thousand columns.
            case REGISTER_FILE -> 20_000;
            case ASTRA_CLI_PROFILES -> 200;
            case STATUS_ANSWER, DATABASES_ANSWER, ERROR_ANSWER, WHOLE_ANSWER, SETTINGS, SECOND_START, FILE_LIST, TOKEN,
                    TYPED ->
                60;
        };
    }

    List<String> samples() {
        return samples;
    }

    /** Fails with what the reader has thrown, where that is not its own way of refusing. */
    void read(byte[] bytes, Path folder) throws IOException {
        try {
            reading.read(bytes, folder);
        } catch (RuntimeException thrown) {
            if (own.stream().noneMatch(each -> each.isInstance(thrown))) {
                throw thrown;
            }
        }
    }

    private static DevOpsApi api(int status, byte[] body) {
        var head = ("HTTP/1.1 " + status + " Word\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return api(all);
    }

    private static DevOpsApi api(byte[] answer) {
        return new InProcessConnector(InstantSource.system(), new FixedAnswerSockets(answer)).connect(
                new Connection(new ConnectionId("c"), "c", URI.create("http://127.0.0.1:1"), Environment.TEST, false,
                        Connection.TokenOrigin.SIMULATOR),
                Secret.of(Secrets.CLIENT_TOKEN));
    }
}
