package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.engine.WatchFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void eachCanBeChangedByItself(Interval which) {
        var changed = Intervals.standard().with(which, Duration.ofSeconds(77));

        for (var each : Interval.values()) {
            assertThat(each.of(changed))
                    .isEqualTo(each == which ? Duration.ofSeconds(77) : each.of(Intervals.standard()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasKeptIsReadAgain(Interval which) {
        var kept = new HashMap<>(Map.of(which.key(), "PT77S"));

        assertThat(Intervals.read(key -> Optional.ofNullable(kept.get(key))))
                .isEqualTo(Intervals.standard().with(which, Duration.ofSeconds(77)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "PT4.9S", "PT6H1S", "-PT1M"})
    void whatMakesNoSenseIsNotRead(String kept) {
        assertThat(Intervals.read(_ -> Optional.of(kept))).isEqualTo(Intervals.standard());
    }

    @Test
    void aShorterIntervalHoldsAtOnce() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.pass(Duration.ofSeconds(10));
            fixture.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(10)));
            var before = fixture.api.questions.size();
            fixture.pass(Duration.ofMinutes(1));

            assertThat(fixture.api.questions.size() - before).isBetween(4, 7);
            assertThat(fixture.watch.settings().intervals().importing()).isEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void aLongerIntervalHoldsAtOnce() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofHours(1)));
            var before = fixture.api.questions.size();
            fixture.pass(Duration.ofMinutes(50));

            assertThat(fixture.api.questions).hasSize(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 3600})
    void aChangeMakesNobodyBlind(long seconds) {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofMinutes(10)));
            fixture.pass(Duration.ofMinutes(8));
            fixture.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(seconds)));
            fixture.pass(Duration.ofHours(3));

            assertThat(fixture.journal.history(WatchFixture.key(WatchFixture.ORDERS), Instant.EPOCH).watchGaps())
                    .extracting(WatchGap::reason)
                    .isEmpty();
        }
    }

    @Test
    void aConnectionThatWaitsBecauseOfFailuresGoesOnWaiting() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.NotFound(Fact.recorded("The service knows no such migration."));
            fixture.pass(Duration.ofMinutes(10));
            var next = fixture.row(WatchFixture.ORDERS).poll().next();
            fixture.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(5)));
            fixture.watch.tick();

            assertThat(fixture.row(WatchFixture.ORDERS).poll().next()).isEqualTo(next);
        }
    }

    @Test
    void inADemonstrationNobodyIsAskedMoreThanOnceARealSecond() {
        var settings = WatchSettings.standard().acceleratedBy(600);

        assertThat(
                settings.with(Intervals.standard().with(Interval.RESTING, Duration.ofSeconds(5))).intervals().resting())
                .isEqualTo(Duration.ofMinutes(10));
    }
}
