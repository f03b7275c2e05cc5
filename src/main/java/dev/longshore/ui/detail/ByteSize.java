package dev.longshore.ui.detail;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Sizes as people and {@code du -h} write them: "2.4 TB", "800G", "1.5 TiB". */
final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:[.,]\\d{1,6})?)\\s*([KMGTP]?)(I?)B?(?:/S)?");
    private static final String PREFIXES = "KMGTP";

    private ByteSize() {}

    /** How many bytes {@code text} names; empty where it names no size. */
    static OptionalLong of(String text) {
        var size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            return OptionalLong.empty();
        }
        var number = new BigDecimal(size.group(1).replace(',', '.'));
        var step = BigDecimal.valueOf(size.group(3).isEmpty() ? 1000 : 1024);
        var power = size.group(2).isEmpty() ? 0 : PREFIXES.indexOf(size.group(2)) + 1;
        return OptionalLong.of(number.multiply(step.pow(power)).longValue());
    }
}
