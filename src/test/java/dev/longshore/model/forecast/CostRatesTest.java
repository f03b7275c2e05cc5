package dev.longshore.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostRatesTest {
    private static final long TERABYTE = 1_000_000_000_000L;
    private static final CostRates RATES = new CostRates(
            Optional.of(new BigDecimal("0.03")), Optional.of(new BigDecimal("0.5")), "EUR");

    @Test
    void aMonthOfStagingCostsThePriceOfAMonth() {
        assertThat(RATES.stagingCost(TERABYTE, Duration.ofDays(30))).hasValueSatisfying(
                cost -> assertThat(cost).isEqualByComparingTo("30"));
        assertThat(RATES.stagingCost(TERABYTE, Duration.ofDays(7))).hasValueSatisfying(
                cost -> assertThat(cost).isEqualByComparingTo("7"));
    }

    @Test
    void aTimeThatIsOverCostsNothingMore() {
        assertThat(RATES.stagingCost(TERABYTE, Duration.ofDays(-1))).hasValueSatisfying(
                cost -> assertThat(cost).isZero());
    }

    @Test
    void loadingCostsThePriceOfEachGigabyte() {
        assertThat(RATES.loadingCost(TERABYTE))
                .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("500"));
        assertThat(RATES.loadingCost(1)).hasValueSatisfying(
                cost -> assertThat(cost).isEqualByComparingTo("0.0000000005"));
    }

    @Test
    void nothingIsKnownWithoutAPrice() {
        assertThat(CostRates.NONE.isEmpty()).isTrue();
        assertThat(CostRates.NONE.stagingCost(TERABYTE, Duration.ofDays(30))).isEmpty();
        assertThat(CostRates.NONE.loadingCost(TERABYTE)).isEmpty();
    }
}
