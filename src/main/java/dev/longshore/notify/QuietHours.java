package dev.longshore.notify;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time of the day in which nothing is sent.
 *
 * @param from its first minute, where the user is
 * @param to the first minute after it; may be on the next day
 * @param actNowCrosses true where what is urgent is sent all the same
 */
public record QuietHours(LocalTime from, LocalTime to, boolean actNowCrosses) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}:\\d{2})\\s*[-\u2013]\\s*(\\d{1,2}:\\d{2})");

    /** Reads {@code 22:00-07:00}; empty where it is something else, or no time at all. */
    public static Optional<QuietHours> parse(String text, boolean actNowCrosses) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var hours = new QuietHours(time(matcher.group(1)), time(matcher.group(2)), actNowCrosses);
            return hours.from().equals(hours.to()) ? Optional.empty() : Optional.of(hours);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    boolean contains(LocalTime time) {
        var afterFrom = !time.isBefore(from);
        var beforeTo = time.isBefore(to);
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }

    /** As it is written in the file of routes. */
    public String text() {
        return from + "-" + to;
    }
}
