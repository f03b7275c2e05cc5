package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.forecast.ImportForecast;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number and no time that the service can say overflows: it is used, or it counts as not known. */
class ServiceNumbersTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "0.000000000001 %", "100 %", "1 of 999999999999999", "999999999999999 of 999999999999999", "0 of 0", "1e308 %",
        "999999999999999999999999 of 1", "-5 %", "NaN %", "1/0"})
    void progressOfAnySizeIsWatched(String progress) {
        try (var fixture = WatchFixture.importing(folder)) {
            for (var each : List.of("0 %", "0.000000000001 %", "0.000000000002 %", "0.000000000003 %", progress)) {
                fixture.api.says(ORDERS, "ImportInProgress", each, Instant.parse("9999-12-30T23:59:59Z"));
                fixture.pass(Duration.ofMinutes(3));
            }

            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(Objects.requireNonNull(Objects.requireNonNull(fixture.row(ORDERS).lastKnown()).progress())
                    .value().text())
                    .isEqualTo(progress);
            assertThat(fixture.row(ORDERS).alerts(fixture.clock.instant())).isNotNull();
        }
    }

    @Test
    void progressWithinLessThanAMillisecondHasAForecastOrNone() {
        try (var fixture = WatchFixture.importing(folder)) {
            for (var percent = 35; percent < 40; percent++) {
                fixture.api.says(ORDERS, "ImportInProgress", percent + " %", null);
                fixture.clock.advance(Duration.ofNanos(10));
                fixture.watch.pollNow();
                fixture.watch.tick();
            }

            var row = fixture.row(ORDERS);
            assertThat(row.problem()).isNull();
            assertThat(ImportForecast.of(row.lastKnown(),
                    fixture.watch.history(row.key(), Instant.EPOCH).join(), fixture.clock.instant())).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"})
    void aServiceWhoseClockCannotBeOneTellsNoTime(Instant date) {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.serviceClock = Optional.of(() -> date);
            fixture.pass(Duration.ofMinutes(3));

            assertThat(fixture.connection().clockOffset()).isNull();
            assertThat(fixture.connection().serviceTime(fixture.clock.instant())).isEqualTo(fixture.clock.instant());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "9999-12-30T23:59:59Z"})
    void aCleanupAtTheEndsOfTimeIsWatched(Instant cleanup) {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(ORDERS, "Paused", "34 %", cleanup);
            fixture.pass(Duration.ofMinutes(3));

            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(fixture.row(ORDERS).cleanup()).isPresent();
        }
    }
}
