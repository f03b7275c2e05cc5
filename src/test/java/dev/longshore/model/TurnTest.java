package dev.longshore.model;

import static dev.longshore.model.Given.NOON;
import static dev.longshore.model.Given.hours;
import static dev.longshore.model.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnTest {
    @Test
    void lengthsLieBetweenTheLooks() {
        var length = new Turn(NOON, hours(2)).to(new Turn(hours(5), hours(9)));

        assertThat(length).isEqualTo(new Turn.Length(Duration.ofHours(3), Duration.ofHours(9)));
        assertThat(length.isExact()).isFalse();
    }

    @Test
    void whatWasSeenOnceOnlyLastedNoTimeForSure() {
        assertThat(new Turn(NOON, hours(2)).to(new Turn(hours(1), hours(3))).least()).isZero();
        assertThat(new Turn(NOON, hours(2)).to(new Turn(null, hours(3))).least()).isZero();
    }

    @Test
    void withoutABeginningThereIsNoMost() {
        var length = new Turn(null, NOON).to(Turn.seen(hours(2)));

        assertThat(length).isEqualTo(new Turn.Length(Duration.ofHours(2), null));
        assertThat(length.isExact()).isFalse();
    }

    @Test
    void aDoubtOfAQuarterOfAnHourOrOfATwentiethHardlyMatters() {
        assertThat(new Turn(NOON, minutes(15)).to(Turn.seen(minutes(20))).isExact()).isTrue();
        assertThat(new Turn(NOON, minutes(16)).to(Turn.seen(minutes(20))).isExact()).isFalse();
        assertThat(new Turn(NOON, hours(1)).to(Turn.seen(hours(21))).isExact()).isTrue();
        assertThat(new Turn(NOON, hours(1)).to(Turn.seen(hours(20))).isExact()).isFalse();
    }

    @Test
    void isShortWhereTheLooksAreCloseTogether() {
        assertThat(new Turn(NOON, minutes(15)).isShort()).isTrue();
        assertThat(new Turn(NOON, minutes(16)).isShort()).isFalse();
        assertThat(new Turn(null, NOON).isShort()).isFalse();
    }
}
