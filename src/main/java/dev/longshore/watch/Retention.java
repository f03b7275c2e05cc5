package dev.longshore.watch;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * For how long observations of closed migrations are kept.
 *
 * @param months for that many months; empty for good
 */
public record Retention(OptionalInt months) {
    /** Nothing is ever thrown away: what holds where nobody has set anything else. */
    public static final Retention EVERYTHING = new Retention(OptionalInt.empty());
    /** Under what it is kept in the settings. */
    public static final String KEY = "journal.months";

    private static final int MOST = 120;

    /** For {@code months} months. */
    public static Retention of(int months) {
        if (months < 1 || months > MOST) {
            throw new IllegalArgumentException("Observations are kept for 1 to " + MOST + " months, or for good.");
        }
        return new Retention(OptionalInt.of(months));
    }

    /** As it was kept; everything stays where that cannot be read. */
    public static Retention read(Optional<String> kept) {
        try {
            return kept.filter(text -> !text.isEmpty()).map(text -> of(Integer.parseInt(text))).orElse(EVERYTHING);
        } catch (IllegalArgumentException nonsense) {
            return EVERYTHING;
        }
    }

    /** As it is kept. */
    public String text() {
        return months.isEmpty() ? "" : Integer.toString(months.getAsInt());
    }

    /** What was observed before the returned time, in UTC, is not kept; empty where everything is. */
    public Optional<Instant> before(Instant now) {
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(now.atZone(ZoneOffset.UTC).minusMonths(months.getAsInt()).toInstant());
    }
}
