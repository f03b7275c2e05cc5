package dev.longshore.notify;

import dev.longshore.text.MessageTimeText;
import dev.longshore.text.Texts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/**
 * With what notifications work, besides the watch.
 *
 * @param file the file of routes; need not be there
 * @param environment the environment variables
 * @param zone where the user is: for quiet hours, and beside UTC in messages
 * @param texts the language of messages
 * @param network how receivers are reached
 */
public record NotificationSettings(
        Path file, Map<String, String> environment, ZoneId zone, Texts texts, NetworkAccess network) {
    /** @param clock the watch's, from which distances are told */
    MessageTimeText times(InstantSource clock) {
        return new MessageTimeText(clock, zone, texts);
    }
}
