package dev.longshore.ui.settings;

import dev.longshore.ui.context.CostPreferences;
import dev.longshore.ui.context.CostPreferences.CostKind;
import dev.longshore.ui.context.UiContext;
import dev.longshore.usertext.CleanText;
import dev.longshore.usertext.NumberText;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The prices as the user reads and writes them; what is no price stays as it was typed and is said. FX thread only. */
final class CostViewModel {
    private final Map<CostKind, StringProperty> typed = new EnumMap<>(CostKind.class);
    private final Map<CostKind, ReadOnlyStringWrapper> complaints = new EnumMap<>(CostKind.class);
    private final StringProperty currency = new SimpleStringProperty(this, "currency");
    private final UiContext context;
    private final CostPreferences preferences;

    CostViewModel(UiContext context, CostPreferences preferences) {
        this.context = context;
        this.preferences = preferences;
        currency.set(preferences.currency());
        for (var each : CostKind.values()) {
            var price = preferences.price(each);
            typed.put(each, new SimpleStringProperty(this, each.name(),
                    price.map(numbers()::write).or(() -> preferences.saved(each)).orElse("")));
            complaints.put(each, new ReadOnlyStringWrapper(this, each.name() + "Complaint",
                    price.isEmpty() && preferences.saved(each).isPresent() ? unreadable(price) : ""));
        }
    }

    /** A price as typed; blank for none. */
    StringProperty typedProperty(CostKind kind) {
        return Objects.requireNonNull(typed.get(kind));
    }

    /** What is wrong with that price as typed, as a sentence; empty where nothing is. */
    ReadOnlyStringProperty complaintProperty(CostKind kind) {
        return complaint(kind).getReadOnlyProperty();
    }

    private ReadOnlyStringWrapper complaint(CostKind kind) {
        return Objects.requireNonNull(complaints.get(kind));
    }

    /** The currency as typed. */
    StringProperty currencyProperty() {
        return currency;
    }

    /** Takes a price, or that there is none; what is none is not taken, and the one before stays in force. */
    void apply(CostKind kind) {
        var text = typedProperty(kind).get();
        var price = numbers().read(text).filter(each -> each.signum() >= 0);
        if (text.isBlank() || price.isPresent()) {
            preferences.save(kind, price);
            complaint(kind).set("");
        } else {
            complaint(kind).set(unreadable(preferences.price(kind)));
        }
    }

    private String unreadable(Optional<BigDecimal> inForce) {
        return inForce.map(price -> context.texts().get("settings.costs.unreadable", numbers().write(price)))
                .orElseGet(() -> context.texts().get("settings.costs.unreadable.none"));
    }

    /** Takes the currency as it is. */
    void applyCurrency() {
        var text = CleanText.of(currency.get()).strip();
        preferences.saveCurrency(text);
        currency.set(text);
    }

    private NumberText numbers() {
        return new NumberText(context.times().region());
    }
}
