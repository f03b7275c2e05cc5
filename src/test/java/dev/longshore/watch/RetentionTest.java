package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
    private static final Instant NOON = Instant.parse("2026-08-31T12:00:00Z");

    @Test
    void everythingIsKeptWhereNothingIsSet() {
        assertThat(Retention.read(Optional.empty())).isEqualTo(Retention.EVERYTHING);
        assertThat(Retention.EVERYTHING.before(NOON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-3", "121", "a year", "1.5"})
    void everythingIsKeptWhereWhatIsSetMakesNoSense(String kept) {
        assertThat(Retention.read(Optional.of(kept))).isEqualTo(Retention.EVERYTHING);
    }

    @Test
    void countsMonthsOfTheCalendar() {
        assertThat(Retention.of(6).before(NOON)).contains(Instant.parse("2026-02-28T12:00:00Z"));
    }

    @Test
    void isReadAsItWasKept() {
        assertThat(Retention.read(Optional.of(Retention.of(12).text()))).isEqualTo(Retention.of(12));
        assertThat(Retention.read(Optional.of(Retention.EVERYTHING.text()))).isEqualTo(Retention.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 121})
    void isNotSetToWhatMakesNoSense(int months) {
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.of(months));
    }
}
