package dev.longshore.notify;

import java.util.List;

/** Posts each message as JSON. */
record WebhookSender(RouteTarget.WebhookTarget target, HttpPoster poster) implements MessageSender {
    @Override
    public DeliveryResult send(List<Message> messages) {
        return poster.post(target.url(), target.token(), messages.getFirst().json());
    }

    @Override
    public boolean isForPeople() {
        return false;
    }
}
