package dev.longshore.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that is owed to a route of notifications, and what became of it.
 *
 * @param id unique, made by Longshore
 * @param route the name of the route
 * @param alertId the alert it tells of: the key by which a receiver knows that two messages are about one thing
 * @param event what it tells of the alert
 * @param at when it was made, in UTC
 * @param content what it says, as JSON; holds no secret
 * @param ending what became of it, or empty while it is waiting
 */
public record OutgoingMessage(
        String id, String route, String alertId, String event, Instant at, String content, Optional<Ending> ending) {
    /** The event that ends what there is to tell of an alert. */
    public static final String RESOLVED = "resolved";

    /**
     * What became of a message.
     *
     * @param at when, in UTC
     * @param why in English, for who reads the journal; holds no secret
     */
    public record Ending(Instant at, SendResult result, String why) {}

    /** What became of a message. */
    public enum SendResult {
        /** The receiver took it. */
        SENT,
        /** The receiver refuses it however often it is sent. */
        REFUSED,
        /** It was never sent: it was too old, or its route is gone. */
        DROPPED
    }

    /** The same message after its end. */
    public OutgoingMessage ended(Instant then, SendResult result, String why) {
        return new OutgoingMessage(id, route, alertId, event, at, content,
                Optional.of(new Ending(then, result, why)));
    }
}
