package dev.longshore.notify;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.notify.Message.MessageEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said where there is no desktop. */
class DesktopSenderTest {
    private static String said(Map<String, String> environment) {
        var sender = new DesktopSender(environment, SampleMessages.TEXT, _ -> {});
        return say(sender.send(List.of(SampleMessages.cleanup(MessageEvent.RAISED))).fact());
    }

    @Test
    void saysThatThereIsNoSession() {
        assertThat(said(Map.of())).isEqualTo(
                "There is no desktop session for this program (no D-Bus session bus).");
    }

    @Test
    void saysThatTheSessionDoesNotAnswer() {
        assertThat(said(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")))
                .isEqualTo("The desktop session did not take the notification.");
    }
}
