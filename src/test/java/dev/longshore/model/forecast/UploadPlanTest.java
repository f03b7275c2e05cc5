package dev.longshore.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Deadline;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Phase;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadPlanTest {
    @Test
    void endsWhenWhatIsLeftIsThereAtThatRate() {
        var plan = new UploadPlan(10_000, 1_000, 7, ModelSamples.NOON);

        assertThat(plan.forecast().latest()).isEqualTo(ModelSamples.NOON.plusSeconds(1286));
    }

    @Test
    void whatIsUploadedHasEnded() {
        assertThat(new UploadPlan(500, 500, 1, ModelSamples.NOON).forecast().earliest()).isEqualTo(ModelSamples.NOON);
    }

    @Test
    void theEndOfAnUploadIsNeverCalledSafe() {
        var plan = new UploadPlan(100, 0, 100, ModelSamples.NOON);
        var cleanup = new Deadline(ModelSamples.days(30), Deadline.Cause.CLEANUP_SCHEDULED, ModelSamples.NOON);

        assertThat(CollisionGuard.assess(
                ModelSamples.NOON, ModelSamples.status(Phase.RECEIVING_FILES), List.of(cleanup), plan.forecast())
                .risk())
                .isEqualTo(Risk.UNKNOWN);
    }

    @Test
    void anUploadThatEndsLessThanTwoDaysBeforeTheCleanupIsRed() {
        var plan = new UploadPlan(Duration.ofDays(6).toSeconds(), 0, 1, ModelSamples.NOON);
        var cleanup = new Deadline(ModelSamples.days(7), Deadline.Cause.CLEANUP_IDLE, ModelSamples.NOON);

        assertThat(CollisionGuard.assess(
                ModelSamples.NOON, ModelSamples.status(Phase.RECEIVING_FILES), List.of(cleanup), plan.forecast())
                .risk())
                .isEqualTo(Risk.RED);
    }

    @Test
    void asksForFiguresThatCanBe() {
        assertThatThrownBy(() -> new UploadPlan(10, 11, 1, ModelSamples.NOON))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadPlan(10, 1, 0, ModelSamples.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
