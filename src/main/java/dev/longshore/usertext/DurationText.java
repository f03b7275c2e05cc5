package dev.longshore.usertext;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as people type it: "30 s", "5 min", "1 h 30 min", "1h30", "1.5 h", "1 d 4 h", "2 days", "1:30:00",
 * "PT36H". A day has 24 hours. Nothing of it is rounded: it is in whole seconds or not taken; nor is what could mean two
 * lengths, as "1:30" or "1h5". Pure.
 */
public final class DurationText {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Map<String, Duration> UNITS = Stream.of(
            words(WEEK, "w", "wk", "wks", "week", "weeks"), words(DAY, "d", "day", "days"),
            words(HOUR, "h", "hr", "hrs", "hour", "hours"), words(MINUTE, "m", "min", "mins", "minute", "minutes"),
            words(SECOND, "s", "sec", "secs", "second", "seconds"))
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    /** Minutes behind hours may stand without their unit, in two digits: "1h30". */
    private static final Pattern PART = Pattern.compile(
            "\\s*(?:,|and\\b|&)?\\s*(?:"
                    + "(?<number>\\.?[0-9][0-9.,' ]*+)\\s*(?<unit>[a-z]+)\\.?|(?<minutes>[0-5][0-9]))\\s*");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])");
    private static final Pattern ISO = Pattern.compile("p[0-9].*|pt[0-9].*", Pattern.DOTALL);
    /** Nobody types more, and what is much longer would take long to find out. */
    private static final int LONGEST = 100;
    /** Longer than anybody waits, and far from where a length of time overflows. */
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000_000L);

    private DurationText() {}

    private static Map<String, Duration> words(Duration unit, String... words) {
        return Stream.of(words).collect(Collectors.toMap(each -> each, _ -> unit));
    }

    /** What was typed; empty where that is no length of time, or none at all. */
    public static Optional<Duration> read(String text, Locale locale) {
        if (text.length() > LONGEST || text.isBlank()) {
            return Optional.empty();
        }
        var plain = NumberText.plain(text).toLowerCase(Locale.ROOT);
        var clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            return seconds(clock.group(1), HOUR, locale)
                    .flatMap(hours -> seconds(clock.group(2), MINUTE, locale).map(hours::add))
                    .flatMap(sum -> seconds(clock.group(3), SECOND, locale).map(sum::add)).flatMap(DurationText::whole);
        }
        return ISO.matcher(plain).matches() ? iso(plain) : parts(plain, locale).flatMap(DurationText::whole);
    }

    /** The same, where a number alone counts {@code unit}. */
    public static Optional<Duration> read(String text, Duration unit, Locale locale) {
        var number = new NumberText(locale).read(text);
        return number.isEmpty() ? read(text, locale)
                : number.filter(each -> each.signum() >= 0).map(each -> each.multiply(seconds(unit)))
                        .flatMap(DurationText::whole);
    }

    private static Optional<BigDecimal> parts(String text, Locale locale) {
        var part = PART.matcher(text);
        var sum = BigDecimal.ZERO;
        @Nullable Duration smallest = null;
        @Nullable Duration last = null;
        int end = 0;
        while (end < text.length() && part.region(end, text.length()).lookingAt()) {
            var unit = unit(part.group("unit"), last);
            var number = unit == null ? Optional.<BigDecimal>empty()
                    : seconds(part.group(part.group("unit") == null ? "minutes" : "number"), unit, locale);
            if (unit == null || number.isEmpty() || (smallest != null && unit.compareTo(smallest) >= 0)) {
                return Optional.empty();
            }
            smallest = unit;
            sum = sum.add(number.get());
            last = part.group("unit") == null ? null : unit;
            end = part.end();
        }
        return end == text.length() ? Optional.of(sum) : Optional.empty();
    }

    private static @Nullable Duration unit(@Nullable String word, @Nullable Duration last) {
        return word != null ? UNITS.get(word) : HOUR.equals(last) ? MINUTE : null;
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text.replace(',', '.')))
                    .filter(each -> !each.isNegative() && each.toNanosPart() == 0)
                    .flatMap(each -> whole(seconds(each)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> seconds(String number, Duration unit, Locale locale) {
        return new NumberText(locale).read(number).map(seconds(unit)::multiply);
    }

    private static BigDecimal seconds(Duration unit) {
        return BigDecimal.valueOf(unit.toSeconds());
    }

    private static Optional<Duration> whole(BigDecimal seconds) {
        return Optional.of(seconds).filter(sum -> sum.stripTrailingZeros().scale() <= 0)
                .map(sum -> Duration.ofSeconds(sum.min(MOST_SECONDS).longValueExact()));
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
