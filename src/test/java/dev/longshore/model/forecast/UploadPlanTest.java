package dev.longshore.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Deadline;
import dev.longshore.model.Forecast;
import dev.longshore.model.ModelSamples;
import dev.longshore.model.Phase;
import dev.longshore.model.cleanup.CollisionGuard;
import dev.longshore.model.cleanup.Risk;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.ForecastFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadPlanTest {
    @Test
    void endsWhenWhatIsLeftIsThereAtThatRate() {
        var plan = new UploadPlan(10_000, 1_000, 7, ModelSamples.NOON);

        assertThat(plan.forecast()).isInstanceOfSatisfying(Forecast.Range.class,
                range -> assertThat(range.latest()).isEqualTo(ModelSamples.NOON.plusSeconds(1286)));
    }

    @Test
    void whatIsUploadedHasEnded() {
        assertThat(new UploadPlan(500, 500, 1, ModelSamples.NOON).forecast()).isInstanceOfSatisfying(
                Forecast.Range.class, range -> assertThat(range.earliest()).isEqualTo(ModelSamples.NOON));
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807, 1", "45035996273704960, 1", "31536001, 1", "9223372036854775807, 1000"})
    void anUploadOfMoreThanAYearHasNoExpectedEnd(long bytes, long rate) {
        assertThat(new UploadPlan(bytes, 0, rate, ModelSamples.NOON).forecast())
                .isEqualTo(new Forecast.NoForecast(Fact.of(ForecastFact.UPLOAD_TOO_SLOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z", "1969-12-31T23:59:59Z"})
    void isNotDescribedAtATimeThatCannotBe(Instant recordedAt) {
        assertThatThrownBy(() -> new UploadPlan(10, 1, 1, recordedAt)).isInstanceOf(IllegalArgumentException.class);
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
