package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.BlindSpan;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindSpansTest {
    private static final ApiError GONE = new ApiError.Network("The network is gone.", false);

    @TempDir private Path folder;

    private static List<BlindSpan> spans(WatchRig rig) {
        return rig.watch.history(WatchRig.key(ORDERS), Instant.EPOCH).join().blindSpans();
    }

    private static MigrationRef nth(int nth) {
        return new MigrationRef(new DatabaseId("db-" + nth), new MigrationId("m-" + nth));
    }

    private static void addMany(WatchRig rig, int count) {
        for (var nth = 0; nth < count; nth++) {
            rig.api.says(nth(nth), "ImportInProgress");
            rig.add(nth(nth));
        }
        rig.pass(Duration.ofMinutes(5));
    }

    @Test
    void aQuestionThatFailedAndWasRepeatedMakesNobodyBlind() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = GONE;
            rig.pass(Duration.ofSeconds(70));
            rig.api.broken = null;

            rig.pass(Duration.ofMinutes(5));

            assertThat(spans(rig)).isEmpty();
        }
    }

    @Test
    void recordsANightWithoutNetworkOnce() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = GONE;
            rig.pass(Duration.ofHours(9));
            rig.api.broken = null;

            rig.pass(Duration.ofMinutes(30));

            assertThat(spans(rig)).singleElement().satisfies(span -> {
                assertThat(span.cause()).isEqualTo(BlindSpan.Cause.UNREACHABLE);
                assertThat(Duration.between(span.from(), span.to())).isBetween(
                        Duration.ofHours(9), Duration.ofMinutes(9 * 60 + 17));
            });
            assertThat(rig.row(ORDERS).problem()).isNull();
        }
    }

    @Test
    void aJumpOfTheClockIsRecorded() {
        try (var rig = WatchRig.importing(folder)) {
            rig.clock.advance(Duration.ofMinutes(30));

            rig.pass(Duration.ofMinutes(1));

            assertThat(spans(rig)).extracting(BlindSpan::cause).containsExactly(BlindSpan.Cause.ASLEEP);
        }
    }

    @Test
    void aClosedMigrationNeedsNobodyToWatchIt() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.says(ORDERS, "Closed");
            rig.pass(Duration.ofMinutes(2));
            rig.pass(Duration.ofHours(5));
            rig.watch.pollNow();

            rig.pass(Duration.ofMinutes(1));

            assertThat(spans(rig)).isEmpty();
        }
    }

    @Test
    void theFirstRoundAfterASleepStaysWithinTheBudget() {
        try (var rig = WatchRig.importing(folder)) {
            addMany(rig, 150);
            rig.clock.advance(Duration.ofHours(8));
            rig.api.questions.clear();

            rig.pass(Duration.ofSeconds(30));
            var inHalfAMinute = rig.api.questions.size();
            rig.pass(Duration.ofMinutes(4));

            assertThat(inHalfAMinute).isBetween(20, 62);
            assertThat(rig.api.questions.stream().distinct()).hasSize(151);
        }
    }

    @Test
    void theFirstRoundAfterANightWithoutNetworkStaysWithinTheBudget() {
        try (var rig = WatchRig.importing(folder)) {
            addMany(rig, 150);
            rig.api.broken = GONE;
            rig.pass(Duration.ofHours(3));
            rig.api.broken = null;
            while (rig.row(ORDERS).problem() != null) {
                rig.pass(Duration.ofSeconds(5));
            }
            rig.api.questions.clear();

            rig.pass(Duration.ofMinutes(1));

            assertThat(rig.api.questions).hasSizeLessThanOrEqualTo(124);
        }
    }
}
