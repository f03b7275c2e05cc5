package dev.longshore.devops.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SendStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(1);

    private final SendState sendState = new SendState();

    @Test
    void leavesOnce() {
        assertThat(sendState.markSent(NOW)).isTrue();
        assertThat(sendState.markSent(LATER)).isFalse();
        assertThat(sendState.sentAt(LATER)).isEqualTo(NOW);
    }

    @Test
    void doesNotLeaveAfterItWasGivenUp() {
        sendState.abandon();

        assertThat(sendState.markSent(NOW)).isFalse();
        assertThat(sendState.isSent()).isFalse();
    }

    @Test
    void countsTheTimeOfAnAnswerInRealTimeWhateverTheClockSays() {
        sendState.markSent(NOW.minus(Duration.ofDays(365)));

        assertThat(sendState.took()).isBetween(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void hasLeftEvenWhenItIsGivenUpAfterwards() {
        sendState.markSent(NOW);
        sendState.abandon();

        assertThat(sendState.isSent()).isTrue();
    }
}
