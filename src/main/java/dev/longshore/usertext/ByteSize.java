package dev.longshore.usertext;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes and rates as people, {@code du} and the clouds' tools write them: "31M", "2,4 TB", "1.5 TiB", "800 gigabytes",
 * "31457280", a whole line of {@code du}; "o" is the French B. A letter alone is a power of 1024, as {@code du -h} means
 * it; with a B behind it, of 1000. Pure.
 */
public final class ByteSize {
    /** A field of one line drops the tab between size and path; a path has two slashes, "31M/h" is a rate. */
    private static final String PATH = "(?<path>\\t.*|\\s+(?:\\.{1,2}/|~).*|\\s*/[^/\\s][^/]*/.*)?";
    private static final Pattern SIZE = Pattern.compile(
            "(?<number>[0-9](?:[0-9.,' ]*[0-9])?) *(?<prefix>[kKmMgGtTpP]?)"
                    + "(?<binary>[iI]?|(?i:[ie]bi(?=[bo])))(?i:ilo(?=[bo])|[ei]ga(?=[bo])|era(?=[bo])|eta(?=[bo]))?"
                    + "(?<unit>bits?|[bB](?:ytes?)?|[oO](?:ctets?)?|)(?<rate>[/p]s(?:ec(?:ond)?)?|)" + PATH,
            Pattern.DOTALL);
    /** Several lines, also where a field dropped their ends: "31M/var/a2G/var/b". Their sum is not the first of them. */
    private static final Pattern LINES = Pattern.compile(
            "(?s)(?:.*[\\r\\n]\\s*\\S.*|\\s*(?<root>/[^/]+/).*[0-9][kKmMgGtTpP]?\\s*\\k<root>.*)");
    private static final String PREFIXES = "KMGTP";
    /** KiB of a block. */
    private static final BigDecimal BLOCK = BigDecimal.valueOf(4);
    private static final BigDecimal BITS = BigDecimal.valueOf(8);

    private ByteSize() {}

    /**
     * How many bytes, or bytes in a second, {@code text} names; empty where it names none, or could mean two.
     *
     * @param region whose groups and decimals are meant, as in {@link NumberText}
     */
    public static OptionalLong of(String text, Locale region) {
        var size = SIZE.matcher(NumberText.plain(text));
        if (!size.matches() || couldMeanTwo(size) || hasSeveralLines(size)) {
            return OptionalLong.empty();
        }
        return new NumberText(region).read(size.group("number")).map(number -> number.multiply(unit(size)))
                .filter(bytes -> isWhole(bytes) || hasUnit(size))
                .filter(bytes -> bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
                .map(bytes -> OptionalLong.of(bytes.longValue())).orElseGet(OptionalLong::empty);
    }

    /**
     * True where {@code text} is a whole line of {@code du} whose number has no unit and may be KiB or bytes: on a disk
     * files take whole blocks of 4 KiB, and a number that does not is of {@code du -b}.
     */
    public static boolean couldMeanTwo(String text) {
        var size = SIZE.matcher(NumberText.plain(text));
        return size.matches() && couldMeanTwo(size);
    }

    private static boolean couldMeanTwo(Matcher size) {
        var path = size.group("path");
        return path != null && !path.isBlank() && !hasUnit(size) && size.group("unit").isEmpty()
                && new BigDecimal(size.group("number").replaceAll("[^0-9]", "")).remainder(BLOCK).signum() == 0;
    }

    private static boolean hasSeveralLines(Matcher size) {
        var path = size.group("path");
        return path != null && LINES.matcher(path).matches();
    }

    private static boolean isWhole(BigDecimal bytes) {
        return bytes.stripTrailingZeros().scale() <= 0;
    }

    /** A part of a larger unit need not be a whole number of bytes; a part of a byte is a mistake. */
    private static boolean hasUnit(Matcher size) {
        return !size.group("prefix").isEmpty();
    }

    private static BigDecimal unit(Matcher size) {
        var prefix = size.group("prefix").toUpperCase(Locale.ROOT);
        var unit = size.group("unit");
        var step = BigDecimal.valueOf(unit.isEmpty() || !size.group("binary").isEmpty() ? 1024 : 1000);
        var power = prefix.isEmpty() ? BigDecimal.ONE : step.pow(PREFIXES.indexOf(prefix) + 1);
        return isBits(size, unit) ? power.divide(BITS) : power;
    }

    /** "Mbit", "mbps", and "Mb/s", which is a network's rate where its letters are of two cases. */
    private static boolean isBits(Matcher size, String unit) {
        var rate = size.group("rate");
        return unit.startsWith("bit") || (unit.equals("b") && (rate.startsWith("p")
                || (!rate.isEmpty() && size.group("prefix").chars().anyMatch(Character::isUpperCase))));
    }
}
