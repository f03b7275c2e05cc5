package dev.longshore.seeds;

import dev.longshore.model.OutgoingMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those to whom routes of notifications lead, and what they took: a webhook, and PagerDuty. */
final class MessageReceivers {
    /** The route to the webhook. */
    static final String WEBHOOK = "ops";
    /** The route to PagerDuty. */
    static final String PAGER = "duty";
    private static final String ROUTES = """
            [[route]]
            name = "ops"
            kind = "webhook"
            url = "http://127.0.0.1:9001/ops"
            repeat = "1h"
            [[route]]
            name = "duty"
            kind = "pagerduty"
            routing-key = "env:KEY"
            url = "http://127.0.0.1:9001/duty"
            """;

    /** By their delivery's ID. */
    private final Map<String, WebhookMessage> webhook = new HashMap<>();
    private final Set<PagerEvent> pager = new HashSet<>();
    /** The IDs of alerts of which a message was refused. */
    private final Set<String> refused = new HashSet<>();
    private final List<String> bodies = new ArrayList<>();
    private final Path file;

    /** @param folder the file of routes is written into it */
    MessageReceivers(Path folder) {
        file = folder.resolve("routes.toml");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, ROUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said in a message: no two of them may say the same. */
    private record MessageTopic(String alert, String event, String severity, boolean acknowledged, int repeat) {
        static MessageTopic of(JsonNode json) {
            return new MessageTopic(json.path("id").asString(), json.path("event").asString(),
                    json.path("class").asString(), json.path("acknowledged").asBoolean(),
                    json.path("repeat").asInt());
        }
    }

    private record WebhookMessage(String delivery, MessageTopic topic, String body) {}

    private record PagerEvent(String alert, String action) {}

    /** The file of routes. */
    Path file() {
        return file;
    }

    /**
     * Takes a message.
     *
     * @param acknowledged what the journal had acknowledged when it came
     */
    void take(String path, String body, AcknowledgedRows acknowledged) {
        bodies.add(body);
        var json = JsonMapper.shared().readTree(body);
        if (path.equals("/" + PAGER)) {
            pager.add(new PagerEvent(json.path("dedup_key").asString(), json.path("event_action").asString()));
        } else {
            takeAtWebhook(new WebhookMessage(json.path("delivery").asString(), MessageTopic.of(json), body),
                    acknowledged);
        }
    }

    private void takeAtWebhook(WebhookMessage message, AcknowledgedRows acknowledged) {
        var before = webhook.put(message.delivery(), message);
        if (before != null) {
            ViolationError.unless(before.body().equals(message.body()),
                    "Two messages bear one ID: %s and %s", before.body(), message.body());
            ViolationError.unless(!acknowledged.hasArrived(message.delivery()),
                    "Sent again, and known to have arrived: %s", message.body());
            return;
        }
        var alert = message.topic().alert();
        for (var each : webhook.values()) {
            if (each.topic().alert().equals(alert) && !each.equals(message)
                    && acknowledged.knows(each.delivery())) {
                ViolationError.unless(!each.topic().equals(message.topic()),
                        "Told twice under different IDs: %s and %s", each.body(), message.body());
                ViolationError.unless(!each.topic().event().equals(OutgoingMessage.RESOLVED),
                        "Told after it was over: %s after %s", message.body(), each.body());
            }
        }
        ViolationError.unless(
                message.topic().event().equals("raised") || hasBeenTold(alert, "raised") || refused.contains(alert),
                "Told to have changed, and never to have come up: %s", message.body());
    }

    /** Refuses a message for good. */
    void refuse(String body) {
        var json = JsonMapper.shared().readTree(body);
        refused.add(json.path("dedup_key").asString(json.path("id").asString()));
    }

    /** Whether a receiver took a message that was owed to a route, or refused one about the same alert. */
    boolean tookOrRefused(OutgoingMessage message) {
        return webhook.containsKey(message.id()) || refused.contains(message.alertId())
                || (message.route().equals(PAGER)
                        && pager.contains(new PagerEvent(message.alertId(), action(message))));
    }

    private static String action(OutgoingMessage message) {
        var json = JsonMapper.shared().readTree(message.content());
        return switch (message.event()) {
            case "resolved" -> "resolve";
            case "changed" -> json.path("acknowledged").asBoolean() ? "acknowledge" : "trigger";
            default -> "trigger";
        };
    }

    /** Whether the webhook was told of an alert that this had happened to it. */
    boolean hasBeenTold(String alert, String event) {
        return webhook.values().stream()
                .anyMatch(each -> each.topic().alert().equals(alert) && each.topic().event().equals(event));
    }

    /** Whether one refused a message about that alert. */
    boolean hasRefused(String alert) {
        return refused.contains(alert);
    }

    /** Fails where a secret was told. */
    void requireNone(Set<String> secrets) {
        var told = bodies.stream().filter(each -> secrets.stream().anyMatch(each::contains)).findFirst();
        ViolationError.unless(told.isEmpty(), "A secret is in a message: %s", told);
    }
}
