package dev.longshore.ui.context;

import dev.longshore.model.forecast.CostRates;
import java.math.BigDecimal;
import java.util.Optional;

/** The prices that the user has given, found again at the next start. FX thread only. */
public record CostPreferences(Preferences preferences) {
    private static final String CURRENCY = "cost.currency";
    private static final int LONGEST = 40;

    /** What there can be a price of. */
    public enum CostKind {
        /** A GB that is staged for a month. */
        STAGING,
        /** A GB that is loaded. */
        LOADING;

        private String key() {
            return "cost." + name();
        }
    }

    /** What is in force: a price that was saved and cannot be read is none. */
    public CostRates rates() {
        return new CostRates(price(CostKind.STAGING), price(CostKind.LOADING), currency());
    }

    /** The price of that; empty for none. */
    public Optional<BigDecimal> price(CostKind kind) {
        return saved(kind).flatMap(CostPreferences::read);
    }

    /** What was saved, whether it can be read or not; a file that was edited by hand may hold anything. */
    public Optional<String> saved(CostKind kind) {
        return preferences.find(kind.key()).filter(text -> !text.isBlank());
    }

    /** The user's own word for it; blank for none. */
    public String currency() {
        return preferences.find(CURRENCY).orElse("");
    }

    /** Saves a price, or that there is none any more. */
    public void save(CostKind kind, Optional<BigDecimal> price) {
        preferences.save(kind.key(), price.map(BigDecimal::toPlainString).orElse(""));
    }

    /** Saves the user's own word for the currency. */
    public void saveCurrency(String currency) {
        preferences.save(CURRENCY, currency);
    }

    private static Optional<BigDecimal> read(String text) {
        try {
            return Optional.of(text)
                    .filter(each -> each.length() <= LONGEST && !each.contains("e") && !each.contains("E"))
                    .map(BigDecimal::new).filter(price -> price.signum() >= 0);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
