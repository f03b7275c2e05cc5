package dev.longshore.ui.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A length of time as a person types it: "30 s", "5 min", "1 h 30 min". Nothing of it is rounded. */
final class DurationText {
    private static final Pattern TYPED = Pattern.compile(
            "(?:(\\d{1,4})\\s*h)?\\s*(?:(\\d{1,4})\\s*m(?:in)?)?\\s*(?:(\\d{1,6})\\s*s)?");

    private DurationText() {}

    /** What was typed; empty where that is no length of time, or none at all. */
    static Optional<Duration> read(String text) {
        var typed = TYPED.matcher(text.strip().toLowerCase(Locale.ROOT));
        return typed.matches() && !text.isBlank()
                ? Optional.of(Duration.ofHours(number(typed.group(1)))
                        .plusMinutes(number(typed.group(2)))
                        .plusSeconds(number(typed.group(3))))
                : Optional.empty();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** As it is typed, in whole seconds. */
    static String write(Duration length) {
        var text = part(length.toHours(), "h") + part(length.toMinutesPart(), "min")
                + part(length.toSecondsPart(), "s");
        return text.isEmpty() ? "0 s" : text.strip();
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit + " ";
    }
}
