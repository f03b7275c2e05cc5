package dev.longshore.notify;

import dev.longshore.model.Alert;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Posts an Adaptive Card to a workflow of Teams that takes webhooks. */
record TeamsSender(RouteTarget.TeamsTarget target, HttpPoster poster, MessageText text) implements MessageSender {
    @Override
    public DeliveryResult send(List<Message> messages) {
        var attachment = Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card(messages));
        return poster.post(target.url(), Optional.empty(), JsonMapper.shared().writeValueAsString(
                Map.of("type", "message", "attachments", List.of(attachment))));
    }

    private Map<String, Object> card(List<Message> messages) {
        var body = new ArrayList<Map<String, Object>>();
        var title = block(text.title(messages));
        title.put("weight", "Bolder");
        title.put("size", "Medium");
        title.put("color", color(messages));
        body.add(title);
        if (messages.size() > 1) {
            text.list(messages).forEach(each -> body.add(block(each)));
        } else {
            text.lines(messages.getFirst()).forEach(each -> body.add(block(each)));
            var reference = block(text.reference(messages.getFirst()));
            reference.put("isSubtle", true);
            reference.put("size", "Small");
            body.add(reference);
        }
        return Map.of("$schema", "http://adaptivecards.io/schemas/adaptive-card.json", "type", "AdaptiveCard",
                "version", "1.4", "body", body);
    }

    private static Map<String, Object> block(String plain) {
        var block = new LinkedHashMap<String, Object>();
        block.put("type", "TextBlock");
        block.put("text", escaped(plain));
        block.put("wrap", true);
        return block;
    }

    private static String color(List<Message> messages) {
        var first = messages.getFirst();
        if (first.event() == Message.MessageEvent.RESOLVED || first.urgency() == Alert.Severity.GOOD) {
            return "Good";
        }
        return switch (first.urgency()) {
            case ACT_NOW -> "Attention";
            case SOON -> "Warning";
            case GOOD, LOG -> "Default";
        };
    }

    /** Text blocks read a kind of Markdown. */
    private static String escaped(String plain) {
        return plain.replaceAll("([\\\\*_\\[\\]])", "\\\\$1");
    }

    @Override
    public boolean isForPeople() {
        return true;
    }
}
