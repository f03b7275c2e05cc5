package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.notify.Message.MessageEvent;
import dev.longshore.support.TestWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against a real session bus, on which the test is the program that shows notifications. */
@Tag("keystore")
class DesktopNotificationsTest {
    private static final String SHOW = "default";

    private final List<String> calls = new ArrayList<>();
    private final List<Message> opened = new ArrayList<>();
    private final CountDownLatch clicked = new CountDownLatch(1);
    private DBusConnection bus;
    private DesktopSender sender;

    @BeforeEach
    void begin() throws DBusException {
        bus = DBusConnectionBuilder.forSessionBus().withShared(false).build();
        bus.requestBusName(FreedesktopNotifications.NAME);
        bus.exportObject(FreedesktopNotifications.PATH, new Screen());
        sender = new DesktopSender(System.getenv(), SampleMessages.TEXT, message -> {
            opened.add(message);
            clicked.countDown();
        });
    }

    @AfterEach
    void end() {
        sender.close();
        bus.disconnect();
    }

    /** Writes down what it is asked to show. */
    private final class Screen implements FreedesktopNotifications {
        private int number;

        @Override
        public UInt32 Notify(String application, UInt32 replaces, String icon, String summary, String body,
                List<String> actions, Map<String, Variant<?>> hints, int timeout) {
            var shown = replaces.intValue() == 0 ? ++number : replaces.intValue();
            calls.add("show " + shown + " " + summary + " " + Objects.requireNonNull(hints.get("urgency")).getValue()
                    + " " + actions);
            calls.add(body);
            return new UInt32(shown);
        }

        @Override
        public void CloseNotification(UInt32 closed) {
            calls.add("close " + closed);
        }

        @Override
        public List<String> GetCapabilities() {
            return List.of("body", "body-markup", "actions");
        }

        @Override
        public String getObjectPath() {
            return FreedesktopNotifications.PATH;
        }
    }

    private DeliveryResult send(Message... messages) {
        return sender.send(List.of(messages));
    }

    private List<String> headlines() {
        return calls.stream().filter(each -> each.startsWith("show ") || each.startsWith("close ")).toList();
    }

    @Test
    void showsAnAlertWithTheActionShowAndWithdrawsItWhenItIsOver() {
        assertThat(say(send(SampleMessages.of(MessageEvent.RAISED, "a", "act-now", "<orders>")).fact()))
                .isEqualTo("The desktop shows it.");
        send(SampleMessages.of(MessageEvent.RESOLVED, "a", "act-now", "<orders>"));

        assertThat(headlines()).containsExactly("show 1 Act now: <orders> 2 [default, Show]", "close 1");
        assertThat(calls.get(1)).contains("Cleanup due in 20 h", "Next step: Schedule a later cleanup.");
    }

    @Test
    void whatIsToldAgainTakesThePlaceOfWhatWasThere() {
        send(SampleMessages.of(MessageEvent.RAISED, "a", "soon", "orders"));
        send(SampleMessages.of(MessageEvent.CHANGED, "a", "act-now", "orders"));

        assertThat(headlines()).containsExactly("show 1 Soon: orders 1 [default, Show]",
                "show 1 Act now: orders 2 [default, Show]");
    }

    @Test
    void anAcknowledgedAlertIsWithdrawn() {
        var raised = SampleMessages.of(MessageEvent.RAISED, "a", "soon", "orders");
        send(raised);
        send(SampleMessages.acknowledged(raised));

        assertThat(headlines()).last().isEqualTo("close 1");
    }

    @Test
    void aStormIsOneNotificationThatStaysUntilTheLastIsOver() {
        send(IntStream.range(0, 200).mapToObj(i -> SampleMessages.of(MessageEvent.RAISED, "a" + i, "soon", "m" + i))
                .toArray(Message[]::new));
        send(SampleMessages.of(MessageEvent.RESOLVED, "a0", "soon", "m0"));
        assertThat(headlines()).hasSize(1).first().asString().startsWith("show 1 200 alerts");
        send(IntStream.range(1, 200).mapToObj(i -> SampleMessages.of(MessageEvent.RESOLVED, "a" + i, "soon", "m" + i))
                .toArray(Message[]::new));

        assertThat(headlines()).last().isEqualTo("close 1");
    }

    @Test
    void aClickOnShowBringsTheUserToTheMigration() throws DBusException {
        send(SampleMessages.of(MessageEvent.RAISED, "a", "soon", "orders"));

        bus.sendMessage(new FreedesktopNotifications.ActionInvoked(
                FreedesktopNotifications.PATH, new UInt32(1), SHOW));
        TestWait.until(clicked);

        assertThat(opened).extracting(each -> each.ref().orElseThrow().toString()).containsExactly("db-1/m-1");
    }

    @Test
    void aDesktopThatIsStartedAnewIsUsed() throws DBusException {
        bus.releaseBusName(FreedesktopNotifications.NAME);
        assertThat(send(SampleMessages.of(MessageEvent.RAISED, "a", "soon", "orders")))
                .isInstanceOf(DeliveryResult.Undelivered.class);
        bus.requestBusName(FreedesktopNotifications.NAME);

        assertThat(send(SampleMessages.of(MessageEvent.RAISED, "a", "soon", "orders")))
                .isInstanceOf(DeliveryResult.Delivered.class);
    }
}
