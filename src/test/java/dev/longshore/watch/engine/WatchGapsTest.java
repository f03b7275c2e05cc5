package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchGapsTest {
    private static final ApiError GONE = new ApiError.Network(Fact.recorded("The network is gone."), false);

    @TempDir private Path folder;

    private static List<WatchGap> spans(WatchFixture fixture) {
        return fixture.watch.history(WatchFixture.key(ORDERS), Instant.EPOCH).join().watchGaps();
    }

    private static MigrationRef nth(int nth) {
        return new MigrationRef(new DatabaseId("db-" + nth), new MigrationId("m-" + nth));
    }

    private static void addMany(WatchFixture fixture, int count) {
        for (var nth = 0; nth < count; nth++) {
            fixture.api.says(nth(nth), "ImportInProgress");
            fixture.add(nth(nth));
        }
        fixture.pass(Duration.ofMinutes(5));
    }

    @Test
    void aQuestionThatFailedAndWasRepeatedMakesNobodyBlind() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = GONE;
            fixture.pass(Duration.ofSeconds(70));
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(5));

            assertThat(spans(fixture)).isEmpty();
        }
    }

    @Test
    void recordsANightWithoutNetworkOnce() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = GONE;
            fixture.pass(Duration.ofHours(9));
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(30));

            assertThat(spans(fixture)).singleElement().satisfies(gap -> {
                assertThat(gap.reason()).isEqualTo(WatchGap.Reason.UNREACHABLE);
                assertThat(Duration.between(gap.from(), gap.to())).isBetween(
                        Duration.ofHours(9), Duration.ofMinutes(9 * 60 + 17));
            });
            assertThat(fixture.row(ORDERS).problem()).isNull();
        }
    }

    @Test
    void aJumpOfTheClockIsRecorded() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.clock.advance(Duration.ofMinutes(30));

            fixture.pass(Duration.ofMinutes(1));

            assertThat(spans(fixture)).extracting(WatchGap::reason).containsExactly(WatchGap.Reason.ASLEEP);
        }
    }

    @Test
    void aClosedMigrationNeedsNobodyToWatchIt() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(ORDERS, "Closed");
            fixture.pass(Duration.ofMinutes(2));
            fixture.pass(Duration.ofHours(5));
            fixture.watch.pollNow();

            fixture.pass(Duration.ofMinutes(1));

            assertThat(spans(fixture)).isEmpty();
        }
    }

    @Test
    void theFirstRoundAfterASleepStaysWithinTheBudget() {
        try (var fixture = WatchFixture.importing(folder)) {
            addMany(fixture, 150);
            fixture.clock.advance(Duration.ofHours(8));
            fixture.api.questions.clear();

            fixture.pass(Duration.ofSeconds(30));
            var inHalfAMinute = fixture.api.questions.size();
            fixture.pass(Duration.ofMinutes(4));

            assertThat(inHalfAMinute).isBetween(20, 62);
            assertThat(fixture.api.questions.stream().distinct()).hasSize(151);
        }
    }

    @Test
    void theFirstRoundAfterANightWithoutNetworkStaysWithinTheBudget() {
        try (var fixture = WatchFixture.importing(folder)) {
            addMany(fixture, 150);
            fixture.api.broken = GONE;
            fixture.pass(Duration.ofHours(3));
            fixture.api.broken = null;
            while (fixture.row(ORDERS).problem() != null) {
                fixture.pass(Duration.ofSeconds(5));
            }
            fixture.api.questions.clear();

            fixture.pass(Duration.ofMinutes(1));

            assertThat(fixture.api.questions).hasSizeLessThanOrEqualTo(124);
        }
    }
}
