package dev.longshore.model;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusChangeTest {
    @Test
    void lengthsLieBetweenTheLooks() {
        var durationRange = new StatusChange(NOON, hours(2)).durationUntil(new StatusChange(hours(5), hours(9)));

        assertThat(durationRange).isEqualTo(new StatusChange.DurationRange(Duration.ofHours(3), Duration.ofHours(9)));
        assertThat(durationRange.isExact()).isFalse();
    }

    @Test
    void whatWasSeenOnceOnlyLastedNoTimeForSure() {
        assertThat(new StatusChange(NOON, hours(2)).durationUntil(new StatusChange(hours(1), hours(3))).least())
                .isZero();
        assertThat(new StatusChange(NOON, hours(2)).durationUntil(new StatusChange(null, hours(3))).least()).isZero();
    }

    @Test
    void withoutABeginningThereIsNoMost() {
        var durationRange = new StatusChange(null, NOON).durationUntil(StatusChange.at(hours(2)));

        assertThat(durationRange).isEqualTo(new StatusChange.DurationRange(Duration.ofHours(2), null));
        assertThat(durationRange.isExact()).isFalse();
    }

    @Test
    void aDoubtOfAQuarterOfAnHourOrOfATwentiethHardlyMatters() {
        assertThat(new StatusChange(NOON, minutes(15)).durationUntil(StatusChange.at(minutes(20))).isExact()).isTrue();
        assertThat(new StatusChange(NOON, minutes(16)).durationUntil(StatusChange.at(minutes(20))).isExact()).isFalse();
        assertThat(new StatusChange(NOON, hours(1)).durationUntil(StatusChange.at(hours(21))).isExact()).isTrue();
        assertThat(new StatusChange(NOON, hours(1)).durationUntil(StatusChange.at(hours(20))).isExact()).isFalse();
    }

    @Test
    void isShortWhereTheLooksAreCloseTogether() {
        assertThat(new StatusChange(NOON, minutes(15)).isShort()).isTrue();
        assertThat(new StatusChange(NOON, minutes(16)).isShort()).isFalse();
        assertThat(new StatusChange(null, NOON).isShort()).isFalse();
    }
}
