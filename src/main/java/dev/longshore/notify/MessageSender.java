package dev.longshore.notify;

import dev.longshore.model.Alert;
import java.util.List;

/** Sends to where a route leads, each time once. Blocks; for one thread at a time, except {@link #close}. */
interface MessageSender extends AutoCloseable {
    /**
     * Sends; never throws for what is wrong outside of this program.
     *
     * @param messages at least one, the oldest first; more only where {@link #isForPeople}
     */
    DeliveryResult send(List<Message> messages);

    /** True where people read it: what has come together goes as one. */
    boolean isForPeople();

    /** True where it is worth sending: people are not told what they did themselves, nor that good news is over. */
    default boolean takes(Message message) {
        return !isForPeople() || !(message.isAcknowledgement()
                || (message.event() == Message.MessageEvent.RESOLVED && message.urgency() == Alert.Severity.GOOD));
    }

    /** Gives up what is under way. */
    @Override
    default void close() {
        // Most have nothing that stays open.
    }
}
