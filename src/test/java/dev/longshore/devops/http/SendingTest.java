package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    private final Sending sending = new Sending();

    @Test
    void leavesOnce() {
        assertThat(sending.leave(NOW)).isTrue();
        assertThat(sending.leave(LATER)).isFalse();
        assertThat(sending.leftAt(LATER)).isEqualTo(NOW);
    }

    @Test
    void doesNotLeaveAfterItWasGivenUp() {
        sending.giveUp();

        assertThat(sending.leave(NOW)).isFalse();
        assertThat(sending.hasLeft()).isFalse();
    }

    @Test
    void countsTheTimeOfAnAnswerInRealTimeWhateverTheClockSays() {
        sending.leave(NOW.minus(Duration.ofDays(365)));

        assertThat(sending.took()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void hasLeftEvenWhenItIsGivenUpAfterwards() {
        sending.leave(NOW);
        sending.giveUp();

        assertThat(sending.hasLeft()).isTrue();
    }
}
