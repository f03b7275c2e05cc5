package dev.longshore.model.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/**
 * What the user pays, as they have said; nothing is known of it otherwise. A GB is 10⁹ bytes and a month 30 days. Pure.
 *
 * @param staging price of a GB that is staged for a month; empty where the user has given none
 * @param loading price of a GB that an import loads; empty where the user has given none
 * @param currency in the user's own words, may be blank
 */
public record CostRates(Optional<BigDecimal> staging, Optional<BigDecimal> loading, String currency) {
    /** No price at all. */
    public static final CostRates NONE = new CostRates(Optional.empty(), Optional.empty(), "");

    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal SECONDS_OF_MONTH = BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

    /** Whether there is nothing to reckon by. */
    public boolean isEmpty() {
        return staging.isEmpty() && loading.isEmpty();
    }

    /** What it costs that so much is staged for so long; nothing where that time is over. */
    public Optional<BigDecimal> stagingCost(long bytes, Duration length) {
        var seconds = BigDecimal.valueOf(Math.max(0, length.toSeconds()));
        return staging.map(rate -> rate.multiply(gigabytes(bytes)).multiply(seconds)
                .divide(SECONDS_OF_MONTH, MathContext.DECIMAL64));
    }

    /** What it costs that so much is loaded. */
    public Optional<BigDecimal> loadingCost(long bytes) {
        return loading.map(rate -> rate.multiply(gigabytes(bytes)));
    }

    private static BigDecimal gigabytes(long bytes) {
        return BigDecimal.valueOf(bytes).divide(GIGABYTE);
    }
}
