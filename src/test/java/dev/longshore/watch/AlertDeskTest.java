package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.BILLING;
import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertDeskTest {
    private static final Duration SOME_MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private WatchRig begin() {
        var rig = WatchRig.importing(folder);
        rig.watch.readHistories();
        rig.pass(SOME_MINUTES);
        return rig;
    }

    private static List<KeptAlert> alerts(WatchRig rig) {
        return rig.journal.alerts(Instant.EPOCH);
    }

    private static KeptAlert only(WatchRig rig) {
        assertThat(alerts(rig)).hasSize(1);
        return alerts(rig).getFirst();
    }

    private static KeptAlert cleanup(WatchRig rig) {
        return alerts(rig).stream()
                .filter(each -> each.notice().kind() == Notice.Kind.CLEANUP_SOON)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsNothingWhileAllIsWell() {
        try (var rig = begin()) {
            assertThat(alerts(rig)).isEmpty();
        }
    }

    @Test
    void keepsThatAnImportFailedOnce() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            rig.pass(Duration.ofHours(1));

            assertThat(only(rig).notice().kind()).isEqualTo(Notice.Kind.FAILED);
            assertThat(only(rig).states()).hasSize(1);
            assertThat(only(rig).isAcknowledged()).isFalse();
        }
    }

    @Test
    void keepsWhenAPersonKnowsAndWhenItIsOver() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ERROR");
            rig.pass(SOME_MINUTES);
            rig.watch.acknowledge(List.of(only(rig).id())).join();
            rig.watch.acknowledge(List.of(only(rig).id())).join();
            rig.api.says(ORDERS, "ReceivingFiles");
            rig.pass(Duration.ofMinutes(20));

            var failed = alerts(rig).getLast();
            assertThat(failed.states()).hasSize(3);
            assertThat(failed.isAcknowledged()).isTrue();
            assertThat(failed.endedAt()).isPresent();
        }
    }

    @Test
    void raisesAnewWhatBecomesMoreUrgent() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "Paused", "34 %", rig.clock.instant().plus(Duration.ofHours(50)));
            rig.pass(SOME_MINUTES);
            var soon = cleanup(rig);
            rig.watch.acknowledge(List.of(soon.id())).join();
            rig.pass(Duration.ofHours(3));

            var urgent = cleanup(rig);
            assertThat(urgent.id()).isEqualTo(soon.id());
            assertThat(soon.notice().severity()).isEqualTo(Notice.Severity.SOON);
            assertThat(urgent.notice().severity()).isEqualTo(Notice.Severity.ACT_NOW);
            assertThat(urgent.isAcknowledged()).isFalse();
        }
    }

    @Test
    void goesOnWithTheAlertsOfAnEarlierStart() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ERROR");
            rig.pass(SOME_MINUTES);
            try (var next = rig.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(only(next).endedAt()).isEmpty();
            }
        }
    }

    @Test
    void keepsAtTheNextStartWhatHappenedWhileTheProgramWasClosed() {
        try (var rig = begin()) {
            var closedAt = rig.clock.instant();
            rig.api.says(ORDERS, "MigrationDone");
            rig.clock.advance(Duration.ofHours(8));
            try (var next = rig.restarted(folder)) {
                next.watch.readHistories();
                next.connect();
                next.pass(SOME_MINUTES);

                assertThat(next.journal.alerts(closedAt))
                        .extracting(each -> each.notice().severity())
                        .containsExactly(Notice.Severity.GOOD);
            }
        }
    }

    @Test
    void keepsThatAConnectionStoppedUntilItIsForgotten() {
        try (var rig = begin()) {
            rig.api.broken = new ApiError.Unauthorized("The service rejects the token.");
            rig.pass(SOME_MINUTES);
            var stopped = only(rig);
            rig.watch.forget(WatchRig.PROD.id()).join();
            rig.pass(SOME_MINUTES);

            assertThat(stopped.migration()).isNull();
            assertThat(stopped.notice().kind()).isEqualTo(Notice.Kind.CONNECTION_STOPPED);
            assertThat(only(rig).endedAt()).isPresent();
        }
    }

    private static AlertBoard board(WatchRig rig) {
        var heard = new ArrayList<AlertBoard>();
        rig.watch.subscribeToAlerts(heard::add).close();
        return heard.getFirst();
    }

    private static List<Notice.Kind> kinds(WatchRig rig) {
        return board(rig).alerts().stream().map(each -> each.notice().kind()).toList();
    }

    @Test
    void whatIsAcknowledgedIsStillSoAtTheNextStart() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ERROR");
            rig.pass(SOME_MINUTES);
            assertThat(rig.watch.acknowledge(List.of(only(rig).id())).join()).isEmpty();
            assertThat(board(rig).news()).isEmpty();
            assertThat(board(rig).alerts()).hasSize(1);
            try (var next = rig.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(board(next).news()).isEmpty();
                assertThat(board(next).alerts()).hasSize(1);
            }
        }
    }

    @Test
    void aRejectedTokenThatIsKnownIsStillKnownAtTheNextStart() {
        try (var rig = begin()) {
            rig.api.broken = new ApiError.Unauthorized("The service rejects the token.");
            rig.pass(SOME_MINUTES);
            rig.watch.acknowledge(List.of(only(rig).id())).join();
            try (var next = rig.restarted(folder)) {
                next.watch.readHistories();
                next.pass(SOME_MINUTES);
                next.connect();
                next.pass(SOME_MINUTES);

                assertThat(only(next).isAcknowledged()).isTrue();
                assertThat(only(next).endedAt()).isEmpty();
            }
        }
    }

    @Test
    void anAlertOfAMigrationThatWasTakenOffTheListIsOver() {
        try (var rig = begin()) {
            rig.api.says(ORDERS, "ERROR");
            rig.pass(SOME_MINUTES);
            var id = only(rig).id();
            rig.watch.remove(WatchRig.key(ORDERS)).join();
            rig.pass(Duration.ofMinutes(1));

            assertThat(board(rig).alerts()).isEmpty();
            assertThat(only(rig).endedAt()).isPresent();
            assertThat(rig.watch.acknowledge(List.of(id)).join()).isEmpty();
        }
    }

    @Test
    void tellsWhoCanStartWhenAnImportOnTheSameDatabaseHasEnded() {
        try (var rig = begin()) {
            rig.api.says(BILLING, "ReceivingFiles");
            rig.add(BILLING);
            rig.pass(SOME_MINUTES);
            assertThat(kinds(rig)).isEmpty();

            rig.api.says(ORDERS, "MigrationDone");
            rig.pass(SOME_MINUTES);
            assertThat(kinds(rig)).containsExactly(Notice.Kind.NEXT_CAN_START, Notice.Kind.IMPORTED);
            assertThat(board(rig).alerts().getFirst().migration()).contains(WatchRig.key(BILLING));

            rig.api.says(BILLING, "ImportInProgress");
            rig.pass(SOME_MINUTES);
            assertThat(kinds(rig)).doesNotContain(Notice.Kind.NEXT_CAN_START);
        }
    }

    @Test
    void whoCanStartIsStillKnownAfterTheEndedImportWasCleanedUpAndAtTheNextStart() {
        try (var rig = begin()) {
            rig.api.says(BILLING, "ReceivingFiles");
            rig.add(BILLING);
            rig.api.says(ORDERS, "MigrationDone");
            rig.pass(SOME_MINUTES);
            rig.api.says(ORDERS, "Closed");
            rig.pass(Duration.ofMinutes(20));
            assertThat(kinds(rig)).contains(Notice.Kind.NEXT_CAN_START);
            try (var next = rig.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(kinds(next)).contains(Notice.Kind.NEXT_CAN_START);
            }
        }
    }

    @Test
    void aConnectionInTroubleIsOneAlertAndNotOneForEachMigration() {
        try (var rig = begin()) {
            rig.api.says(BILLING, "ImportInProgress");
            rig.add(BILLING);
            rig.api.broken = new ApiError.Network("The service cannot be reached.", true);
            rig.pass(Duration.ofMinutes(1));
            assertThat(kinds(rig)).isEmpty();

            rig.pass(SOME_MINUTES);
            assertThat(kinds(rig)).containsExactly(Notice.Kind.CONNECTION_TROUBLED);
        }
    }

    @Test
    void aMigrationThatAloneIsNotAnsweredIsAnAlert() {
        try (var rig = begin()) {
            rig.api.says(BILLING, "ImportInProgress");
            rig.add(BILLING);
            rig.api.brokenFor.put(BILLING, new ApiError.NotFound("The service knows no such migration."));
            rig.pass(Duration.ofMinutes(10));

            assertThat(kinds(rig)).containsExactly(Notice.Kind.NOT_ANSWERED);
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceIt() {
        try (var rig = begin()) {
            rig.clock.advance(Duration.ofDays(-3));
            rig.api.says(ORDERS, "ERROR");
            rig.pass(SOME_MINUTES);

            assertThat(kinds(rig)).containsExactly(Notice.Kind.FAILED);
        }
    }
}
