package dev.longshore.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static QuietHours of(String text) {
        return QuietHours.parse(text, true).orElseThrow();
    }

    @Test
    void canGoOverMidnight() {
        var night = of("22:00-7:00");

        assertThat(night.contains(LocalTime.of(21, 59))).isFalse();
        assertThat(night.contains(LocalTime.of(22, 0))).isTrue();
        assertThat(night.contains(LocalTime.MIDNIGHT)).isTrue();
        assertThat(night.contains(LocalTime.of(6, 59))).isTrue();
        assertThat(night.contains(LocalTime.of(7, 0))).isFalse();
        assertThat(night.text()).isEqualTo("22:00-07:00");
    }

    @Test
    void canBeWithinADay() {
        var lunch = of("12:00 – 13:30");

        assertThat(lunch.contains(LocalTime.of(11, 59))).isFalse();
        assertThat(lunch.contains(LocalTime.of(12, 0))).isTrue();
        assertThat(lunch.contains(LocalTime.of(13, 30))).isFalse();
    }

    @Test
    void aPeriodWithoutLengthIsNone() {
        assertThat(QuietHours.parse("08:00-08:00", true)).isEmpty();
    }
}
