package dev.longshore.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.text.Texts;
import dev.longshore.ui.context.CostPreferences;
import dev.longshore.ui.context.CostPreferences.CostKind;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.empty());
    private final CostPreferences preferences = new CostPreferences(window.preferences());

    private CostViewModel model() {
        return new CostViewModel(window.context(new SameThreadUi()), preferences);
    }

    private static void type(CostViewModel model, String text) {
        model.typedProperty(CostKind.STAGING).set(text);
        model.apply(CostKind.STAGING);
    }

    @ParameterizedTest
    @CsvSource({"0.023,0.023", "'0,023',0.023", "' 12 ',12", "'1,200.50',1200.50", "0,0", "\u0665,5"})
    void takesAPriceInAnyForm(String typed, BigDecimal price) {
        var model = model();

        type(model, typed);

        assertThat(model.complaintProperty(CostKind.STAGING).get()).isEmpty();
        assertThat(preferences.rates().staging()).contains(price);
        assertThat(preferences.rates().loading()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "cheap", "0.02 $", "1e3", "NaN", "1.2.3"})
    void whatIsNoPriceStaysAsTypedAndTheOneBeforeStaysInUse(String typed) {
        var model = model();
        type(model, "0.02");

        type(model, typed);

        assertThat(model.typedProperty(CostKind.STAGING).get()).isEqualTo(typed);
        assertThat(model.complaintProperty(CostKind.STAGING).get()).contains("Not a price", "0.02 stays in use");
        assertThat(preferences.rates().staging()).contains(new BigDecimal("0.02"));
    }

    @Test
    void aBlankPriceIsNone() {
        var model = model();
        type(model, "cheap");
        assertThat(model.complaintProperty(CostKind.STAGING).get()).contains("No price is in use");

        type(model, " ");

        assertThat(model.complaintProperty(CostKind.STAGING).get()).isEmpty();
        assertThat(preferences.rates().isEmpty()).isTrue();
    }

    @Test
    void aPriceIsFoundAgainAsThatUserWritesIt() {
        type(model(), "0.023");
        var german = window.context(new SameThreadUi(), new Texts(Locale.ENGLISH), ZoneOffset.UTC, Locale.GERMANY);

        assertThat(new CostViewModel(german, preferences).typedProperty(CostKind.STAGING).get()).isEqualTo("0,023");
    }

    @Test
    void whatWasSavedAndIsNoPriceIsShownWithWhatIsWrong() {
        window.saved.put("cost.STAGING", "much");
        var model = model();

        assertThat(model.typedProperty(CostKind.STAGING).get()).isEqualTo("much");
        assertThat(model.complaintProperty(CostKind.STAGING).get()).contains("Not a price");
        assertThat(preferences.rates().staging()).isEmpty();
    }

    @Test
    void theCurrencyIsWhatTheUserCallsIt() {
        var model = model();
        model.currencyProperty().set(" credits (test)\u200b ");
        model.applyCurrency();

        assertThat(preferences.rates().currency()).isEqualTo("credits (test)");
    }
}
