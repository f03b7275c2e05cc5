package dev.longshore.notify;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an alert of a real watch to what arrives at a receiver. */
class NotificationsTest {
    private static final Duration MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;
    private final HttpReceiver receiver = new HttpReceiver();

    @AfterEach
    void end() {
        receiver.close();
    }

    private String webhook(String... more) {
        return """
                [[route]]
                name = "ops"
                kind = "webhook"
                url = "%s"
                %s
                """.formatted(receiver.url("/hook/s3cretPart"), String.join("\n", more));
    }

    @Test
    void anAlertIsRaisedAndResolvedOverTheWebhookUnderOneId() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(MINUTES);
            fixture.world.api.says(ORDERS, "ReceivingFiles");
            fixture.pass(Duration.ofMinutes(20));

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders",
                    "raised changed-by-others soon db-1 orders",
                    "resolved failed act-now db-1 orders");
            var raised = receiver.received().getFirst().json();
            var resolved = receiver.received().getLast().json();
            assertThat(raised.path("id")).isEqualTo(resolved.path("id"));
            assertThat(raised.path("connection").asString()).isEqualTo("prod");
            assertThat(raised.path("database").asString()).isEqualTo("db-1");
            assertThat(raised.path("migration").asString()).isEqualTo("orders");
            assertThat(raised.path("sentence").asString()).isEqualTo("Import failed: “Schema mismatch”");
            assertThat(Instant.parse(raised.path("since").asString())).isBefore(fixture.clock().instant());
            assertThat(raised.path("due").isNull()).isTrue();
            assertThat(raised.path("next").asString()).isNotEmpty();
            assertThat(resolved.path("next").isNull()).isTrue();
        }
    }

    private NotifyFixture failing(String... more) {
        var fixture = NotifyFixture.importing(folder, webhook(more));
        fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
        return fixture;
    }

    private List<String> deliveries() {
        return receiver.received().stream().map(each -> each.json().path("delivery").asString()).toList();
    }

    private static String onlyAlert(NotifyFixture fixture) {
        return fixture.world.journal.alerts(Instant.EPOCH).getFirst().id();
    }

    @Test
    void whatFailsIsSentAgainWithGrowingWaitsUnderTheSameIds() {
        try (var fixture = failing()) {
            for (int i = 0; i < 4; i++) {
                receiver.reply(500);
            }
            fixture.pass(MINUTES);

            assertThat(deliveries()).hasSize(5).containsOnly(deliveries().getFirst());
            assertThat(fixture.notifications.routes().getFirst().sent()).isEqualTo(1);
            assertThat(fixture.notifications.routes().getFirst().failed()).isEqualTo(4);
            assertThat(fixture.notifications.routes().getFirst().waiting()).isZero();
        }
    }

    @Test
    void anAnswerThatIsLostBringsTheSameMessageOnceMore() {
        try (var fixture = failing()) {
            receiver.reply(new HttpReceiver.Reply.Cut());
            fixture.pass(MINUTES);

            assertThat(deliveries()).hasSize(2).containsOnly(deliveries().getFirst());
        }
    }

    @Test
    void aReceiverThatWantsToBeLeftAloneIs() {
        try (var fixture = failing()) {
            receiver.reply(new HttpReceiver.Reply.Status(429, "", "600"));
            fixture.pass(MINUTES);
            assertThat(deliveries()).hasSize(1);
            fixture.pass(MINUTES);
            assertThat(deliveries()).hasSize(1);
            fixture.pass(MINUTES);

            assertThat(deliveries()).hasSize(2);
        }
    }

    @Test
    void theOrderIsKeptWhileAReceiverFails() {
        try (var fixture = failing()) {
            for (int i = 0; i < 12; i++) {
                receiver.reply(500);
            }
            fixture.pass(MINUTES);
            fixture.world.api.says(ORDERS, "ReceivingFiles");
            fixture.pass(Duration.ofHours(1));

            assertThat(receiver.events().stream().distinct()).containsExactly("raised failed act-now db-1 orders",
                    "raised changed-by-others soon db-1 orders", "resolved failed act-now db-1 orders");
        }
    }

    @Test
    void aMessageThatIsRefusedForGoodDoesNotHoldUpTheOthers() {
        try (var fixture = failing()) {
            for (int i = 0; i < 10; i++) {
                receiver.reply(400);
            }
            fixture.pass(Duration.ofMinutes(10));
            fixture.world.api.says(ORDERS, "ReceivingFiles");
            fixture.pass(Duration.ofHours(1));

            assertThat(receiver.events()).contains("resolved failed act-now db-1 orders");
            assertThat(fixture.notifications.routes().getFirst().waiting()).isZero();
        }
    }

    @Test
    void aRouteThatFailsForAQuarterOfAnHourIsAnAlertOnTheOthersUntilItDelivers() {
        var broken = """
                [[route]]
                name = "broken"
                kind = "webhook"
                url = "env:HOOK"
                """;
        var environment = new HashMap<String, String>();
        try (var fixture = NotifyFixture.importing(folder, webhook() + broken, environment)) {
            fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(Duration.ofMinutes(14));
            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders");
            fixture.pass(MINUTES);

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders",
                    "raised route-failing act-now broken");
            var alert = receiver.received().getLast().json();
            assertThat(alert.path("sentence").asString()).startsWith("The route “broken” has not delivered since")
                    .endsWith("The environment variable HOOK is not set.");
            assertThat(alert.path("next").asString()).contains("Settings → Notifications");

            environment.put("HOOK", receiver.url("/other"));
            fixture.pass(Duration.ofMinutes(15));

            assertThat(receiver.events()).contains("resolved route-failing act-now broken");
            assertThat(receiver.received().stream().filter(each -> each.path().equals("/other"))
                    .map(each -> each.json().path("kind").asString())).containsExactly("failed");
        }
    }

    @Test
    void aRouteThatFailedIsStillTheSameAlertAtTheNextStart() {
        var broken = "[[route]]\nname = \"broken\"\nkind = \"webhook\"\nurl = \"env:HOOK\"\n";
        try (var fixture = NotifyFixture.importing(folder, webhook() + broken)) {
            fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(Duration.ofMinutes(20));
            try (var next = fixture.restarted()) {
                next.pass(Duration.ofMinutes(20));

                assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders",
                        "raised route-failing act-now broken");
            }
        }
    }

    @Test
    void anAcknowledgementIsToldToMachines() {
        try (var fixture = failing()) {
            fixture.pass(MINUTES);
            fixture.world.watch.acknowledge(List.of(onlyAlert(fixture))).join();
            fixture.pass(MINUTES);

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders",
                    "changed failed act-now db-1 orders");
            assertThat(receiver.received().getLast().json().path("acknowledged").asBoolean()).isTrue();
        }
    }

    @Test
    void whatBecomesMoreUrgentIsToldAsAChange() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            fixture.world.api.says(ORDERS, "Paused", "34 %", fixture.clock().instant().plus(Duration.ofHours(50)));
            fixture.pass(Duration.ofHours(3));

            assertThat(receiver.events()).containsSubsequence("raised cleanup-soon soon db-1 orders",
                    "changed cleanup-soon act-now db-1 orders");
            var due = receiver.received().getLast().json().path("due").asString();
            assertThat(Instant.parse(due)).isEqualTo(Instant.parse("2026-11-23T05:00:05Z").minusSeconds(5));
            assertThat(receiver.received().getLast().json().path("sentence").asString())
                    .contains("Cleanup due in", "CET (", "UTC)");
        }
    }

    @Test
    void whatIsUrgentIsRepeatedUntilSomebodyAcknowledgesIt() {
        try (var fixture = failing("repeat = \"30m\"")) {
            fixture.pass(Duration.ofMinutes(70));
            assertThat(receiver.events()).hasSize(3).containsOnly("raised failed act-now db-1 orders");
            assertThat(receiver.received()).extracting(each -> each.json().path("repeat").asInt())
                    .containsExactly(0, 1, 2);
            assertThat(receiver.received()).extracting(each -> each.json().path("id").asString())
                    .containsOnly(onlyAlert(fixture));

            fixture.world.watch.acknowledge(List.of(onlyAlert(fixture))).join();
            fixture.pass(Duration.ofHours(2));

            assertThat(receiver.events()).hasSize(4).last().isEqualTo("changed failed act-now db-1 orders");
        }
    }

    @Test
    void inQuietHoursOnlyWhatIsUrgentIsSentAndInTheMorningWhatStillStands() {
        // The test begins at four in the morning in Berlin.
        try (var fixture = NotifyFixture.importing(folder, webhook("quiet-hours = \"22:00-07:00\""))) {
            fixture.world.api.says(ORDERS, "Paused", "34 %", fixture.clock().instant().plus(Duration.ofHours(60)));
            fixture.pass(Duration.ofHours(2));
            assertThat(receiver.events()).isEmpty();
            fixture.world.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(Duration.ofMinutes(30));
            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders");
            fixture.pass(Duration.ofHours(1));

            assertThat(receiver.events()).startsWith("raised failed act-now db-1 orders");
            assertThat(receiver.events()).doesNotContain("resolved cleanup-soon soon db-1 orders");
        }
    }

    @Test
    void inQuietHoursThatNothingMayCrossEvenWhatIsUrgentWaits() {
        try (var fixture = failing("quiet-hours = \"22:00-07:00\"", "act-now-in-quiet-hours = false")) {
            fixture.pass(Duration.ofMinutes(170));
            assertThat(receiver.events()).isEmpty();
            fixture.pass(Duration.ofMinutes(20));

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders");
        }
    }

    @Test
    void aRouteForOtherConnectionsOrClassesIsToldNothing() {
        try (var fixture = failing("connections = [\"staging\"]")) {
            fixture.pass(MINUTES);
            assertThat(receiver.events()).isEmpty();
            NotifyFixture.write(folder, webhook("classes = [\"good-news\"]", "connections = [\"prod\"]"));
            fixture.pass(MINUTES);
            assertThat(receiver.events()).isEmpty();
            NotifyFixture.write(folder, webhook("classes = [\"act-now\"]", "connections = [\"prod\"]"));
            fixture.pass(MINUTES);

            assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders");
        }
    }

    @Test
    void aDeadNetworkWithTwoHundredMigrationsIsOneMessage() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            for (int i = 0; i < 200; i++) {
                var ref = new MigrationRef(new DatabaseId("db-" + i), new MigrationId("m-" + i));
                fixture.world.api.says(ref, "ImportInProgress");
                fixture.world.add(ref);
            }
            fixture.pass(MINUTES);
            receiver.forget();
            fixture.world.api.broken = new ApiError.Network(Fact.recorded("The service cannot be reached."), true);
            fixture.pass(Duration.ofHours(2));
            assertThat(receiver.events()).containsExactly("raised connection-troubled soon prod");
            fixture.world.api.broken = null;
            fixture.pass(Duration.ofMinutes(30));

            assertThat(receiver.events()).containsExactly("raised connection-troubled soon prod",
                    "resolved connection-troubled soon prod");
        }
    }

    @Test
    void nothingIsToldTwiceAtTheNextStartAndWhatEndedMeanwhileIs() {
        try (var fixture = failing()) {
            fixture.pass(MINUTES);
            try (var next = fixture.restarted()) {
                next.pass(MINUTES);
                assertThat(receiver.events()).containsExactly("raised failed act-now db-1 orders");
                next.world.api.says(ORDERS, "ReceivingFiles");
                try (var last = next.restarted()) {
                    last.pass(Duration.ofMinutes(30));

                    assertThat(receiver.events()).contains("resolved failed act-now db-1 orders");
                }
            }
        }
    }

    @Test
    void whatWaitsWhenTheProgramEndsIsSentByTheNextStart() {
        try (var fixture = failing()) {
            for (int i = 0; i < 3; i++) {
                receiver.reply(500);
            }
            fixture.pass(Duration.ofSeconds(20));
            receiver.forget();
            try (var next = fixture.restarted()) {
                next.pass(MINUTES);

                assertThat(receiver.events()).containsOnly("raised failed act-now db-1 orders");
                assertThat(deliveries().stream().distinct()).hasSize(1);
            }
        }
    }

    @Test
    void whatWaitsForARouteThatIsRemovedIsDropped() {
        try (var fixture = failing()) {
            for (int i = 0; i < 30; i++) {
                receiver.reply(500);
            }
            fixture.pass(MINUTES);
            NotifyFixture.write(folder, "");
            fixture.pass(MINUTES);

            assertThat(fixture.notifications.routes()).isEmpty();
            assertThat(fixture.world.journal.messages()).allSatisfy(each -> assertThat(each.ending()).isPresent());
        }
    }

    @Test
    void savedRoutesAreUsedAtOnceAndStandInTheFile() {
        try (var fixture = failing()) {
            fixture.pass(MINUTES);
            var route = fixture.notifications.routes().getFirst().route();
            var other = new Route("other", new RouteTarget.WebhookTarget(
                    new SecretReference(receiver.url("/other")), Optional.empty()), route.filter());

            assertThat(fixture.notifications.save(List.of(route, other)).join()).isEmpty();
            fixture.pass(MINUTES);

            assertThat(receiver.received()).extracting(HttpReceiver.Received::path)
                    .containsExactly("/hook/s3cretPart", "/other");
            assertThat(folder.resolve("routes.toml")).content().contains("\"other\"");
        }
    }

    @Test
    void aTestGoesTheRealWayAndSaysWhatCameBack() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            var route = fixture.notifications.routes().getFirst().route();

            assertThat(EnglishText.say(fixture.notifications.test(route).join().fact()))
                    .isEqualTo("127.0.0.1:" + receiver.port() + " accepted it (200).");
            assertThat(receiver.received().getFirst().json().path("event").asString()).isEqualTo("test");
            receiver.reply(new HttpReceiver.Reply.Status(403, "no such hook", ""));
            assertThat(EnglishText.say(fixture.notifications.test(route).join().fact()))
                    .endsWith("rejected it (403): no such hook");
        }
    }

    @Test
    void noSecretOfAProgressTextIsInAMessageOrTheJournal() {
        try (var fixture = NotifyFixture.importing(folder, webhook())) {
            var progress = "Cannot read s3://ds-mig-1/x/ with password=hunter22secret";
            fixture.world.api.says(ORDERS, "ERROR", progress, null);
            fixture.pass(MINUTES);

            var body = receiver.received().getFirst().body();
            assertThat(body).contains("Import failed").doesNotContain("ds-mig-1", "s3cretPart", "hunter22");
            assertThat(fixture.world.journal.messages()).allSatisfy(each -> assertThat(each.content())
                    .doesNotContain("ds-mig-1", "s3cretPart", "hunter22"));
        }
    }

    @Test
    void anotherServiceIsToldThatTheWatchIsAliveAlsoAfterTheClockWasSetBackByADay() {
        var ping = "[ping]\nurl = \"" + receiver.url("/ping/uuid") + "\"\ninterval = \"5m\"\n";
        try (var fixture = NotifyFixture.importing(folder, ping)) {
            fixture.pass(Duration.ofMinutes(1));
            fixture.clock().advance(Duration.ofDays(-1));
            fixture.pass(Duration.ofMinutes(1));

            assertThat(receiver.received()).hasSize(2);
        }
    }

    @Test
    void anotherServiceIsToldThatTheWatchIsAliveOrThatSomethingIsWrong() {
        var ping = "[ping]\nurl = \"" + receiver.url("/ping/uuid") + "\"\ninterval = \"5m\"\n";
        try (var fixture = NotifyFixture.importing(folder, ping)) {
            fixture.pass(Duration.ofMinutes(11));
            assertThat(receiver.received()).extracting(HttpReceiver.Received::path)
                    .containsExactly("/ping/uuid", "/ping/uuid", "/ping/uuid");

            fixture.world.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.pass(Duration.ofMinutes(5));

            assertThat(receiver.received().getLast().path()).isEqualTo("/ping/uuid/fail");
            assertThat(receiver.received().getLast().body()).contains("The service rejects the token.");
        }
    }
}
