package dev.longshore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.BlindSpan;
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
        try (var rig = WatchRig.importing(folder)) {
            rig.pass(Duration.ofSeconds(10));
            rig.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(10)));
            var before = rig.api.questions.size();
            rig.pass(Duration.ofMinutes(1));

            assertThat(rig.api.questions.size() - before).isBetween(4, 7);
            assertThat(rig.watch.settings().intervals().importing()).isEqualTo(Duration.ofSeconds(10));
        }
    }

    @Test
    void aLongerIntervalHoldsAtOnce() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofHours(1)));
            var before = rig.api.questions.size();
            rig.pass(Duration.ofMinutes(50));

            assertThat(rig.api.questions).hasSize(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 3600})
    void aChangeMakesNobodyBlind(long seconds) {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofMinutes(10)));
            rig.pass(Duration.ofMinutes(8));
            rig.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(seconds)));
            rig.pass(Duration.ofHours(3));

            assertThat(rig.journal.history(WatchRig.key(WatchRig.ORDERS), Instant.EPOCH).blindSpans())
                    .extracting(BlindSpan::cause)
                    .isEmpty();
        }
    }

    @Test
    void aConnectionThatWaitsBecauseOfFailuresGoesOnWaiting() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.NotFound("The service knows no such migration.");
            rig.pass(Duration.ofMinutes(10));
            var next = rig.row(WatchRig.ORDERS).poll().next();
            rig.watch.useIntervals(Intervals.standard().with(Interval.IMPORTING, Duration.ofSeconds(5)));
            rig.watch.tick();

            assertThat(rig.row(WatchRig.ORDERS).poll().next()).isEqualTo(next);
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
