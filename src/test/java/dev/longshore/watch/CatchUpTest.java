package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.BILLING;
import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.BlindSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is summed up after nobody watched. */
class CatchUpTest {
    private static final Duration SOME_MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private WatchRig begin() {
        var rig = WatchRig.importing(folder);
        rig.api.says(BILLING, "ReceivingFiles");
        rig.add(BILLING);
        rig.watch.readHistories();
        rig.pass(SOME_MINUTES);
        return rig;
    }

    private static WatchRig again(WatchRig rig, Path folder) {
        var next = rig.restarted(folder);
        next.watch.readHistories();
        next.connect();
        next.pass(SOME_MINUTES);
        return next;
    }

    private static List<Missed> missed(WatchRig rig) {
        var heard = new ArrayList<AlertBoard>();
        rig.watch.subscribeToAlerts(heard::add).close();
        return heard.getFirst().missed();
    }

    @Test
    void nothingIsMissedAtTheFirstStart() {
        try (var rig = begin()) {
            assertThat(missed(rig)).isEmpty();
        }
    }

    @Test
    void tellsWhatChangedAndWhatCameUpWhileTheProgramWasClosed() {
        try (var rig = begin()) {
            var closedAt = rig.clock.instant();
            rig.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            rig.clock.advance(Duration.ofHours(14));
            var openedAt = rig.clock.instant();
            try (var next = again(rig, folder)) {
                var missed = missed(next).getFirst();

                assertThat(missed.cause()).isEqualTo(BlindSpan.Cause.CLOSED);
                assertThat(missed.from()).isBetween(closedAt.minus(SOME_MINUTES), closedAt);
                assertThat(missed.to()).isEqualTo(openedAt);
                assertThat(missed.changes()).extracting(Missed.Change::key)
                        .containsExactly(WatchRig.key(ORDERS));
                assertThat(missed.alerts()).extracting(StandingAlert::subject)
                        .containsExactly(next.row(ORDERS).name());
                assertThat(missed.unheard()).isZero();
            }
        }
    }

    @Test
    void saysThatNothingHappened() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofHours(14));
            try (var next = again(rig, folder)) {
                assertThat(missed(next)).singleElement().matches(each -> !each.hasNews());
            }
        }
    }

    @Test
    void isSilentAboutAShortWhileInWhichNothingHappened() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofMinutes(2));
            try (var next = again(rig, folder)) {
                assertThat(missed(next)).isEmpty();
            }
        }
    }

    @Test
    void countsThoseThatWereNotHeardOfSince() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofHours(14));
            try (var next = rig.restarted(folder)) {
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> each.unheard() == 2);
            }
        }
    }

    @Test
    void whatHappensLaterIsNoPartOfIt() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofHours(14));
            try (var next = again(rig, folder)) {
                next.api.says(ORDERS, "ERROR");
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> !each.hasNews());
            }
        }
    }

    @Test
    void tellsWhatHappenedWhileTheComputerSlept() {
        try (var rig = begin()) {
            var asleepAt = rig.clock.instant();
            rig.api.says(ORDERS, "MigrationDone");
            rig.clock.advance(Duration.ofHours(8));
            rig.pass(SOME_MINUTES);

            assertThat(missed(rig)).singleElement().satisfies(each -> {
                assertThat(each.cause()).isEqualTo(BlindSpan.Cause.ASLEEP);
                assertThat(each.from()).isEqualTo(asleepAt);
                assertThat(each.changes()).hasSize(1);
            });
        }
    }

    @Test
    void aMovedCleanupIsAChange() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ImportInProgress", "34 %", rig.clock.instant().plus(Duration.ofDays(9)));
            rig.pass(SOME_MINUTES);
            rig.api.says(ORDERS, "ImportInProgress", "34 %", rig.clock.instant().plus(Duration.ofDays(8)));
            rig.clock.advance(Duration.ofHours(8));
            rig.pass(SOME_MINUTES);

            assertThat(missed(rig).getFirst().changes()).hasSize(1);
        }
    }

    @Test
    void aClockThatIsSetBackIsNoSleep() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofHours(-8));
            rig.pass(SOME_MINUTES);

            assertThat(missed(rig)).isEmpty();
        }
    }

    @Test
    void aMigrationThatWasTakenOffTheListIsNotWaitedFor() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofHours(14));
            try (var next = rig.restarted(folder)) {
                next.watch.readHistories();
                next.watch.remove(WatchRig.key(BILLING)).join();
                next.pass(SOME_MINUTES);

                assertThat(missed(next)).singleElement().matches(each -> each.unheard() == 1);
            }
        }
    }
}
