package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.journal.PostgresJournal;
import dev.longshore.journal.PostgresServer;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.Observation;
import dev.longshore.support.DocumentedService;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TcpProxy;
import dev.longshore.support.TeamServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two watches in processes of their own on the journal of a team: the one that asks is killed, stopped, and cut off. They
 * wait for their intervals in real time, so it runs with the other tests of PostgreSQL only (.ci/run).
 */
@Tag("processes")
class TeamProcessesTest {
    private static final String ANNA = DocumentedService.TOKEN;
    private static final String BEN = DocumentedService.NEW_TOKEN;
    private static final String ORDERS = DocumentedService.ORDERS;
    /** The shortest that can be set; jitter takes or adds a tenth of it. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration PROMISED = Duration.ofSeconds(60);

    @TempDir private Path folder;

    private DocumentedService service;

    @BeforeEach
    void startTheService() throws IOException {
        service = DocumentedService.start();
        service.setStatus(ORDERS, "ImportInProgress", "Imported 412 of 1,204 subsets");
    }

    @AfterEach
    void stopTheService() {
        service.close();
    }

    private ConsoleProgram watch(String name, String token, JournalAddress journal) throws IOException {
        var data = Files.createDirectories(folder.resolve(name));
        Files.writeString(data.resolve("settings.json"),
                "{\"watch.interval.importing\": \"%1$s\", \"watch.interval.resting\": \"%1$s\"}".formatted(INTERVAL));
        return ConsoleProgram.start(token, "watch", "--data-dir", data.toString(), "--journal", journal.url(),
                "--connect", service.url().toString(), "--watch", DocumentedService.DATABASE + "/" + ORDERS);
    }

    private ConsoleProgram watch(String name, String token) throws IOException {
        return watch(name, token, TeamServer.address(folder));
    }

    private void awaitRequests(String token, int more) {
        var before = service.requestsFor(ORDERS, token);
        await().until(() -> service.requestsFor(ORDERS, token) >= before + more);
    }

    @Test
    void anotherAsksSoonAfterTheOneThatAskedWasKilled() throws Exception {
        try (var anna = watch("anna", ANNA)) {
            anna.awaitLine("Importing");
            try (var ben = watch("ben", BEN)) {
                ben.awaitLine("ready");
                awaitRequests(ANNA, 2);
                assertThat(service.requestsFor(ORDERS, BEN)).isZero();

                anna.process().destroyForcibly();
                service.setStatus(ORDERS, "Paused", "");
                var killed = Instant.now();
                ben.awaitLine("Paused");

                var took = Duration.between(killed, Instant.now());
                System.out.printf("killed: another asked after %d s, at an interval of %d s%n", took.toSeconds(),
                        INTERVAL.toSeconds());
                assertThat(took).isLessThan(PROMISED);
            }
        }
    }

    @Test
    void whatAStoppedProgramFindsWhenItGoesOnReplacesNothingThatOthersSawMeanwhile() throws Exception {
        try (var ben = watch("ben", BEN)) {
            ben.awaitLine("Importing");
            try (var anna = watch("anna", ANNA)) {
                anna.awaitLine("ready");
                service.setAnswer(ORDERS, DocumentedService.json(
                        DocumentedService.status(ORDERS, "ImportInProgress", "Imported 500 of 1,204 subsets"))
                        .newBuilder().headersDelay(1, TimeUnit.SECONDS).build());
                awaitRequests(BEN, 1);
                signal("STOP", ben);
                service.setStatus(ORDERS, "Paused", "");
                anna.awaitLine("Paused");
                signal("CONT", ben);
                ben.awaitLine("Paused");
                var asked = service.requestsFor(ORDERS);
                await().until(() -> service.requestsFor(ORDERS) > asked);

                assertThat(seen()).extracting(each -> each.status().raw()).containsExactly("ImportInProgress",
                        "Paused");
                assertThat(anna.output()).noneMatch(line -> line.contains("before Paused"));
            }
        }
    }

    private static void signal(String name, ConsoleProgram program) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(program.process().pid())).inheritIO().start()
                .waitFor()).isZero();
    }

    private List<Observation> seen() {
        var server = new PostgresServer(TeamServer.address(folder), Map.of(), new UUID(0, 9));
        try (var journal = PostgresJournal.open(server, EnglishText::say, "dba")) {
            return journal.history(journal.register().getFirst().key(), Instant.EPOCH).observations();
        }
    }

    @Test
    void oneThatIsCutOffSaysSoWhileTheOtherAsksAndHearsOfItAllLater() throws Exception {
        var address = TeamServer.address(folder);
        var server = URI.create(address.url().substring("jdbc:".length()));
        try (var way = TcpProxy.to(server.getHost(), server.getPort());
                var ben = watch("ben", BEN, new JournalAddress(address.url()
                        .replaceFirst("//[^/]+/", "//127.0.0.1:" + way.port() + "/")))) {
            ben.awaitLine("Importing");
            try (var anna = watch("anna", ANNA, address)) {
                anna.awaitLine("ready");
                awaitRequests(BEN, 1);
                way.cut();
                service.cutOff(BEN);
                service.setStatus(ORDERS, "Paused", "");
                anna.awaitLine("Paused");
                ben.awaitLine(" connection ");
                ben.awaitLine(" journal ");
                assertThat(ben.output()).noneMatch(line -> line.contains("Paused"));

                service.reconnect(BEN);
                way.restore();
                ben.awaitLine("Paused");
                assertThat(seen()).extracting(each -> each.status().raw()).containsExactly("ImportInProgress",
                        "Paused");
            }
        }
    }
}
