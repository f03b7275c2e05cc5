package dev.longshore.model;

import java.util.OptionalDouble;

/**
 * The service's {@code progressInfo}: free text whose format nobody documents. The text is always kept; a number is
 * taken out of it only where one is there.
 */
public sealed interface Progress {
    /** The text as it came; may be empty. */
    String text();

    /** Percent done, 0 to 100, or empty where the text holds no number to rely on. */
    OptionalDouble percent();

    /** A text with a number in it. */
    record KnownProgress(String text, double value) implements Progress {
        /** @throws IllegalArgumentException when {@code value} is not between 0 and 100 */
        public KnownProgress {
            if (!(value >= 0 && value <= 100)) {
                throw new IllegalArgumentException("Progress of " + value + " % cannot be.");
            }
        }

        @Override
        public OptionalDouble percent() {
            return OptionalDouble.of(value);
        }
    }

    /** A text without a number to rely on. */
    record UnknownProgress(String text) implements Progress {
        @Override
        public OptionalDouble percent() {
            return OptionalDouble.empty();
        }
    }

    /** Takes a percentage, an "n of m" or an "n/m" out of the text where one is there. */
    static Progress of(String text) {
        var percent = ProgressText.percentIn(text);
        return percent.isPresent() ? new KnownProgress(text, percent.getAsDouble()) : new UnknownProgress(text);
    }
}
