package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.WatchGap;
import dev.longshore.watch.ActiveAlert;
import dev.longshore.watch.AlertsSnapshot;
import dev.longshore.watch.MissedSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is summed up after nobody watched. */
class MissedEventsTest {
    private static final Duration SOME_MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private WatchFixture begin() {
        var fixture = WatchFixture.importing(folder);
        fixture.api.says(BILLING, "ReceivingFiles");
        fixture.add(BILLING);
        fixture.watch.readHistories();
        fixture.pass(SOME_MINUTES);
        return fixture;
    }

    private static WatchFixture again(WatchFixture fixture, Path folder) {
        var next = fixture.restarted(folder);
        next.watch.readHistories();
        next.connect();
        next.pass(SOME_MINUTES);
        return next;
    }

    private static List<MissedSummary> missed(WatchFixture fixture) {
        var heard = new ArrayList<AlertsSnapshot>();
        fixture.watch.subscribeToAlerts(heard::add).close();
        return heard.getFirst().missed();
    }

    @Test
    void nothingIsMissedAtTheFirstStart() {
        try (var fixture = begin()) {
            assertThat(missed(fixture)).isEmpty();
        }
    }

    @Test
    void tellsWhatChangedAndWhatCameUpWhileTheProgramWasClosed() {
        try (var fixture = begin()) {
            var closedAt = fixture.clock.instant();
            fixture.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.clock.advance(Duration.ofHours(14));
            var openedAt = fixture.clock.instant();
            try (var next = again(fixture, folder)) {
                var missedSummary = missed(next).getFirst();

                assertThat(missedSummary.reason()).isEqualTo(WatchGap.Reason.CLOSED);
                assertThat(missedSummary.from()).isBetween(closedAt.minus(SOME_MINUTES), closedAt);
                assertThat(missedSummary.to()).isEqualTo(openedAt);
                assertThat(missedSummary.changes()).extracting(MissedSummary.MissedChange::key)
                        .containsExactly(WatchFixture.key(ORDERS));
                assertThat(missedSummary.alerts()).extracting(ActiveAlert::subject)
                        .containsExactly(next.row(ORDERS).name());
                assertThat(missedSummary.notYetObserved()).isZero();
            }
        }
    }

    @Test
    void saysThatNothingHappened() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofHours(14));
            try (var next = again(fixture, folder)) {
                assertThat(missed(next)).singleElement().matches(each -> !each.hasNews());
            }
        }
    }

    @Test
    void isSilentAboutAShortWhileInWhichNothingHappened() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofMinutes(2));
            try (var next = again(fixture, folder)) {
                assertThat(missed(next)).isEmpty();
            }
        }
    }

    @Test
    void countsThoseThatWereNotHeardOfSince() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofHours(14));
            try (var next = fixture.restarted(folder)) {
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> each.notYetObserved() == 2);
            }
        }
    }

    @Test
    void whatHappensLaterIsNoPartOfIt() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofHours(14));
            try (var next = again(fixture, folder)) {
                next.api.says(ORDERS, "ERROR");
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> !each.hasNews());
            }
        }
    }

    @Test
    void tellsWhatHappenedWhileTheComputerSlept() {
        try (var fixture = begin()) {
            var asleepAt = fixture.clock.instant();
            fixture.api.says(ORDERS, "MigrationDone");
            fixture.clock.advance(Duration.ofHours(8));
            fixture.pass(SOME_MINUTES);

            assertThat(missed(fixture)).singleElement().satisfies(each -> {
                assertThat(each.reason()).isEqualTo(WatchGap.Reason.ASLEEP);
                assertThat(each.from()).isEqualTo(asleepAt);
                assertThat(each.changes()).hasSize(1);
            });
        }
    }

    @Test
    void aMovedCleanupIsAChange() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ImportInProgress", "34 %", fixture.clock.instant().plus(Duration.ofDays(9)));
            fixture.pass(SOME_MINUTES);
            fixture.api.says(ORDERS, "ImportInProgress", "34 %", fixture.clock.instant().plus(Duration.ofDays(8)));
            fixture.clock.advance(Duration.ofHours(8));
            fixture.pass(SOME_MINUTES);

            assertThat(missed(fixture).getFirst().changes()).hasSize(1);
        }
    }

    @Test
    void aClockThatIsSetBackIsNoSleep() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofHours(-8));
            fixture.pass(SOME_MINUTES);

            assertThat(missed(fixture)).isEmpty();
        }
    }

    @Test
    void aMigrationThatWasTakenOffTheListIsNotWaitedFor() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofHours(14));
            try (var next = fixture.restarted(folder)) {
                next.watch.readHistories();
                next.watch.remove(WatchFixture.key(BILLING)).join();
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> each.notYetObserved() == 1);
            }
        }
    }
}
