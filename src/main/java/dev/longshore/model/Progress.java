package dev.longshore.model;

import java.util.OptionalDouble;

/**
 * The service's {@code progressInfo}: free text whose format nobody documents. The text is always kept; a number is
 * taken out of it only where one is there.
 *
 * @param text the text as it came; may be empty
 * @param percent percent done, 0 to 100, or empty where the text holds no number to rely on
 */
public record Progress(String text, OptionalDouble percent) {
    /** @throws IllegalArgumentException when {@code percent} is not between 0 and 100 */
    public Progress {
        percent.ifPresent(value -> {
            if (!(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException("Progress of " + value + " % cannot be.");
            }
        });
    }

    /** Takes a percentage, an "n of m" or an "n/m" out of the text where one is there. */
    public static Progress of(String text) {
        return new Progress(text, ProgressText.percentIn(text));
    }
}
