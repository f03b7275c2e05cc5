package dev.longshore.upload;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sizes and rates as people, {@code du} and the clouds' tools write them: "31M", "2,4 TB", "1.5 TiB", "31457280", a whole
 * line of {@code du}. A letter alone is a power of 1024, as {@code du -h} means it; with a B behind it, of 1000.
 */
public final class ByteSize {
    private static final Pattern SIZE = Pattern.compile(
            "(?<number>\\d(?:[\\d.,'’ \\u00A0\\u2009\\u202F]*\\d)?)[ \\u00A0\\u2009\\u202F]*(?<prefix>[kKmMgGtTpP]?)(?<binary>[iI]?)"
                    + "(?<unit>bits?|bps|[bB](?:ytes?)?|)(?<rate>/s(?:ec)?|)(?:\\s+(?:\\.{0,2}/|~).*)?",
            Pattern.DOTALL);
    /** Groups of three digits with one and the same sign between them, twice or more, or once where it is a blank. */
    private static final Pattern GROUPED = Pattern.compile(
            "\\d{1,3}(?:(?:[ \\u00A0\\u2009\\u202F'’]\\d{3})+|(?:,\\d{3}){2,}|(?:\\.\\d{3}){2,}|(?:,\\d{3})+(?=\\.)|(?:\\.\\d{3})+(?=,))");
    private static final Pattern DECIMAL = Pattern.compile("(?<whole>\\d{1,18})(?:[.,](?<fraction>\\d{1,9}))?");
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final String PREFIXES = "KMGTP";
    private static final BigDecimal BITS = BigDecimal.valueOf(8);

    private ByteSize() {}

    /** How many bytes, or bytes in a second, {@code text} names; empty where it names none, or could mean two. */
    public static OptionalLong of(String text) {
        var size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        var number = number(size.group("number"));
        if (number == null) {
            return OptionalLong.empty();
        }
        var bytes = number.multiply(unit(size));
        return bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(bytes.longValue());
    }

    private static @Nullable BigDecimal number(String typed) {
        var grouped = GROUPED.matcher(typed);
        var plain = grouped.lookingAt() && !isDigitAt(typed, grouped.end())
                ? grouped.group().replaceAll("\\D", "") + typed.substring(grouped.end())
                : typed;
        var decimal = DECIMAL.matcher(plain);
        if (!decimal.matches() || EITHER.matcher(typed).matches()) {
            return null;
        }
        var fraction = decimal.group("fraction");
        return new BigDecimal(decimal.group("whole") + (fraction == null ? "" : "." + fraction));
    }

    private static boolean isDigitAt(String text, int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }

    private static BigDecimal unit(Matcher size) {
        var prefix = size.group("prefix").toUpperCase(Locale.ROOT);
        var unit = size.group("unit");
        var step = BigDecimal.valueOf(unit.isEmpty() || !size.group("binary").isEmpty() ? 1024 : 1000);
        var power = prefix.isEmpty() ? BigDecimal.ONE : step.pow(PREFIXES.indexOf(prefix) + 1);
        return isBits(size, unit) ? power.divide(BITS) : power;
    }

    /** "Mbit", "Mbps", and "Mb/s", which is a network's rate where its letters are of two cases. */
    private static boolean isBits(Matcher size, String unit) {
        return unit.startsWith("bit") || unit.equals("bps")
                || (unit.equals("b") && !size.group("rate").isEmpty()
                        && size.group("prefix").chars().anyMatch(Character::isUpperCase));
    }
}
