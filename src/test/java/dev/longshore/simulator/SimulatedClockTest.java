package dev.longshore.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated time. */
class SimulatedClockTest {

    private static final Instant START = Instant.parse("2026-11-21T18:00:00Z");

    private Instant real = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void runsAsManyTimesFasterAsAsked() {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 600);

        real = real.plusMillis(1_500);

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void standsStillUntilItIsAdvanced() {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 0);

        real = real.plusSeconds(1_000);
        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofHours(3));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(3)));
    }

    @Test
    void keepsTheTimeWhenItsSpeedChanges() {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 60);
        real = real.plusSeconds(60);

        clock.setSpeed(2);
        real = real.plusSeconds(10);

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)).plusSeconds(20));
        assertThat(clock.speed()).isEqualTo(2);
    }

    @Test
    void doesNotRunBackwards() {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASpeedThatIsNone(double speed) {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> clock.setSpeed(speed));
        assertThatIllegalArgumentException().isThrownBy(() -> new SimulatedClock(() -> real, START, speed));
    }

    @Test
    void staysExactOverMonths() {
        SimulatedClock clock = new SimulatedClock(() -> real, START, 600);

        real = real.plus(Duration.ofHours(10));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(250)));
    }
}
