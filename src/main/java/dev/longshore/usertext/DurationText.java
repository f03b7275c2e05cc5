package dev.longshore.usertext;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as people type it: "30 s", "5 min", "1 h 30 min", "1.5 h". Nothing of it is rounded: it is in whole
 * seconds or not taken. Pure.
 */
public final class DurationText {
    private static final String NUMBER = "([0-9][0-9.,' ]*)";
    private static final Pattern TYPED = Pattern.compile("(?:" + NUMBER + "(?:h|hr|hrs|hours?))?\\s*(?:" + NUMBER
            + "(?:m|min|mins|minutes?))?\\s*(?:" + NUMBER + "(?:s|sec|secs|seconds?))?");
    /** Nobody types more, and what is much longer would take long to find out. */
    private static final int LONGEST = 100;
    private static final List<BigDecimal> SECONDS = List.of(
            BigDecimal.valueOf(3_600), BigDecimal.valueOf(60), BigDecimal.ONE);
    /** Longer than anybody waits, and far from where a length of time overflows. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    private DurationText() {}

    /** What was typed; empty where that is no length of time, or none at all. */
    public static Optional<Duration> read(String text, Locale locale) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var typed = TYPED.matcher(NumberText.plain(text).toLowerCase(Locale.ROOT));
        if (!typed.matches() || text.isBlank()) {
            return Optional.empty();
        }
        Optional<BigDecimal> seconds = Optional.of(BigDecimal.ZERO);
        for (int i = 0; i < SECONDS.size(); i++) {
            var part = seconds(typed.group(i + 1), SECONDS.get(i), new NumberText(locale));
            seconds = seconds.flatMap(sum -> part.map(sum::add));
        }
        return seconds.filter(sum -> sum.stripTrailingZeros().scale() <= 0)
                .map(sum -> Duration.ofSeconds(sum.min(MOST_SECONDS).longValueExact()));
    }

    private static Optional<BigDecimal> seconds(@Nullable String number, BigDecimal unit, NumberText numbers) {
        return number == null ? Optional.of(BigDecimal.ZERO) : numbers.read(number).map(unit::multiply);
    }

    /** As it is typed, in whole seconds. */
    public static String write(Duration length) {
        var text = part(length.toHours(), "h") + part(length.toMinutesPart(), "min")
                + part(length.toSecondsPart(), "s");
        return text.isEmpty() ? "0 s" : text.strip();
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit + " ";
    }
}
