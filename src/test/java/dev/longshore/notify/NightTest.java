package dev.longshore.notify;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.fact.Fact;
import dev.longshore.notify.HttpReceiver.Received;
import dev.longshore.notify.HttpReceiver.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A night in simulated time with alerts of every class, over every kind of route but the desktop, to real receivers that
 * fail, answer slowly, want to be left alone, or lose the answer: what has arrived in the morning is exactly what should.
 */
class NightTest {
    @TempDir private Path folder;
    private final HttpReceiver receiver = new HttpReceiver();
    private final SmtpReceiver mail = new SmtpReceiver(null);

    @AfterEach
    void end() {
        receiver.close();
        mail.close();
    }

    private String routes() throws IOException {
        var script = folder.resolve("page");
        Files.writeString(script, """
                #!/bin/sh
                [ -e "%1$s.tried" ] || { touch "%1$s.tried"; exit 1; }
                echo "$LONGSHORE_EVENT $LONGSHORE_KIND $LONGSHORE_NAME" >> "%1$s.log"
                """.formatted(script));
        script.toFile().setExecutable(true);
        return """
                [[route]]
                name = "webhook"
                kind = "webhook"
                url = "%1$s/webhook"
                classes = ["act-now", "soon", "good-news", "log"]
                [[route]]
                name = "slack"
                kind = "slack"
                url = "%1$s/slack"
                repeat = "never"
                classes = ["act-now", "soon", "good-news"]
                [[route]]
                name = "teams"
                kind = "teams"
                url = "%1$s/teams"
                repeat = "never"
                classes = ["act-now"]
                [[route]]
                name = "duty"
                kind = "pagerduty"
                routing-key = "env:KEY"
                url = "%1$s/pagerduty"
                classes = ["act-now"]
                [[route]]
                name = "mail"
                kind = "mail"
                host = "localhost"
                port = %2$d
                encryption = "none"
                from = "longshore@example.com"
                to = "dba@example.com"
                repeat = "never"
                [[route]]
                name = "page"
                kind = "command"
                command = ["%3$s"]
                classes = ["act-now"]
                """.formatted(receiver.url(""), mail.port(), script);
    }

    /** What arrived at one path, each message once however often it was sent. */
    private List<String> at(String path, Function<JsonNode, String> key, Function<JsonNode, String> text) {
        var once = new LinkedHashMap<String, String>();
        receiver.received().stream().filter(each -> each.path().equals(path)).map(Received::json)
                .forEach(each -> once.put(key.apply(each), text.apply(each)));
        return List.copyOf(once.values());
    }

    private static String field(JsonNode json, String name) {
        return json.path(name).asString();
    }

    private static String title(JsonNode slack) {
        return field(slack, "text").lines().findFirst().orElse("").replace("*", "");
    }

    @Test
    void inTheMorningExactlyWhatShouldHasArrivedOnEveryRoute() throws IOException {
        try (var fixture = NotifyFixture.importing(folder, routes(), Map.of("KEY", "k", "PATH", "/usr/bin:/bin"))) {
            night(fixture);
            assertThat(fixture.world.journal.alerts(Instant.EPOCH)).hasSize(5);
            assertThat(fixture.notifications.routes()).allSatisfy(each -> assertThat(each.waiting()).isZero());
        }
        assertThat(at("/webhook", each -> field(each, "delivery"), NightTest::event)).containsExactly(
                "raised cleanup-soon soon", "raised changed-by-others soon", "changed cleanup-soon act-now",
                "raised imported good-news", "raised connection-stopped act-now", "resolved connection-stopped act-now",
                "raised failed act-now", "resolved cleanup-soon act-now", "resolved changed-by-others soon");
        assertThat(at("/slack", NightTest::text, NightTest::title)).containsExactly(
                "2 alerts", "Act now: db-1 orders", "Good news: db-1 billing", "Act now: prod", "Resolved: prod",
                "3 alerts, one to act on now, 2 resolved");
        assertThat(at("/teams", JsonNode::toString, NightTest::cardTitle)).containsExactly(
                "Act now: db-1 orders", "Act now: prod", "Resolved: prod",
                "2 alerts, one to act on now, one resolved");
        assertThat(at("/pagerduty", each -> field(each, "event_action") + field(each, "dedup_key"),
                NightTest::incident)).containsExactly(
                        "trigger cleanup-soon", "trigger connection-stopped", "resolve connection-stopped",
                        "trigger failed", "resolve cleanup-soon");
        assertThat(mail.subjects()).containsExactly(
                "2 alerts", "2 alerts", "Act now: db-1 orders", "Act now: prod", "Resolved: prod",
                "3 alerts, one to act on now, 2 resolved");
        assertThat(mail.mails().stream().map(each -> SmtpReceiver.header(each, "Message-ID")).distinct()).hasSize(5);
        assertThat(Files.readAllLines(folder.resolve("page.log"))).containsExactly(
                "raised cleanup-soon db-1 orders", "raised connection-stopped prod", "resolved connection-stopped prod",
                "raised failed db-1 orders", "resolved cleanup-soon db-1 orders");
    }

    private static String event(JsonNode json) {
        return field(json, "event") + " " + field(json, "kind") + " " + field(json, "class");
    }

    private static String text(JsonNode json) {
        return field(json, "text");
    }

    private static String cardTitle(JsonNode json) {
        return field(json.path("attachments").path(0).path("content").path("body").path(0), "text");
    }

    private static String incident(JsonNode json) {
        return field(json, "event_action") + " " + field(json.path("payload"), "class");
    }

    private void night(NotifyFixture fixture) {
        var world = fixture.world;
        world.api.says(BILLING, "ImportInProgress");
        world.add(BILLING);
        fixture.pass(Duration.ofMinutes(10));
        // The receivers are in a bad mood at first.
        receiver.reply(new Reply.Status(500, "", ""), new Reply.Status(429, "", "60"), new Reply.Cut(),
                new Reply.Cut(), new Reply.Status(503, "", ""));
        mail.reply("451 later", "");
        world.api.says(ORDERS, "Paused", "34 %", fixture.clock().instant().plus(Duration.ofHours(49)));
        fixture.pass(Duration.ofHours(2));
        world.api.says(BILLING, "MigrationDone");
        fixture.pass(Duration.ofHours(1));
        receiver.reply(new Reply.Status(502, "", ""), new Reply.Cut());
        world.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
        fixture.pass(Duration.ofMinutes(30));
        world.api.broken = null;
        world.watch.pollNow();
        fixture.pass(Duration.ofHours(1));
        world.api.says(ORDERS, "ERROR", "Schema mismatch", fixture.clock().instant().plus(Duration.ofHours(90)));
        fixture.pass(Duration.ofHours(3));
    }
}
