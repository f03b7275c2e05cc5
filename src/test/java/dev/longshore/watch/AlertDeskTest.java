package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.Notice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
}
