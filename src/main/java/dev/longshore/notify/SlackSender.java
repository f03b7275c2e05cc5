package dev.longshore.notify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Posts to an incoming webhook of Slack; a plain text in Slack's markup, which others understand as well. */
record SlackSender(RouteTarget.SlackTarget target, HttpPoster poster, MessageText text) implements MessageSender {
    @Override
    public DeliveryResult send(List<Message> messages) {
        return poster.post(target.url(), Optional.empty(),
                JsonMapper.shared().writeValueAsString(Map.of("text", markup(messages))));
    }

    private String markup(List<Message> messages) {
        var title = "*" + escaped(text.title(messages)) + "*";
        if (messages.size() > 1) {
            return title + text.list(messages).stream().map(each -> "\n• " + escaped(each))
                    .collect(Collectors.joining());
        }
        var one = messages.getFirst();
        return title + text.lines(one).stream().map(each -> "\n" + escaped(each)).collect(Collectors.joining())
                + "\n_" + escaped(text.reference(one)) + "_";
    }

    /** Slack's three characters; and what would make a part bold or a mention stays what it is. */
    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public boolean isForPeople() {
        return true;
    }
}
