package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T14:30:00Z,2026-12-31T14:30:00Z",
        "2026-12-31T14:30:00.999999999Z,2026-12-31T14:30:00Z",
        "2027-01-01T00:00:00.500Z,2027-01-01T00:00:00Z",
        "0001-01-02T00:00:00Z,0001-01-02T00:00:00Z",
        "9999-12-30T23:59:59.999Z,9999-12-30T23:59:59Z"
    })
    void isAWholeSecond(Instant time, String written) {
        assertThat(new CleanupTime(time)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+10000-01-01T00:00:00Z", "9999-12-31T00:00:00Z", "0000-12-31T23:59:59Z",
        "-0001-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void hasAYearOfFourDigitsInEveryZone(Instant time) {
        assertThat(CleanupTime.of(time)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new CleanupTime(time)).withMessageContaining("cannot");
    }

    @Test
    void isTheTimeThatTheServiceNamesWithinTheSameSecond() {
        var time = new CleanupTime(Instant.parse("2026-12-31T14:30:00.7Z"));

        assertThat(time.is(Instant.parse("2026-12-31T14:30:00.2Z"))).isTrue();
        assertThat(time.is(Instant.parse("2026-12-31T14:30:01Z"))).isFalse();
        assertThat(time.is(null)).isFalse();
    }
}
