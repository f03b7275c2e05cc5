package dev.longshore.notify;

import dev.longshore.model.fact.FactException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Sends events to PagerDuty's Events API v2: an alert is one incident there, by one key. */
record PagerDutySender(RouteTarget.PagerDutyTarget target, HttpPoster poster, MessageText text,
        Map<String, String> environment) implements MessageSender {
    private static final String CLIENT = "Longshore";

    @Override
    public DeliveryResult send(List<Message> messages) {
        var message = messages.getFirst();
        var event = new LinkedHashMap<String, Object>();
        try {
            event.put("routing_key", target.routingKey().read(environment));
        } catch (FactException missing) {
            return DeliveryResult.Undelivered.of(missing.fact());
        }
        event.put("event_action", action(message));
        event.put("dedup_key", message.id());
        event.put("client", CLIENT);
        event.put("payload", payload(message));
        return poster.post(target.url(), Optional.empty(), JsonMapper.shared().writeValueAsString(event));
    }

    private static String action(Message message) {
        return switch (message.event()) {
            case RAISED, TEST -> "trigger";
            case CHANGED -> message.acknowledged() ? "acknowledge" : "trigger";
            case RESOLVED -> "resolve";
        };
    }

    private Map<String, Object> payload(Message message) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("summary", MessageRedaction.of(text.title(message) + ": " + message.sentence(), 1024));
        payload.put("source", message.connection());
        payload.put("severity", severity(message));
        payload.put("timestamp", message.at().toString());
        payload.put("component", Objects.requireNonNullElse(message.database(), message.connection()));
        payload.put("group", message.connection());
        payload.put("class", message.kind());
        payload.put("custom_details", details(message));
        return payload;
    }

    private static String severity(Message message) {
        return switch (message.urgency()) {
            case ACT_NOW -> "critical";
            case SOON -> "warning";
            case GOOD, LOG -> "info";
        };
    }

    private static Map<String, Object> details(Message message) {
        var details = new LinkedHashMap<String, Object>();
        details.put("name", message.name());
        details.put("migration", Objects.requireNonNullElse(message.migration(), ""));
        details.put("since", message.since().toString());
        details.put("due", Objects.toString(message.due(), ""));
        details.put("next", Objects.requireNonNullElse(message.next(), ""));
        return details;
    }

    @Override
    public boolean isForPeople() {
        return false;
    }
}
