package dev.longshore.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the program at random moments while alerts come and go, as often as the property {@code longshore.routeKills}
 * says. The receiver goes on in this process, fails now and then, and remembers what it was told.
 */
class KilledNotificationsTest {
    private static final int KILLS = Integer.getInteger("longshore.routeKills", 3);
    private static final int MOST_MESSAGES_PER_RUN = 8;

    @TempDir private Path folder;
    @TempDir private Path unpacked;
    private final HttpReceiver receiver = new HttpReceiver();
    private final Random random = new Random(20261126);
    private final Instant origin = Instant.now();

    @AfterEach
    void end() {
        receiver.close();
    }

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void noMessageIsLostAndNoneIsSentTwiceButWithTheSameIds() throws IOException, InterruptedException {
        NotifyFixture.write(folder, """
                [[route]]
                name = "ops"
                kind = "webhook"
                url = "%s"
                """.formatted(receiver.url("/hook")));
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill();
        }
        List<AlertRecord> alerts;
        try (var last = new NotifyProgram(folder, origin)) {
            // Nothing fails any more: what had failed is over, and the receiver is told so.
            await().atMost(TestWait.LIMIT).until(() -> isAllTold(last.journal.alerts(Instant.EPOCH)));
            alerts = last.journal.alerts(Instant.EPOCH);
        }
        assertThat(alerts).isNotEmpty();
        assertEveryAlertWasToldInItsOrder(alerts);
        assertNothingWasToldTwiceUnderAnotherId();
    }

    private boolean isAllTold(List<AlertRecord> alerts) {
        return alerts.stream().noneMatch(each -> each.alert().kind() == Alert.Kind.FAILED && each.endedAt().isEmpty())
                && ids("raised").containsAll(alerts.stream().map(AlertRecord::id).toList())
                && ids("resolved").equals(ended(alerts));
    }

    private static Set<String> ended(List<AlertRecord> alerts) {
        return alerts.stream().filter(each -> each.endedAt().isPresent()).map(AlertRecord::id)
                .collect(Collectors.toSet());
    }

    private Set<String> ids(String event) {
        return events(event).map(each -> each.path("id").asString()).collect(Collectors.toSet());
    }

    private Stream<JsonNode> events(String event) {
        return receiver.received().stream().map(HttpReceiver.Received::json)
                .filter(each -> each.path("event").asString().equals(event));
    }

    private void runAndKill() throws IOException {
        for (int i = 0; i < 3; i++) {
            receiver.reply(random.nextBoolean() ? new HttpReceiver.Reply.Cut()
                    : new HttpReceiver.Reply.Status(random.nextBoolean() ? 200 : 500, "", ""));
        }
        var before = receiver.received().size();
        var wanted = before + 1 + random.nextInt(MOST_MESSAGES_PER_RUN);
        var program = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dorg.sqlite.tmpdir=" + unpacked, "-cp",
                System.getProperty("java.class.path"), NotifyProgram.class.getName(), folder.toString(),
                origin.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            await().atMost(TestWait.LIMIT).until(() -> receiver.received().size() >= wanted || !program.isAlive());
            assertThat(program.isAlive()).isTrue();
        } finally {
            TestWait.untilEnded(program.destroyForcibly());
        }
    }

    private void assertEveryAlertWasToldInItsOrder(List<AlertRecord> alerts) {
        var told = new HashMap<String, List<String>>();
        receiver.received().stream().map(HttpReceiver.Received::json).forEach(each -> told.merge(
                each.path("id").asString(), List.of(each.path("event").asString()),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        assertThat(told.keySet()).isEqualTo(new HashSet<>(alerts.stream().map(AlertRecord::id).toList()));
        told.forEach((id, events) -> assertThat(events.stream().distinct()).containsExactlyElementsOf(
                ended(alerts).contains(id) ? List.of("raised", "resolved") : List.of("raised")));
    }

    private void assertNothingWasToldTwiceUnderAnotherId() {
        for (var event : List.of("raised", "resolved")) {
            var deliveries = new HashMap<String, String>();
            events(event).forEach(each -> assertThat(each.path("delivery").asString()).isEqualTo(
                    deliveries.computeIfAbsent(each.path("id").asString(), _ -> each.path("delivery").asString())));
        }
    }
}
