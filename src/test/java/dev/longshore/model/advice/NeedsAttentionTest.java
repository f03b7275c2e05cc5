package dev.longshore.model.advice;

import static dev.longshore.model.ModelSamples.NOON;
import static dev.longshore.model.ModelSamples.days;
import static dev.longshore.model.ModelSamples.hours;
import static dev.longshore.model.ModelSamples.in;
import static dev.longshore.model.ModelSamples.situation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.Deadline.Cause;
import dev.longshore.model.Forecast;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import dev.longshore.model.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NeedsAttentionTest {
    private static final Forecast NO_END = new Forecast.NoForecast(Fact.recorded("Nothing is known."));

    @ParameterizedTest
    @EnumSource
    void needsNobodyWhileNothingIsWrong(Phase phase) {
        assertThat(NeedsAttention.reason(in(phase), cleanup(days(7)), NO_END, null).isPresent())
                .isEqualTo(phase == Phase.FAILED);
        assertThat(NeedsAttention.reason(in(phase), List.of(), NO_END, null).isPresent())
                .isEqualTo(phase == Phase.FAILED);
    }

    @Test
    void saysThatTheImportFailed() {
        assertThat(NeedsAttention.reason(in(Phase.FAILED), cleanup(hours(1)), NO_END, null))
                .contains("Its import failed.");
    }

    @Test
    void passesOnWhatIsWrongWithTheAnswerFirst() {
        assertThat(NeedsAttention.reason(in(Phase.FAILED), List.of(), NO_END, "The service cannot be reached."))
                .contains("The service cannot be reached.");
        assertThat(NeedsAttention.reason(situation(null, null), List.of(), NO_END, "The token is rejected."))
                .contains("The token is rejected.");
    }

    @Test
    void needsNobodyBeforeTheFirstAnswer() {
        assertThat(NeedsAttention.reason(situation(null, null), cleanup(hours(1)), NO_END, null)).isEmpty();
    }

    @Test
    void saysThatTheStatusIsUnknown() {
        assertThat(NeedsAttention.reason(in(Status.of("Rebalancing")), cleanup(hours(1)), NO_END, null))
                .contains("Its status is \"Rebalancing\", a word nobody here knows.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FAILED")
    void saysThatTheCleanupIsNearWhileItIsNotDone(Phase phase) {
        var soon = NeedsAttention.reason(in(phase), cleanup(hours(48).minusSeconds(1)), NO_END, null);

        assertThat(soon.isPresent()).isEqualTo(phase.hasFilesToLose());
        assertThat(soon.orElse("Its cleanup is due in 1 d 23 h.")).isEqualTo("Its cleanup is due in 1 d 23 h.");
        assertThat(NeedsAttention.reason(in(phase), cleanup(hours(48)), NO_END, null)).isEmpty();
    }

    @Test
    void saysThatTheCleanupCollidesWithTheExpectedEnd() {
        var end = new Forecast.Range(hours(1), hours(70), Fact.recorded("From what was seen."));

        assertThat(NeedsAttention.reason(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(60)), end, null))
                .contains("Its cleanup is due 10 h before the latest expected end.");
        assertThat(NeedsAttention.reason(in(Phase.IMPORT_IN_PROGRESS), cleanup(hours(118)), end, null)).isEmpty();
    }

    private static List<Deadline> cleanup(Instant at) {
        return List.of(new Deadline(at, Cause.CLEANUP_SCHEDULED, NOON));
    }
}
