package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ApiError;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.watch.AlertsSnapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertServiceTest {
    private static final Duration SOME_MINUTES = Duration.ofMinutes(5);

    @TempDir private Path folder;

    private WatchFixture begin() {
        var fixture = WatchFixture.importing(folder);
        fixture.watch.readHistories();
        fixture.pass(SOME_MINUTES);
        return fixture;
    }

    private static List<AlertRecord> alerts(WatchFixture fixture) {
        return fixture.journal.alerts(Instant.EPOCH);
    }

    private static AlertRecord only(WatchFixture fixture) {
        assertThat(alerts(fixture)).hasSize(1);
        return alerts(fixture).getFirst();
    }

    private static AlertRecord cleanup(WatchFixture fixture) {
        return alerts(fixture).stream()
                .filter(each -> each.alert().kind() == Alert.Kind.CLEANUP_SOON)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void keepsNothingWhileAllIsWell() {
        try (var fixture = begin()) {
            assertThat(alerts(fixture)).isEmpty();
        }
    }

    @Test
    void keepsThatAnImportFailedOnce() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ERROR", "Schema mismatch", null);
            fixture.pass(Duration.ofHours(1));

            assertThat(only(fixture).alert().kind()).isEqualTo(Alert.Kind.FAILED);
            assertThat(only(fixture).states()).hasSize(1);
            assertThat(only(fixture).isAcknowledged()).isFalse();
        }
    }

    @Test
    void keepsWhenAPersonKnowsAndWhenItIsOver() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(SOME_MINUTES);
            fixture.watch.acknowledge(List.of(only(fixture).id())).join();
            fixture.watch.acknowledge(List.of(only(fixture).id())).join();
            fixture.api.says(ORDERS, "ReceivingFiles");
            fixture.pass(Duration.ofMinutes(20));

            var failed = alerts(fixture).getLast();
            assertThat(failed.states()).hasSize(3);
            assertThat(failed.isAcknowledged()).isTrue();
            assertThat(failed.endedAt()).isPresent();
        }
    }

    @Test
    void raisesAnewWhatBecomesMoreUrgent() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "Paused", "34 %", fixture.clock.instant().plus(Duration.ofHours(50)));
            fixture.pass(SOME_MINUTES);
            var soon = cleanup(fixture);
            fixture.watch.acknowledge(List.of(soon.id())).join();
            fixture.pass(Duration.ofHours(3));

            var urgent = cleanup(fixture);
            assertThat(urgent.id()).isEqualTo(soon.id());
            assertThat(soon.alert().severity()).isEqualTo(Alert.Severity.SOON);
            assertThat(urgent.alert().severity()).isEqualTo(Alert.Severity.ACT_NOW);
            assertThat(urgent.isAcknowledged()).isFalse();
        }
    }

    @Test
    void tellsOfAnInitializeThatWasNeverAnsweredUntilItIsDismissed() {
        try (var fixture = begin()) {
            loseAnInitialize(fixture);
            fixture.pass(SOME_MINUTES);
            var lost = fixture.watch.snapshot().unanswered().getFirst();
            assertThat(only(fixture).alert().kind()).isEqualTo(Alert.Kind.INITIALIZE_UNANSWERED);
            assertThat(only(fixture).alert().severity()).isEqualTo(Alert.Severity.SOON);
            assertThat(only(fixture).alert().at()).isEqualTo(lost.at());
            assertThat(only(fixture).migration()).isNull();

            fixture.watch.dismissInitialization(lost.id()).join();
            fixture.pass(SOME_MINUTES);

            assertThat(only(fixture).endedAt()).isPresent();
        }
    }

    @Test
    void anInitializeThatWasNeverAnsweredIsTheSameAlertAfterTheNextStart() {
        try (var fixture = begin()) {
            loseAnInitialize(fixture);
            fixture.pass(SOME_MINUTES);
            fixture.watch.acknowledge(List.of(only(fixture).id())).join();
            try (var next = fixture.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(only(next).endedAt()).isEmpty();
                assertThat(only(next).isAcknowledged()).isTrue();
            }
        }
    }

    private static void loseAnInitialize(WatchFixture fixture) {
        fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);
        fixture.watch.initialize(
                WatchFixture.PROD.id(), new InitializeRequest(ORDERS.database(), null, OptionalInt.empty(),
                        OptionalDouble.empty()),
                "customers").join();
    }

    @Test
    void goesOnWithTheAlertsOfAnEarlierStart() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(SOME_MINUTES);
            try (var next = fixture.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(only(next).endedAt()).isEmpty();
            }
        }
    }

    @Test
    void keepsAtTheNextStartWhatHappenedWhileTheProgramWasClosed() {
        try (var fixture = begin()) {
            var closedAt = fixture.clock.instant();
            fixture.api.says(ORDERS, "MigrationDone");
            fixture.clock.advance(Duration.ofHours(8));
            try (var next = fixture.restarted(folder)) {
                next.watch.readHistories();
                next.connect();
                next.pass(SOME_MINUTES);

                assertThat(next.journal.alerts(closedAt))
                        .extracting(each -> each.alert().severity())
                        .containsExactly(Alert.Severity.GOOD);
            }
        }
    }

    @Test
    void keepsThatAConnectionStoppedUntilItIsForgotten() {
        try (var fixture = begin()) {
            fixture.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.pass(SOME_MINUTES);
            var stopped = only(fixture);
            fixture.watch.forget(WatchFixture.PROD.id()).join();
            fixture.pass(SOME_MINUTES);

            assertThat(stopped.migration()).isNull();
            assertThat(stopped.alert().kind()).isEqualTo(Alert.Kind.CONNECTION_STOPPED);
            assertThat(only(fixture).endedAt()).isPresent();
        }
    }

    private static AlertsSnapshot board(WatchFixture fixture) {
        var heard = new ArrayList<AlertsSnapshot>();
        fixture.watch.subscribeToAlerts(heard::add).close();
        return heard.getFirst();
    }

    private static List<Alert.Kind> kinds(WatchFixture fixture) {
        return board(fixture).alerts().stream().map(each -> each.alert().kind()).toList();
    }

    @Test
    void whatIsAcknowledgedIsStillSoAtTheNextStart() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(SOME_MINUTES);
            assertThat(fixture.watch.acknowledge(List.of(only(fixture).id())).join()).isEmpty();
            assertThat(board(fixture).unacknowledged()).isEmpty();
            assertThat(board(fixture).alerts()).hasSize(1);
            try (var next = fixture.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(board(next).unacknowledged()).isEmpty();
                assertThat(board(next).alerts()).hasSize(1);
            }
        }
    }

    @Test
    void aRejectedTokenThatIsKnownIsStillKnownAtTheNextStart() {
        try (var fixture = begin()) {
            fixture.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.pass(SOME_MINUTES);
            fixture.watch.acknowledge(List.of(only(fixture).id())).join();
            try (var next = fixture.restarted(folder)) {
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
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(SOME_MINUTES);
            var id = only(fixture).id();
            fixture.watch.remove(WatchFixture.key(ORDERS)).join();
            fixture.pass(Duration.ofMinutes(1));

            assertThat(board(fixture).alerts()).isEmpty();
            assertThat(only(fixture).endedAt()).isPresent();
            assertThat(fixture.watch.acknowledge(List.of(id)).join()).isEmpty();
        }
    }

    @Test
    void tellsWhoCanStartWhenAnImportOnTheSameDatabaseHasEnded() {
        try (var fixture = begin()) {
            fixture.api.says(BILLING, "ReceivingFiles");
            fixture.add(BILLING);
            fixture.pass(SOME_MINUTES);
            assertThat(kinds(fixture)).isEmpty();

            fixture.api.says(ORDERS, "MigrationDone");
            fixture.pass(SOME_MINUTES);
            assertThat(kinds(fixture)).containsExactly(Alert.Kind.NEXT_CAN_START, Alert.Kind.IMPORTED);
            assertThat(board(fixture).alerts().getFirst().migration()).contains(WatchFixture.key(BILLING));

            fixture.api.says(BILLING, "ImportInProgress");
            fixture.pass(SOME_MINUTES);
            assertThat(kinds(fixture)).doesNotContain(Alert.Kind.NEXT_CAN_START);
        }
    }

    @Test
    void whoCanStartIsStillKnownAfterTheEndedImportWasCleanedUpAndAtTheNextStart() {
        try (var fixture = begin()) {
            fixture.api.says(BILLING, "ReceivingFiles");
            fixture.add(BILLING);
            fixture.api.says(ORDERS, "MigrationDone");
            fixture.pass(SOME_MINUTES);
            fixture.api.says(ORDERS, "Closed");
            fixture.pass(Duration.ofMinutes(20));
            assertThat(kinds(fixture)).contains(Alert.Kind.NEXT_CAN_START);
            try (var next = fixture.restarted(folder)) {
                next.connect();
                next.watch.readHistories();
                next.pass(SOME_MINUTES);

                assertThat(kinds(next)).contains(Alert.Kind.NEXT_CAN_START);
            }
        }
    }

    @Test
    void aConnectionInTroubleIsOneAlertAndNotOneForEachMigration() {
        try (var fixture = begin()) {
            fixture.api.says(BILLING, "ImportInProgress");
            fixture.add(BILLING);
            fixture.api.broken = new ApiError.Network(Fact.recorded("The service cannot be reached."), true);
            fixture.pass(Duration.ofMinutes(1));
            assertThat(kinds(fixture)).isEmpty();

            fixture.pass(SOME_MINUTES);
            assertThat(kinds(fixture)).containsExactly(Alert.Kind.CONNECTION_TROUBLED);
        }
    }

    @Test
    void whenAConnectionAnswersAgainNoMigrationIsToldThatWasNotAskedSince() {
        try (var fixture = begin()) {
            for (int i = 0; i < 50; i++) {
                var ref = new MigrationRef(new DatabaseId("db-" + i), new MigrationId("m-" + i));
                fixture.api.says(ref, "Paused");
                fixture.add(ref);
            }
            fixture.pass(SOME_MINUTES);
            fixture.api.broken = new ApiError.Network(Fact.recorded("The service cannot be reached."), true);
            fixture.pass(Duration.ofHours(1));
            fixture.api.broken = null;
            fixture.pass(Duration.ofHours(1));

            assertThat(alerts(fixture)).extracting(each -> each.alert().kind())
                    .containsExactly(Alert.Kind.CONNECTION_TROUBLED);
        }
    }

    @Test
    void aMigrationThatAloneIsNotAnsweredIsAnAlert() {
        try (var fixture = begin()) {
            fixture.api.says(BILLING, "ImportInProgress");
            fixture.add(BILLING);
            fixture.api.brokenFor.put(BILLING,
                    new ApiError.NotFound(Fact.recorded("The service knows no such migration.")));
            fixture.pass(Duration.ofMinutes(10));

            assertThat(kinds(fixture)).containsExactly(Alert.Kind.NOT_ANSWERED);
        }
    }

    @Test
    void nothingIsToldFromAClockThatJumpedUntilAnAnswerHasToldTheTime() {
        try (var fixture = begin()) {
            var truth = fixture.clock.instant();
            fixture.api.says(ORDERS, "Paused", "34 %", truth.plus(Duration.ofHours(80)));
            fixture.pass(SOME_MINUTES);
            var before = alerts(fixture);
            fixture.api.broken = new ApiError.Network(Fact.recorded("Cut."), false);
            fixture.clock.advance(Duration.ofDays(3));
            fixture.pass(Duration.ofMinutes(1));
            var unsure = alerts(fixture);
            fixture.api.broken = null;
            fixture.api.serviceClock = Optional.of(() -> fixture.clock.instant().minus(Duration.ofDays(3)));

            fixture.pass(SOME_MINUTES);

            assertThat(unsure).isEqualTo(before);
            assertThat(alerts(fixture)).isEqualTo(before);
        }
    }

    @Test
    void aClockThatJumpedBackEndsNothingBeforeAnAnswer() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "Paused", "34 %", fixture.clock.instant().plus(Duration.ofHours(30)));
            fixture.pass(SOME_MINUTES);
            var before = alerts(fixture);
            fixture.api.broken = new ApiError.Network(Fact.recorded("Cut."), false);
            fixture.clock.advance(Duration.ofDays(-3));

            fixture.pass(Duration.ofMinutes(1));

            assertThat(before).isNotEmpty();
            assertThat(alerts(fixture)).isEqualTo(before);
        }
    }

    @Test
    void anAnswerTellsTheTimeAfterAJumpAlsoWhenTheClockWasRight() {
        try (var fixture = begin()) {
            fixture.api.says(ORDERS, "Paused", "34 %", fixture.clock.instant().plus(Duration.ofHours(80)));
            fixture.pass(SOME_MINUTES);
            fixture.clock.advance(Duration.ofHours(70));

            fixture.pass(SOME_MINUTES);

            assertThat(cleanup(fixture).alert().severity()).isEqualTo(Alert.Severity.ACT_NOW);
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceIt() {
        try (var fixture = begin()) {
            fixture.clock.advance(Duration.ofDays(-3));
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(SOME_MINUTES);

            assertThat(kinds(fixture)).containsExactly(Alert.Kind.FAILED);
        }
    }
}
