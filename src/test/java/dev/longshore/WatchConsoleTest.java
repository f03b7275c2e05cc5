package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.DocumentedService;
import dev.longshore.support.SecretScan;
import dev.longshore.support.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch without a window, in a process of its own that has none of a window's libraries. */
class WatchConsoleTest {
    private static final String ORDERS = DocumentedService.DATABASE + "/" + DocumentedService.ORDERS;
    private static final String BILLING = DocumentedService.DATABASE + "/" + DocumentedService.BILLING;
    /** A call gives up after 30 seconds by itself. */
    private static final Duration BEFORE_A_CALL_GIVES_UP = Duration.ofSeconds(20);

    @TempDir private Path data;

    private DocumentedService service;

    @BeforeEach
    void startTheService() throws IOException {
        service = DocumentedService.startWithTwo();
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    private ConsoleProgram watch(String... more) throws IOException {
        return ConsoleProgram.start(DocumentedService.TOKEN, withFolder("watch", more));
    }

    private String[] withFolder(String command, String... more) {
        var all = new ArrayList<>(List.of(command, "--data-dir", data.toString()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private ConsoleProgram watchBoth(String... more) throws IOException {
        var all = new ArrayList<>(
                List.of("--connect", service.url().toString(), "--watch", ORDERS, "--watch", BILLING));
        all.addAll(List.of(more));
        return watch(all.toArray(String[]::new));
    }

    @Test
    void saysWhatItWatchesAndThenWhatHappens() throws Exception {
        try (var program = watchBoth()) {
            assertThat(program.awaitLine("ready"))
                    .isEqualTo("ready: watching 2 migrations through the connection 127.0.0.1");
            assertThat(program.awaitLine("Importing")).matches(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d) status .*" + ORDERS
                            + ".*: Importing \\[ImportInProgress\\]");
            program.awaitLine(BILLING);

            assertThat(program.stop()).isZero();
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    void endsSoonAfterItIsToldToAlsoWhileTheServiceIsSilent() throws Exception {
        service.setAnswer(DocumentedService.BILLING,
                new MockResponse.Builder().headersDelay(1, TimeUnit.HOURS).build());
        try (var program = watchBoth()) {
            program.awaitLine("Importing");
            program.process().destroy();

            assertThat(program.process().waitFor(BEFORE_A_CALL_GIVES_UP.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(program.awaitEnd()).isZero();
        }
    }

    @Test
    void knowsAgainWhatItKnewAfterItWasKilledAndWatchesOn() throws Exception {
        try (var program = watchBoth()) {
            program.awaitLine("Importing");
            program.awaitLine("Receiving files");
        }
        service.setStatus(DocumentedService.ORDERS, "MigrationDone", "");
        try (var program = watch()) {
            assertThat(program.awaitLine("ready")).contains("2 migrations");
            assertThat(program.awaitLine("status")).contains(ORDERS, "Done [MigrationDone]; before Importing");
        }
    }

    @Test
    void knowsItsTokenAgainWhenItWasKilledAsSoonAsItWasReady() throws Exception {
        try (var program = watchBoth()) {
            program.awaitLine("ready");
        }
        // What the first may have seen already is no news for the second.
        service.setStatus(DocumentedService.ORDERS, "MigrationDone", "");
        try (var program = watch()) {
            program.awaitLine("Done [MigrationDone]");
            assertThat(program.errors()).isEmpty();
        }
    }

    @Test
    void listsWhatIsKnownWithItsAgeWithoutAskingOrDisturbingTheWatch() throws Exception {
        try (var program = watchBoth()) {
            program.awaitLine("Importing");
            program.awaitLine("Receiving files");
            var asked = service.requestsFor(DocumentedService.ORDERS);

            assertThat(list())
                    .anyMatch(line -> line.matches(".*prod-eu +Importing +Imported 412 of 1,204 subsets.* ago .*"));
            assertThat(String.join("\n", list("--format", "json")))
                    .contains("\"status\" : \"ImportInProgress\"", "\"ageSeconds\" : ",
                            "\"migration\" : \"" + DocumentedService.BILLING + "\"");
            assertThat(list("--format", "csv")).hasSize(3).last().asString().contains("ReceivingFiles");
            assertThat(service.requestsFor(DocumentedService.ORDERS)).isEqualTo(asked);
            assertThat(program.process().isAlive()).isTrue();
        }
        assertThat(list()).hasSize(3);
    }

    private List<String> list(String... more) throws Exception {
        try (var program = ConsoleProgram.start("", withFolder("list", more))) {
            assertThat(program.awaitEnd()).as("%s", program.errors()).isZero();
            return program.output();
        }
    }

    @Test
    void listsNothingWhereThereIsNothingAndMakesNothing() throws Exception {
        data = data.resolve("none");

        assertThat(list()).singleElement().asString().startsWith("There is no migration on the list");
        assertThat(list("--format", "json")).containsExactly("[ ]");
        assertThat(list("--format", "csv")).singleElement().asString().startsWith("name,");
        assertThat(data).doesNotExist();
    }

    @Test
    void aSecondWatchOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var first = watchBoth()) {
            first.awaitLine("Receiving files");
            try (var second = watch()) {
                assertThat(second.awaitEnd()).isEqualTo(Launcher.NOT_STARTED);
                assertThat(second.errors()).singleElement().asString().contains("already watches in " + data);
            }
            assertThat(list()).hasSize(3);
            assertThat(first.stop()).isZero();
        }
    }

    @Test
    void takesTheTokenFromAFileAndWarnsWhereOthersCanReadIt() throws Exception {
        var file = Files.createTempFile("token", "");
        try {
            Files.writeString(file, DocumentedService.TOKEN + "\n");
            try (var program = ConsoleProgram.start("", withFolder("watch", "--connect", service.url().toString(),
                    "--watch", ORDERS, "--token-file", file.toString()))) {
                program.awaitLine("Importing");
                assertThat(program.stop()).isZero();
                assertThat(program.errors()).isEmpty();
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            try (var program = ConsoleProgram.start("", withFolder("watch", "--token-file", file.toString()))) {
                assertThat(program.awaitLine("ready")).contains("one migration");
                assertThat(program.stop()).isZero();
                assertThat(program.errors()).singleElement().asString().contains("chmod 600");
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void takesTheTokenFromTheCredentialsOfSystemd() throws Exception {
        var folder = Files.createTempDirectory("credentials");
        try {
            Files.writeString(folder.resolve("token"), DocumentedService.TOKEN);
            Files.setPosixFilePermissions(folder.resolve("token"), PosixFilePermissions.fromString("r--------"));
            try (var program = ConsoleProgram.start(
                    Map.of("CREDENTIALS_DIRECTORY", folder.toString()), "",
                    withFolder("watch", "--connect", service.url().toString(), "--watch", ORDERS))) {
                program.awaitLine("Importing");
            }
        } finally {
            Files.deleteIfExists(folder.resolve("token"));
            Files.delete(folder);
        }
    }

    @Test
    void saysWhereATokenIsMissingBeforeItWatches() throws Exception {
        try (var program = ConsoleProgram.start(
                "", withFolder("watch", "--connect", service.url().toString(), "--watch", ORDERS))) {
            assertThat(program.awaitEnd()).isEqualTo(2);
            assertThat(program.output()).isEmpty();
            assertThat(program.errors()).singleElement().asString().contains("There is no token for " + service.url());
        }
    }

    @Test
    void saysThatSettingsOrAJournalWereSetAside() throws Exception {
        Files.writeString(data.resolve("settings.json"), "{broken");
        Files.writeString(data.resolve("journal.db"), "no journal");
        try (var program = ConsoleProgram.start("", withFolder("watch"))) {
            assertThat(program.awaitLine(" journal ")).contains("journal.db was damaged and was set aside");
            assertThat(program.stop()).isZero();
            assertThat(program.errors()).singleElement().asString().contains("The settings could not be read");
        }
    }

    @Test
    void sendsATokenThatBelongsToNoConnectionNowhereAndSaysSo() throws Exception {
        try (var program = ConsoleProgram.start(DocumentedService.TOKEN, withFolder("watch"))) {
            assertThat(program.awaitLine("ready")).contains("no migration through no connection");
            assertThat(program.stop()).isZero();
            assertThat(program.errors()).singleElement().asString().contains("add --connect");
        }
    }

    @Test
    void answersItsMetricsOnALoopbackAddress() throws Exception {
        try (var program = watchBoth("--listen", "0")) {
            var address = program.awaitLine("ready").replaceFirst(".*listening on ", "");
            program.awaitLine("Importing");
            program.awaitLine("Receiving files");

            assertThat(get(address + "/metrics")).contains(
                    "longshore_migration_state{connection=\"127.0.0.1\",database=\"" + DocumentedService.DATABASE
                            + "\",migration=\"" + DocumentedService.ORDERS + "\",state=\"import_in_progress\"} 1.0",
                    "longshore_connection_up{connection=\"127.0.0.1\"} 1.0");
            assertThat(get(address + "/healthz")).isEqualTo("ok\n");
        }
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
        }
    }

    @Test
    void showsNoTokenInItsArgumentsItsOutputOrItsFiles() throws Exception {
        try (var program = watchBoth("--listen", "0")) {
            var address = program.awaitLine("ready").replaceFirst(".*listening on ", "");
            program.awaitLine("Receiving files");

            assertThat(Secrets.in(program.process().info().commandLine().orElseThrow())).isEmpty();
            assertThat(Secrets.in(get(address + "/metrics"))).isEmpty();
            program.stop();
            assertThat(Secrets.in(String.join("\n", program.output()))).isEmpty();
        }
        assertThat(SecretScan.scan(data)).isEmpty();
    }
}
