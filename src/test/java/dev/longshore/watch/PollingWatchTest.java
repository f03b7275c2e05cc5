package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.BILLING;
import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.BlindSpan;
import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollingWatchTest {
    private static final ApiError RESET = new ApiError.Network("The connection was reset.", true);

    @TempDir private Path folder;

    private static Status status(WatchedMigration row) {
        return Objects.requireNonNull(row.lastKnown()).status();
    }

    @Test
    void showsWhatWasObservedWithItsAge() {
        try (var rig = WatchRig.importing(folder)) {
            var seen = rig.clock.instant();
            rig.clock.advance(Duration.ofSeconds(20));

            assertThat(status(rig.row(ORDERS)).is(Phase.IMPORT_IN_PROGRESS)).isTrue();
            assertThat(Objects.requireNonNull(rig.row(ORDERS).lastKnown()).observedAt())
                    .isEqualTo(seen);
        }
    }

    @Test
    void asksAboutARunningImportOnceAMinute() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.questions.clear();

            rig.pass(Duration.ofMinutes(10));

            assertThat(rig.api.questions).hasSizeBetween(8, 12);
        }
    }

    @Test
    void asksNoMoreAboutAClosedMigration() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.says(ORDERS, "Closed");
            rig.pass(Duration.ofMinutes(2));
            rig.api.questions.clear();

            rig.pass(Duration.ofHours(2));

            assertThat(rig.api.questions).isEmpty();
        }
    }

    @Test
    void keepsTheLastGoodValueWhenTheServiceFails() {
        try (var rig = WatchRig.importing(folder)) {
            var seen = Objects.requireNonNull(rig.row(ORDERS).lastKnown());
            rig.api.broken = RESET;

            rig.pass(Duration.ofMinutes(3));

            assertThat(rig.row(ORDERS).lastKnown()).isEqualTo(seen);
            assertThat(Objects.requireNonNull(rig.row(ORDERS).problem()).sentence())
                    .isEqualTo("The connection was reset.");
            assertThat(rig.line().health()).isInstanceOf(WatchedConnection.Health.Troubled.class);
        }
    }

    @Test
    void neverGivesUpAndIsWellSoonAfterTheServiceIs() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = RESET;
            rig.pass(Duration.ofHours(9));
            var failed = Objects.requireNonNull(rig.row(ORDERS).problem()).count();
            rig.api.broken = null;

            rig.pass(Duration.ofMinutes(20));

            assertThat(failed).isBetween(20, 60);
            assertThat(rig.row(ORDERS).problem()).isNull();
            assertThat(rig.line().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void asksAboutEverythingSoonOnceOneQuestionIsAnsweredAgain() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.says(BILLING, "ReceivingFiles");
            rig.add(BILLING);
            rig.api.broken = RESET;
            rig.pass(Duration.ofHours(3));
            rig.api.broken = null;
            rig.watch.pollNow(WatchRig.key(ORDERS));

            rig.pass(Duration.ofSeconds(15));

            assertThat(rig.row(BILLING).problem()).isNull();
        }
    }

    @Test
    void recordsTheTimeInWhichTheServiceCouldNotBeReached() {
        try (var rig = WatchRig.importing(folder)) {
            var last = Objects.requireNonNull(rig.row(ORDERS).lastKnown()).observedAt();
            rig.api.broken = RESET;
            rig.pass(Duration.ofHours(9));
            rig.api.broken = null;
            rig.pass(Duration.ofMinutes(20));

            var spans = rig.watch.history(WatchRig.key(ORDERS), Instant.EPOCH).join().blindSpans();

            assertThat(spans).singleElement().satisfies(span -> {
                assertThat(span.cause()).isEqualTo(BlindSpan.Cause.UNREACHABLE);
                assertThat(span.from()).isEqualTo(last);
                assertThat(Duration.between(span.from(), span.to())).isGreaterThan(Duration.ofHours(9));
            });
        }
    }

    @Test
    void stopsAConnectionWhoseTokenIsRejected() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.Unauthorized("The service rejects the token.");
            rig.pass(Duration.ofMinutes(2));
            var asked = rig.api.questions.size();

            rig.pass(Duration.ofHours(1));

            assertThat(rig.line().health())
                    .isEqualTo(new WatchedConnection.Health.Stopped("The service rejects the token."));
            assertThat(rig.api.questions).hasSize(asked);
            assertThat(rig.api.closed).isTrue();
        }
    }

    @Test
    void startsAtOnceWithANewToken() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.Unauthorized("The service rejects the token.");
            rig.pass(Duration.ofMinutes(2));
            rig.api.broken = null;

            rig.connect();

            assertThat(rig.row(ORDERS).problem()).isNull();
            assertThat(rig.line().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsksFor() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.RateLimited("Too many calls.", Optional.of(Duration.ofMinutes(30)));
            rig.pass(Duration.ofMinutes(2));
            rig.api.questions.clear();
            rig.watch.pollNow();

            rig.pass(Duration.ofMinutes(27));

            assertThat(rig.api.questions).isEmpty();
        }
    }

    @Test
    void staysWithinTheBudgetOfAConnection() {
        try (var rig = WatchRig.importing(folder)) {
            for (var nth = 0; nth < 300; nth++) {
                rig.add(new dev.longshore.model.MigrationRef(
                        ORDERS.database(), new dev.longshore.model.MigrationId("m" + nth)));
            }
            rig.api.questions.clear();
            rig.watch.pollNow();

            rig.pass(Duration.ofMinutes(1));

            assertThat(rig.api.questions).hasSizeBetween(40, 125);
        }
    }

    @Test
    void takesOverNameAndTagsThatComeWithAMigration() {
        try (var rig = WatchRig.begin(folder)) {
            rig.connect();

            rig.watch.add(WatchRig.key(ORDERS), "orders", List.of("eu", " ", "night")).join();
            rig.watch.tick();

            assertThat(rig.row(ORDERS).name()).isEqualTo("orders");
            assertThat(rig.row(ORDERS).tags()).containsExactly("eu", "night");
        }
    }

    @Test
    void givesAMigrationOfTheListOnlyWhatItDoesNotHave() {
        try (var rig = WatchRig.begin(folder)) {
            rig.connect();
            rig.add(ORDERS);

            var again = rig.watch.add(WatchRig.key(ORDERS), "orders", List.of()).join();
            rig.watch.add(WatchRig.key(ORDERS), "another name", List.of("eu")).join();
            rig.watch.add(WatchRig.key(ORDERS), "a third", List.of("us")).join();
            rig.watch.tick();

            assertThat(again).isEqualTo(new AddOutcome.AlreadyThere(WatchRig.key(ORDERS)));
            assertThat(rig.row(ORDERS).name()).isEqualTo("orders");
            assertThat(rig.row(ORDERS).tags()).containsExactly("eu");
        }
    }

    @Test
    void keepsNameAndTagsOfThePersonForTheNextStart() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.rename(WatchRig.key(ORDERS), " orders, old ").join();
            rig.watch.tag(WatchRig.key(ORDERS), List.of("eu", " tier 1", "", "eu")).join();

            try (var later = rig.restarted(folder)) {
                later.connect();
                assertThat(later.row(ORDERS).name()).isEqualTo("orders, old");
                assertThat(later.row(ORDERS).tags()).containsExactly("eu", "tier 1");
            }
        }
    }

    @Test
    void asksFirstWhatAPersonWaitsForAlsoWhereTheBudgetIsUsedUp() {
        try (var rig = WatchRig.importing(folder)) {
            for (var nth = 0; nth < 300; nth++) {
                rig.add(new dev.longshore.model.MigrationRef(
                        ORDERS.database(), new dev.longshore.model.MigrationId("m" + nth)));
            }
            rig.watch.pollNow();
            rig.watch.tick();
            rig.watch.pollNow();
            rig.watch.tick();
            rig.api.questions.clear();

            rig.watch.pollNow(WatchRig.key(ORDERS));
            rig.watch.tick();

            assertThat(rig.api.questions).hasSize(1);
        }
    }

    @Test
    void spreadsTheRoundAfterTheMachineSlept() {
        try (var rig = WatchRig.importing(folder)) {
            rig.clock.advance(Duration.ofHours(8));
            rig.watch.tick();

            rig.pass(Duration.ofMinutes(1));

            var spans = rig.watch.history(WatchRig.key(ORDERS), Instant.EPOCH).join().blindSpans();
            assertThat(spans).singleElement().satisfies(span -> assertThat(span.cause())
                    .isEqualTo(BlindSpan.Cause.ASLEEP));
        }
    }

    @Test
    void knowsItsListAgainAfterARestart() {
        var rig = WatchRig.importing(folder);
        var before = rig.row(ORDERS);
        try (var again = rig.restarted(folder)) {
            var row = again.row(ORDERS);

            assertThat(row.lastKnown()).isEqualTo(before.lastKnown());
            assertThat(row.poll().next()).isNull();
        }
    }

    @Test
    void recordsTheTimeInWhichTheProgramWasClosed() {
        var rig = WatchRig.importing(folder);
        rig.clock.advance(Duration.ofHours(5));
        try (var again = rig.restarted(folder)) {
            again.connect();

            var spans = again.watch
                    .history(WatchRig.key(ORDERS), Instant.EPOCH)
                    .join()
                    .blindSpans();
            assertThat(spans).singleElement().satisfies(span -> assertThat(span.cause())
                    .isEqualTo(BlindSpan.Cause.CLOSED));
        }
    }

    @Test
    void showsAnUnknownWordAsItCameBesideTheLastOneThatWasUnderstood() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.says(ORDERS, "Defragmenting");

            rig.pass(Duration.ofMinutes(2));

            var known = Objects.requireNonNull(rig.row(ORDERS).lastKnown());
            assertThat(known.status()).isEqualTo(new Status.Unknown("Defragmenting"));
            assertThat(Objects.requireNonNull(known.recognised()).value().is(Phase.IMPORT_IN_PROGRESS))
                    .isTrue();
        }
    }

    @Test
    void noticesThatTheClockOfTheServiceDiffers() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.serviceClock = Optional.of(() -> rig.clock.instant().plus(Duration.ofMinutes(5)));

            rig.pass(Duration.ofMinutes(2));

            assertThat(Objects.requireNonNull(rig.line().clockOffset()))
                    .isBetween(Duration.ofSeconds(295), Duration.ofSeconds(305));
        }
    }

    @Test
    void goesOnWithTheOthersWhenAListenerFails() {
        try (var rig = WatchRig.importing(folder)) {
            var versions = new java.util.ArrayList<Long>();
            try (var _ = rig.watch.subscribe(_ -> {
                throw new IllegalStateException("listener");
            });
                    var _ = rig.watch.subscribe(snapshot -> versions.add(snapshot.version()))) {
                rig.pass(Duration.ofMinutes(3));
            }

            assertThat(versions).hasSizeGreaterThan(2).isSorted();
        }
    }

    @Test
    void doesNotAskAnyMoreAboutWhatWasRemoved() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.remove(WatchRig.key(ORDERS)).join();
            rig.api.questions.clear();

            rig.pass(Duration.ofMinutes(5));

            assertThat(rig.api.questions).isEmpty();
            assertThat(rig.watch.snapshot().migrations()).isEmpty();
        }
    }

    @Test
    void tellsThatADamagedJournalWasSetAside() throws IOException {
        WatchRig.importing(folder).close();
        Files.writeString(folder.resolve("journal.db"), "this is no database");

        try (var again = WatchRig.begin(folder)) {
            assertThat(again.watch.snapshot().trouble()).hasValueSatisfying(sentence -> assertThat(sentence)
                    .contains("journal"));
        }
    }
}
