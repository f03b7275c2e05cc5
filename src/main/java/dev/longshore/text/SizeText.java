package dev.longshore.text;

import java.util.List;

/** Numbers of bytes as a user reads them, in units of a thousand. */
public final class SizeText {
    private static final List<String> UNITS = List.of("bytes", "kilo", "mega", "giga", "tera", "peta");
    private static final double STEP = 1_000;

    private final Texts texts;

    /** With the units of {@code texts}. */
    public SizeText(Texts texts) {
        this.texts = texts;
    }

    /** "12 bytes", "3.4 GB". */
    public String of(long bytes) {
        var number = (double) bytes;
        var unit = 0;
        while (number >= STEP && unit < UNITS.size() - 1) {
            number /= STEP;
            unit++;
        }
        return texts.get("text.size." + UNITS.get(unit), number);
    }
}
