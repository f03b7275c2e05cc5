package dev.longshore.notify;

import static dev.longshore.notify.SampleMessages.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.journal.Journal;
import dev.longshore.model.fact.Fact;
import dev.longshore.notify.Message.MessageEvent;
import dev.longshore.notify.Route.RouteFilter;
import dev.longshore.support.TwoThreads;
import java.lang.reflect.Proxy;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class RouteQueueInterleavingTest {
    private static final Route ROUTE = new Route(
            "ops", new RouteTarget.DesktopTarget(), RouteFilter.usual(RouteKind.WEBHOOK));

    private final List<MessageEvent> sent = Collections.synchronizedList(new ArrayList<>());
    private final Outbox outbox = new Outbox((Journal) Proxy.newProxyInstance(
            Journal.class.getClassLoader(), new Class<?>[]{Journal.class},
            (_, method, _) -> method.getName().equals("messages") ? List.of() : null));
    private final RouteQueue queue = new RouteQueue(ROUTE, new MessageSender() {
        @Override
        public DeliveryResult send(List<Message> messages) {
            messages.forEach(each -> sent.add(each.event()));
            return new DeliveryResult.Delivered(Fact.sentences());
        }

        @Override
        public boolean isForPeople() {
            return false;
        }
    }, outbox);

    private void owe(MessageEvent event) {
        outbox.add(List.of(MessageMaker.outgoing(ROUTE, SampleMessages.cleanup(event))));
    }

    private void sendWhatIsDue() {
        if (queue.begin(NOW, LocalTime.NOON)) {
            queue.send(NOW, LocalTime.NOON);
        }
    }

    @Test
    public void whatIsOwedIsSentOnceAndInItsOrderHoweverManySend() {
        owe(MessageEvent.RAISED);

        TwoThreads.run(this::sendWhatIsDue, () -> {
            owe(MessageEvent.RESOLVED);
            sendWhatIsDue();
        });

        sendWhatIsDue();
        assertThat(sent).containsExactly(MessageEvent.RAISED, MessageEvent.RESOLVED);
    }
}
