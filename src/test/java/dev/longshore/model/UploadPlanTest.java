package dev.longshore.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadPlanTest {
    @Test
    void endsWhenWhatIsLeftIsThereAtThatRate() {
        var plan = new UploadPlan(10_000, 1_000, 7, Given.NOON);

        assertThat(plan.forecast().latest()).isEqualTo(Given.NOON.plusSeconds(1286));
    }

    @Test
    void whatIsUploadedHasEnded() {
        assertThat(new UploadPlan(500, 500, 1, Given.NOON).forecast().earliest()).isEqualTo(Given.NOON);
    }

    @Test
    void theEndOfAnUploadIsNeverCalledSafe() {
        var plan = new UploadPlan(100, 0, 100, Given.NOON);
        var cleanup = new Deadline(Given.days(30), Deadline.Cause.CLEANUP_SCHEDULED, Given.NOON);

        assertThat(CollisionGuard.judge(
                Given.NOON, Given.status(Phase.RECEIVING_FILES), List.of(cleanup), plan.forecast()).risk())
                .isEqualTo(Risk.UNKNOWN);
    }

    @Test
    void anUploadThatEndsLessThanTwoDaysBeforeTheCleanupIsRed() {
        var plan = new UploadPlan(Duration.ofDays(6).toSeconds(), 0, 1, Given.NOON);
        var cleanup = new Deadline(Given.days(7), Deadline.Cause.CLEANUP_IDLE, Given.NOON);

        assertThat(CollisionGuard.judge(
                Given.NOON, Given.status(Phase.RECEIVING_FILES), List.of(cleanup), plan.forecast()).risk())
                .isEqualTo(Risk.RED);
    }

    @Test
    void asksForFiguresThatCanBe() {
        assertThatThrownBy(() -> new UploadPlan(10, 11, 1, Given.NOON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadPlan(10, 1, 0, Given.NOON)).isInstanceOf(IllegalArgumentException.class);
    }
}
