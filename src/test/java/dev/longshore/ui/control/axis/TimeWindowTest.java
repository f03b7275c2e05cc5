package dev.longshore.ui.control.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final TimeWindow day = new TimeWindow(NOON, NOON.plus(Duration.ofDays(1)));

    @Test
    void zoomingKeepsTheAnchorWhereItIs() {
        var anchor = NOON.plus(Duration.ofHours(6));

        var zoomed = day.zoom(0.5, anchor);

        assertThat(zoomed.length()).isEqualTo(Duration.ofHours(12));
        assertThat(new TimeScale(zoomed, 800).x(anchor)).isCloseTo(new TimeScale(day, 800).x(anchor), within(0.01));
    }

    @Test
    void zoomingEndsAtAMinute() {
        assertThat(day.zoom(1e-9, NOON).length()).isEqualTo(TimeWindow.LEAST);
    }

    @Test
    void panningMovesByAShareOfWhatIsSeen() {
        assertThat(day.pan(-0.25))
                .isEqualTo(new TimeWindow(NOON.minus(Duration.ofHours(6)), NOON.plus(Duration.ofHours(18))));
    }

    @Test
    void nothingOutsideOfAllThereIsCanBeSeen() {
        var hour = new TimeWindow(NOON, NOON.plus(Duration.ofHours(1)));

        assertThat(hour.pan(-5).within(day)).isEqualTo(hour);
        assertThat(hour.pan(99).within(day).to()).isEqualTo(day.to());
        assertThat(day.zoom(3, NOON).within(day)).isEqualTo(day);
    }

    @Test
    void aWindowThatShowsNothingCannotBe() {
        assertThatThrownBy(() -> new TimeWindow(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPixelAndItsMomentBelongToEachOther() {
        var timeScale = new TimeScale(day, 960);

        assertThat(timeScale.x(timeScale.at(123))).isCloseTo(123, within(0.01));
        assertThat(timeScale.pixels(Duration.ofHours(1))).isEqualTo(40);
    }
}
