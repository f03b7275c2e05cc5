package dev.longshore.notify;

import dev.longshore.text.MessageTimeText;
import dev.longshore.text.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Messages as alerts make them, and their words. */
final class SampleMessages {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final MessageText TEXT = new MessageText(
            new Texts(Locale.ENGLISH),
            new MessageTimeText(InstantSource.fixed(NOW), NotifyFixture.BERLIN, new Texts(Locale.ENGLISH)));

    private SampleMessages() {}

    /** A cleanup that is due in a day. */
    static Message cleanup(Message.MessageEvent event) {
        return of(event, "alert-1", "act-now", "orders");
    }

    static Message of(Message.MessageEvent event, String id, String severity, String name) {
        return new Message(
                event, id, severity, "cleanup-soon", "prod", "orders-db", "m-1", name,
                "Cleanup due in 20 h, Sun 22 Nov, 09:00 CET (08:00 UTC).", NOW.minusSeconds(60),
                Instant.parse("2026-11-22T08:00:00Z"), "Schedule a later cleanup.", "db-1", false, 0, NOW,
                "delivery-" + id + "-" + event.word());
    }

    static Message acknowledged(Message message) {
        return new Message(
                Message.MessageEvent.CHANGED, message.id(), message.severity(), message.kind(), message.connection(),
                message.database(), message.migration(), message.name(), message.sentence(), message.since(),
                message.due(), message.next(), message.databaseId(), true, 0, message.at(), "delivery-acknowledged");
    }
}
