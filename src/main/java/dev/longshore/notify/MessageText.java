package dev.longshore.notify;

import dev.longshore.model.Alert;
import dev.longshore.notify.Message.MessageEvent;
import dev.longshore.text.MessageTimeText;
import dev.longshore.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Messages in words, for people. */
final class MessageText {
    /** So many are named where several come at once. */
    private static final int NAMED = 20;

    private final Texts texts;
    private final MessageTimeText times;

    MessageText(Texts texts, MessageTimeText times) {
        this.texts = texts;
        this.times = times;
    }

    /** The one line that says what, and which. */
    String title(Message message) {
        return switch (message.event()) {
            case TEST -> texts.get("notify.title.test", message.name());
            case RESOLVED -> texts.get("notify.title.resolved", message.name());
            case RAISED -> texts.get(message.repeat() == 0 ? "notify.title.raised" : "notify.title.repeated",
                    severity(message), message.name());
            case CHANGED -> texts.get("notify.title.raised", severity(message), message.name());
        };
    }

    private String severity(Message message) {
        return texts.get("notify.class." + message.urgency().name());
    }

    /** One line for several messages. */
    String title(List<Message> messages) {
        if (messages.size() == 1) {
            return title(messages.getFirst());
        }
        var urgent = messages.stream().filter(each -> each.event() != MessageEvent.RESOLVED)
                .filter(each -> each.urgency() == Alert.Severity.ACT_NOW).count();
        var over = messages.stream().filter(each -> each.event() == MessageEvent.RESOLVED).count();
        return texts.get("notify.title.several", messages.size(), urgent, over);
    }

    /** The connection, and the database where there is one. */
    String place(Message message) {
        return message.database() == null ? texts.get("notify.place.connection", message.connection())
                : texts.get("notify.place.database", message.connection(), message.database());
    }

    /** Everything about one, a line each. */
    List<String> lines(Message message) {
        var lines = new ArrayList<String>();
        lines.add(message.sentence());
        if (message.event() == MessageEvent.TEST) {
            return lines;
        }
        lines.add(place(message));
        var due = message.due();
        if (due != null && message.event() != MessageEvent.RESOLVED) {
            lines.add(texts.get("notify.due", time(due)));
        }
        lines.add(texts.get("notify.since", time(message.since())));
        if (message.next() != null) {
            lines.add(texts.get("notify.next", message.next()));
        }
        return lines;
    }

    String time(Instant instant) {
        return times.at(instant);
    }

    /** The label of a field, without its value. */
    String label(String field) {
        return texts.get("notify.label." + field);
    }

    /** One line each, for several; those that are not named are counted. */
    List<String> list(List<Message> messages) {
        var named = messages.stream()
                .sorted(Comparator.comparing((Message each) -> each.event() == MessageEvent.RESOLVED)
                        .thenComparing(Message::urgency))
                .limit(NAMED)
                .map(each -> texts.get("notify.line", title(each), each.sentence()));
        return Stream.concat(named, messages.size() > NAMED
                ? Stream.of(texts.get("notify.more", messages.size() - NAMED))
                : Stream.empty()).toList();
    }

    /** Which alert it is, for who looks for it in the journal. */
    String reference(Message message) {
        return texts.get("notify.reference", message.id());
    }
}
