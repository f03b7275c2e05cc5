package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.ApiError;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import dev.longshore.model.Status;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.support.ExpectedFault;
import dev.longshore.watch.AddOutcome;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollingWatchTest {
    private static final ApiError RESET = new ApiError.Network(Fact.recorded("The connection was reset."), true);

    @TempDir private Path folder;

    private static Status status(WatchedMigration row) {
        return Objects.requireNonNull(row.lastKnown()).status();
    }

    @Test
    void showsWhatWasObservedWithItsAge() {
        try (var fixture = WatchFixture.importing(folder)) {
            var seen = fixture.clock.instant();
            fixture.clock.advance(Duration.ofSeconds(20));

            assertThat(status(fixture.row(ORDERS)).is(Phase.IMPORT_IN_PROGRESS)).isTrue();
            assertThat(Objects.requireNonNull(fixture.row(ORDERS).lastKnown()).observedAt())
                    .isEqualTo(seen);
        }
    }

    @Test
    void asksAboutARunningImportOnceAMinute() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.questions.clear();

            fixture.pass(Duration.ofMinutes(10));

            assertThat(fixture.api.questions).hasSizeBetween(8, 12);
        }
    }

    @Test
    void asksNoMoreAboutAClosedMigration() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(ORDERS, "Closed");
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.questions.clear();

            fixture.pass(Duration.ofHours(2));

            assertThat(fixture.api.questions).isEmpty();
        }
    }

    @Test
    void keepsTheLastGoodValueWhenTheServiceFails() {
        try (var fixture = WatchFixture.importing(folder)) {
            var seen = Objects.requireNonNull(fixture.row(ORDERS).lastKnown());
            fixture.api.broken = RESET;

            fixture.pass(Duration.ofMinutes(3));

            assertThat(fixture.row(ORDERS).lastKnown()).isEqualTo(seen);
            assertThat(say(Objects.requireNonNull(fixture.row(ORDERS).problem()).fact()))
                    .isEqualTo("The connection was reset.");
            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Troubled.class);
        }
    }

    @Test
    void neverGivesUpAndIsWellSoonAfterTheServiceIs() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = RESET;
            fixture.pass(Duration.ofHours(9));
            var failed = Objects.requireNonNull(fixture.row(ORDERS).problem()).count();
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(20));

            assertThat(failed).isBetween(20, 60);
            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void asksAboutEverythingSoonOnceOneQuestionIsAnsweredAgain() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(BILLING, "ReceivingFiles");
            fixture.add(BILLING);
            fixture.api.broken = RESET;
            fixture.pass(Duration.ofHours(3));
            fixture.api.broken = null;
            fixture.watch.pollNow(WatchFixture.key(ORDERS));

            fixture.pass(Duration.ofSeconds(15));

            assertThat(fixture.row(BILLING).problem()).isNull();
        }
    }

    @Test
    void recordsTheTimeInWhichTheServiceCouldNotBeReached() {
        try (var fixture = WatchFixture.importing(folder)) {
            var last = Objects.requireNonNull(fixture.row(ORDERS).lastKnown()).observedAt();
            fixture.api.broken = RESET;
            fixture.pass(Duration.ofHours(9));
            fixture.api.broken = null;
            fixture.pass(Duration.ofMinutes(20));

            var spans = fixture.watch.history(WatchFixture.key(ORDERS), Instant.EPOCH).join().watchGaps();

            assertThat(spans).singleElement().satisfies(gap -> {
                assertThat(gap.reason()).isEqualTo(WatchGap.Reason.UNREACHABLE);
                assertThat(gap.from()).isEqualTo(last);
                assertThat(Duration.between(gap.from(), gap.to())).isGreaterThan(Duration.ofHours(9));
            });
        }
    }

    @Test
    void stopsAConnectionWhoseTokenIsRejected() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.questions.clear();

            fixture.pass(Duration.ofHours(1));

            assertThat(fixture.connection().health()).isEqualTo(new WatchedConnection.Health.Stopped(Fact.sentences(
                    Fact.recorded("The service rejects the token."), Fact.of(WatchFact.TRIED_AGAIN))));
            assertThat(fixture.api.questions).hasSizeLessThan(9);
        }
    }

    @Test
    void startsAtOnceWithANewToken() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.broken = null;

            fixture.connect();

            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void waitsAsLongAsTheServiceAsksFor() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.RateLimited(Fact.recorded("Too many calls."),
                    Optional.of(Duration.ofMinutes(30)));
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.questions.clear();
            fixture.watch.pollNow();

            fixture.pass(Duration.ofMinutes(27));

            assertThat(fixture.api.questions).isEmpty();
        }
    }

    @Test
    void whoAsksByHandInAnOutageWaitsNoLongerAfterIt() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = RESET;
            for (var nth = 0; nth < 8; nth++) {
                fixture.watch.pollNow();
                fixture.pass(Duration.ofSeconds(2));
            }
            assertThat(Objects.requireNonNull(fixture.row(ORDERS).problem()).count()).isGreaterThanOrEqualTo(8);
            fixture.api.broken = null;

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.row(ORDERS).problem()).isNull();
        }
    }

    @Test
    void staysWithinTheBudgetOfAConnection() {
        try (var fixture = WatchFixture.importing(folder)) {
            for (var nth = 0; nth < 300; nth++) {
                fixture.add(new dev.longshore.model.MigrationRef(
                        ORDERS.database(), new dev.longshore.model.MigrationId("m" + nth)));
            }
            fixture.api.questions.clear();
            fixture.watch.pollNow();

            fixture.pass(Duration.ofMinutes(1));

            assertThat(fixture.api.questions).hasSizeBetween(40, 125);
        }
    }

    @Test
    void takesOverNameAndTagsThatComeWithAMigration() {
        try (var fixture = WatchFixture.begin(folder)) {
            fixture.connect();

            fixture.watch.add(WatchFixture.key(ORDERS), "orders", List.of("eu", " ", "night")).join();
            fixture.watch.tick();

            assertThat(fixture.row(ORDERS).name()).isEqualTo("orders");
            assertThat(fixture.row(ORDERS).tags()).containsExactly("eu", "night");
        }
    }

    @Test
    void asksOnceAboutWhatIsAddedAlsoWhereItTicksAsSoonAsThatIsListed() {
        try (var fixture = WatchFixture.begin(folder)) {
            fixture.api.says(BILLING, "ReceivingFiles");
            var whenRead = new AtomicReference<Runnable>(() -> {});
            InstantSource clock = () -> {
                whenRead.get().run();
                return fixture.clock.instant();
            };
            var dependencies = new WatchDependencies(
                    fixture.journal, new NoTokenStore(), (_, _) -> fixture.api, clock, Runnable::run);
            try (var watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba")) {
                watch.open(WatchFixture.PROD, Secret.of("AstraCS:test"));
                whenRead.set(() -> {
                    if (watch.state().with(s -> s.migration(WatchFixture.key(BILLING)) != null)) {
                        whenRead.set(() -> {});
                        watch.tick();
                    }
                });

                watch.add(WatchFixture.key(BILLING), "").join();

                assertThat(fixture.api.questions).containsExactly(BILLING);
            }
        }
    }

    @Test
    void givesAMigrationOfTheListOnlyWhatItDoesNotHave() {
        try (var fixture = WatchFixture.begin(folder)) {
            fixture.connect();
            fixture.add(ORDERS);

            var again = fixture.watch.add(WatchFixture.key(ORDERS), "orders", List.of()).join();
            fixture.watch.add(WatchFixture.key(ORDERS), "another name", List.of("eu")).join();
            fixture.watch.add(WatchFixture.key(ORDERS), "a third", List.of("us")).join();
            fixture.watch.tick();

            assertThat(again).isEqualTo(new AddOutcome.AlreadyThere(WatchFixture.key(ORDERS)));
            assertThat(fixture.row(ORDERS).name()).isEqualTo("orders");
            assertThat(fixture.row(ORDERS).tags()).containsExactly("eu");
        }
    }

    @Test
    void keepsNameAndTagsOfThePersonForTheNextStart() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.rename(WatchFixture.key(ORDERS), " orders, old ").join();
            fixture.watch.tag(WatchFixture.key(ORDERS), List.of("eu", " tier 1", "", "eu")).join();

            try (var later = fixture.restarted(folder)) {
                later.connect();
                assertThat(later.row(ORDERS).name()).isEqualTo("orders, old");
                assertThat(later.row(ORDERS).tags()).containsExactly("eu", "tier 1");
            }
        }
    }

    @Test
    void asksFirstWhatAPersonWaitsForAlsoWhereTheBudgetIsUsedUp() {
        try (var fixture = WatchFixture.importing(folder)) {
            for (var nth = 0; nth < 300; nth++) {
                fixture.add(new dev.longshore.model.MigrationRef(
                        ORDERS.database(), new dev.longshore.model.MigrationId("m" + nth)));
            }
            fixture.watch.pollNow();
            fixture.watch.tick();
            fixture.watch.pollNow();
            fixture.watch.tick();
            fixture.api.questions.clear();

            fixture.watch.pollNow(WatchFixture.key(ORDERS));
            fixture.watch.tick();

            assertThat(fixture.api.questions).hasSize(1);
        }
    }

    @Test
    void spreadsTheRoundAfterTheMachineSlept() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.clock.advance(Duration.ofHours(8));
            fixture.watch.tick();

            fixture.pass(Duration.ofMinutes(1));

            var spans = fixture.watch.history(WatchFixture.key(ORDERS), Instant.EPOCH).join().watchGaps();
            assertThat(spans).singleElement().satisfies(gap -> assertThat(gap.reason())
                    .isEqualTo(WatchGap.Reason.ASLEEP));
        }
    }

    @Test
    void knowsItsListAgainAfterARestart() {
        var fixture = WatchFixture.importing(folder);
        var before = fixture.row(ORDERS);
        try (var again = fixture.restarted(folder)) {
            var row = again.row(ORDERS);

            assertThat(row.lastKnown()).isEqualTo(before.lastKnown());
            assertThat(row.poll().next()).isNull();
        }
    }

    @Test
    void recordsTheTimeInWhichTheProgramWasClosed() {
        var fixture = WatchFixture.importing(folder);
        fixture.clock.advance(Duration.ofHours(5));
        try (var again = fixture.restarted(folder)) {
            again.connect();

            var spans = again.watch
                    .history(WatchFixture.key(ORDERS), Instant.EPOCH)
                    .join()
                    .watchGaps();
            assertThat(spans).singleElement().satisfies(gap -> assertThat(gap.reason())
                    .isEqualTo(WatchGap.Reason.CLOSED));
        }
    }

    @Test
    void showsAnUnknownWordAsItCameBesideTheLastOneThatWasUnderstood() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(ORDERS, "Defragmenting");

            fixture.pass(Duration.ofMinutes(2));

            var known = Objects.requireNonNull(fixture.row(ORDERS).lastKnown());
            assertThat(known.status()).isEqualTo(new Status.UnknownStatus("Defragmenting"));
            assertThat(Objects.requireNonNull(known.lastKnownStatus()).value().is(Phase.IMPORT_IN_PROGRESS))
                    .isTrue();
        }
    }

    @Test
    void noticesThatTheClockOfTheServiceDiffers() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.serviceClock = Optional.of(() -> fixture.clock.instant().plus(Duration.ofMinutes(5)));

            fixture.pass(Duration.ofMinutes(2));

            assertThat(Objects.requireNonNull(fixture.connection().clockOffset()))
                    .isBetween(Duration.ofSeconds(295), Duration.ofSeconds(305));
        }
    }

    @Test
    @ExpectedFault("A listener failed on a Snapshot")
    void goesOnWithTheOthersWhenAListenerFails() {
        try (var fixture = WatchFixture.importing(folder)) {
            var versions = new java.util.ArrayList<Long>();
            try (var _ = fixture.watch.subscribe(_ -> {
                throw new IllegalStateException("listener");
            });
                    var _ = fixture.watch.subscribe(snapshot -> versions.add(snapshot.version()))) {
                fixture.pass(Duration.ofMinutes(3));
            }

            assertThat(versions).hasSizeGreaterThan(2).isSorted();
        }
    }

    @Test
    void doesNotAskAnyMoreAboutWhatWasRemoved() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.remove(WatchFixture.key(ORDERS)).join();
            fixture.api.questions.clear();

            fixture.pass(Duration.ofMinutes(5));

            assertThat(fixture.api.questions).isEmpty();
            assertThat(fixture.watch.snapshot().migrations()).isEmpty();
        }
    }

    @Test
    void tellsThatADamagedJournalWasSetAside() throws IOException {
        WatchFixture.importing(folder).close();
        Files.writeString(folder.resolve("journal.db"), "this is no database");

        try (var again = WatchFixture.begin(folder)) {
            assertThat(again.watch.snapshot().troubles()).singleElement().satisfies(
                    fact -> assertThat(say(fact)).contains("journal"));
        }
    }
}
