package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.journal.JournalException;
import dev.longshore.model.Action;
import dev.longshore.model.ApiError;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.WatchFact;
import dev.longshore.support.ExpectedFault;
import dev.longshore.support.FakeTokens;
import dev.longshore.support.FullDisk;
import dev.longshore.watch.ConnectionCheck;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens while a question is under way, and what must not be left behind by it. */
class WatchFaultsTest {
    private static final ApiError CUT = new ApiError.Network(Fact.recorded("The connection was closed."), true);

    @TempDir private Path folder;

    private static int underWay(WatchFixture fixture) {
        return Objects
                .requireNonNull(fixture.watch.state().with(s -> s.connection(WatchFixture.PROD.id()))).openRequests;
    }

    /** Runs {@code what} during the next question, once. */
    private static void duringNextQuestion(WatchFixture fixture, Runnable what) {
        fixture.api.duringQuestion = () -> {
            fixture.api.duringQuestion = () -> {};
            what.run();
        };
    }

    private static boolean isWatching(WatchFixture fixture) {
        return fixture.connection().health() instanceof WatchedConnection.Health.Watching;
    }

    private static Phase phase(WatchFixture fixture) {
        return Objects.requireNonNull(fixture.row(ORDERS).lastKnown()).status().phase().orElseThrow();
    }

    @Test
    @ExpectedFault("A question about a migration ended unexpectedly")
    void survivesAMistakeOfItsOwnAndAsksAgain() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.duringQuestion = () -> {
                throw new IllegalStateException("mistake");
            };
            fixture.pass(Duration.ofMinutes(3));
            var problem = Objects.requireNonNull(fixture.row(ORDERS).problem());
            fixture.api.duringQuestion = () -> {};

            fixture.pass(Duration.ofMinutes(5));

            assertThat(problem.fact()).isEqualTo(Fact.sentences(
                    Fact.of(WatchFact.REPLY_UNREADABLE, "IllegalStateException"),
                    Fact.of(WatchFact.LAST_STATUS_SHOWN)));
            assertThat(problem.count()).isBetween(2, 6);
            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(underWay(fixture)).isZero();
        }
    }

    @Test
    void aMigrationThatIsRemovedWhileItIsAskedAboutStaysAway() {
        try (var fixture = WatchFixture.importing(folder)) {
            duringNextQuestion(fixture, () -> fixture.watch.remove(WatchFixture.key(ORDERS)).join());

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.watch.snapshot().migrations()).isEmpty();
            assertThat(underWay(fixture)).isZero();
        }
    }

    @Test
    void anAnswerFromBeforeARemovalSaysNothingAboutWhatWasPutBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            duringNextQuestion(fixture, () -> {
                fixture.watch.remove(WatchFixture.key(ORDERS)).join();
                fixture.api.broken = CUT;
                fixture.add(ORDERS);
            });

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.row(ORDERS).lastKnown()).isNull();
            assertThat(underWay(fixture)).isZero();
        }
    }

    @Test
    void aConnectionThatIsForgottenAndMadeAnewBeginsToCountAtNothing() {
        try (var fixture = WatchFixture.importing(folder)) {
            duringNextQuestion(fixture, () -> {
                fixture.watch.forget(WatchFixture.PROD.id()).join();
                fixture.connect();
                fixture.add(ORDERS);
            });

            fixture.pass(Duration.ofMinutes(2));

            assertThat(underWay(fixture)).isZero();
            assertThat(isWatching(fixture)).isTrue();
            assertThat(fixture.row(ORDERS).lastKnown()).isNotNull();
        }
    }

    @Test
    void aLateRejectionOfTheOldTokenDoesNotStopTheNewOne() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.nextApi = new FakeApi(fixture.clock);
            fixture.nextApi.says(ORDERS, "Paused");
            duringNextQuestion(fixture, () -> {
                fixture.watch.connect(WatchFixture.PROD, Secret.of("AstraCS:new")).join();
                fixture.api.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            });

            fixture.pass(Duration.ofMinutes(2));

            assertThat(isWatching(fixture)).isTrue();
            assertThat(phase(fixture)).isEqualTo(Phase.PAUSED);
            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(fixture.api.closed).isTrue();
            assertThat(underWay(fixture)).isZero();
        }
    }

    @Test
    void theEndOfTheOldConnectionsCallsIsNoTroubleOfTheNewOne() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.nextApi = new FakeApi(fixture.clock);
            fixture.nextApi.says(ORDERS, "ImportInProgress");
            var troubled = new ArrayList<WatchedConnection.Health>();
            duringNextQuestion(fixture, () -> {
                fixture.connect();
                fixture.api.broken = CUT;
            });
            try (var _ = fixture.watch.subscribe(each -> each.connections().stream()
                    .map(WatchedConnection::health)
                    .filter(WatchedConnection.Health.Troubled.class::isInstance)
                    .forEach(troubled::add))) {
                fixture.pass(Duration.ofMinutes(2));
            }

            assertThat(troubled).isEmpty();
            assertThat(fixture.nextApi.questions).isNotEmpty();
        }
    }

    @Test
    void aGoodAnswerToAQuestionOfTheOldTokenIsUsed() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.nextApi = new FakeApi(fixture.clock);
            fixture.nextApi.broken = CUT;
            duringNextQuestion(fixture, () -> {
                fixture.connect();
                fixture.api.says(ORDERS, "Paused");
            });

            fixture.pass(Duration.ofMinutes(2));

            assertThat(phase(fixture)).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void asksAgainAtOnceWhenItIsToldToWhileAQuestionIsUnderWay() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.questions.clear();
            duringNextQuestion(fixture, () -> fixture.watch.pollNow(WatchFixture.key(ORDERS)));

            fixture.pass(Duration.ofSeconds(75));

            assertThat(fixture.api.questions).hasSize(2);
            assertThat(fixture.row(ORDERS).poll().underWay()).isFalse();
        }
    }

    @Test
    void neverHasTwoQuestionsAboutOneMigrationUnderWay() {
        try (var fixture = WatchFixture.importing(folder)) {
            var most = new ArrayList<Integer>();
            fixture.api.duringQuestion = () -> {
                most.add(underWay(fixture));
                fixture.watch.pollNow();
                fixture.watch.tick();
            };

            fixture.pass(Duration.ofMinutes(3));

            assertThat(most).isNotEmpty().allMatch(count -> count == 1);
        }
    }

    @Test
    void asksNothingAfterItWasClosedAndHangsUp() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.close();
            var asked = fixture.api.questions.size();

            fixture.watch.pollNow();
            fixture.pass(Duration.ofMinutes(5));

            assertThat(fixture.api.closed).isTrue();
            assertThat(fixture.api.questions).hasSize(asked);
        }
    }

    @Test
    void aConnectionThatIsReadyOnlyAfterTheEndIsHungUpAtOnce() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.close();
            fixture.nextApi = new FakeApi(fixture.clock);

            fixture.watch.open(WatchFixture.PROD, Secret.of("AstraCS:late"));

            assertThat(fixture.nextApi.closed).isTrue();
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void aQuestionThatIsUnderWayAtTheEndHarmsNothing() {
        try (var fixture = WatchFixture.importing(folder)) {
            duringNextQuestion(fixture, () -> {
                fixture.watch.close();
                fixture.journal.close();
            });

            fixture.pass(Duration.ofMinutes(2));

            assertThat(underWay(fixture)).isZero();
        }
    }

    @Test
    void tellsThatAHistoryCannotBeRead() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.journal.close();

            assertThatThrownBy(() -> fixture.watch.history(WatchFixture.key(ORDERS), Instant.EPOCH).join())
                    .hasCauseInstanceOf(JournalException.class);
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void goesOnWatchingWhenTheJournalCannotBeWrittenAndSaysSo() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.journal.close();
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(2));

            assertThat(phase(fixture)).isEqualTo(Phase.PAUSED);
            assertThat(fixture.watch.snapshot().troubles()).isNotEmpty();
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void goesOnThroughAFullDiskSendsNothingThenAndKeepsEverythingAgainAfterwards() {
        try (var fixture = WatchFixture.importing(folder)) {
            var full = new AtomicBoolean(true);
            var dependencies = new WatchDependencies(
                    FullDisk.holding(fixture.journal, full::get), new NoTokenStore(), (_, _) -> fixture.api,
                    fixture.clock,
                    Runnable::run);
            try (var watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba")) {
                watch.open(WatchFixture.PROD, Secret.of("AstraCS:test"));
                fixture.api.says(ORDERS, "Paused");
                watch.tick();
                watch.tick();
                var during = watch.snapshot();
                var refused = watch.command(WatchFixture.key(ORDERS), Action.RESUME, null).join();
                full.set(false);
                fixture.api.says(ORDERS, "Paused", "35 %", null);
                fixture.clock.advance(Duration.ofMinutes(1));
                watch.tick();
                watch.tick();

                assertThat(say(during.troubles())).contains("The disk is full.");
                assertThat(during.migrations()).singleElement().matches(
                        each -> Objects.requireNonNull(each.lastKnown()).status().is(Phase.PAUSED));
                assertThat(refused.state()).isInstanceOf(CommandState.Refused.class);
                assertThat(fixture.api.posts).isEmpty();
                assertThat(watch.snapshot().troubles()).isEmpty();
                assertThat(fixture.journal.history(WatchFixture.key(ORDERS), Instant.EPOCH).observations().getLast()
                        .status()
                        .is(Phase.PAUSED)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Connection.TokenOrigin.class, names = {"KEYSTORE", "ENVIRONMENT_VARIABLE"})
    @ExpectedFault("The journal could not be written")
    void aConnectionIsNotReadOnlyWhereTheNextStartWouldNotKnowOfIt(Connection.TokenOrigin origin) {
        try (var fixture = WatchFixture.importing(folder)) {
            var full = new AtomicBoolean();
            var dependencies = new WatchDependencies(
                    FullDisk.holding(fixture.journal, full::get), new FakeTokens(), (_, _) -> fixture.api,
                    fixture.clock,
                    Runnable::run);
            try (var watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba")) {
                watch.open(prod(origin, false), Secret.of("AstraCS:test"));
                full.set(true);

                var check = watch.connect(prod(origin, true), null).join();

                assertThat(check).isInstanceOfSatisfying(ConnectionCheck.Failed.class,
                        failed -> assertThat(say(failed.fact())).contains("The disk is full."));
                assertThat(watch.snapshot().connections()).singleElement()
                        .matches(each -> !each.connection().readOnly());

                full.set(false);
                assertThat(watch.connect(prod(origin, true), null).join()).isInstanceOf(ConnectionCheck.Passed.class);
                assertThat(fixture.journal.connections()).singleElement().matches(Connection::readOnly);
            }
        }
    }

    private static Connection prod(Connection.TokenOrigin origin, boolean readOnly) {
        var prod = WatchFixture.PROD;
        return new Connection(prod.id(), prod.name(), prod.endpoint(), prod.environment(), readOnly, origin);
    }

    @Test
    void whatFailsBecauseItIsClosedMeanwhileIsNoFault() throws InterruptedException {
        try (var fixture = WatchFixture.importing(folder)) {
            var opened = new CompletableFuture<PollingWatch>();
            var ticking = new CompletableFuture<Thread>();
            var starting = Thread.currentThread();
            var dependencies = new WatchDependencies(
                    fixture.journal, new FakeTokens(), (_, _) -> fixture.api, fixture.clock, task -> {
                        if (Thread.currentThread().equals(starting)) {
                            task.run();
                        } else {
                            opened.join().close();
                            ticking.complete(Thread.currentThread());
                            throw new RejectedExecutionException("made by the test");
                        }
                    });
            var watch = new PollingWatch(dependencies, WatchSettings.standard(), new Random(7), "dba");
            opened.complete(watch);

            watch.start(List.of());

            ticking.join().join();
            assertThat(watch.snapshot().migrations()).isNotEmpty();
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void aConnectionThatCannotBeTakenOffTheListIsStoppedAndSaysWhy() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.journal.close();

            fixture.watch.forget(WatchFixture.PROD.id()).join();
            fixture.watch.tick();

            assertThat(say(fixture.connection().alert(fixture.clock.instant()).orElseThrow().fact()))
                    .startsWith("This connection could not be removed.");
        }
    }

    @Test
    void isOfUnknownAgeAndStaleWhereTheClockWasSetBackWhileTheProgramWasClosed() {
        var fixture = WatchFixture.importing(folder);
        fixture.clock.advance(Duration.ofHours(-3));
        try (var restarted = fixture.restarted(folder)) {
            var row = restarted.row(ORDERS);

            assertThat(row.age(restarted.clock.instant())).isEmpty();
            assertThat(row.isFresh(restarted.clock.instant())).isFalse();
            assertThat(row.isStale(restarted.clock.instant())).isTrue();
        }
    }

    @Test
    void countsTheAgeOfWhatIsKnownOnWhenTheClockIsSetBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = CUT;
            fixture.pass(Duration.ofMinutes(30));
            fixture.clock.advance(Duration.ofHours(-8));

            fixture.pass(Duration.ofMinutes(30));

            assertThat(fixture.row(ORDERS).age(fixture.clock.instant()).orElseThrow())
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
        }
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.RateLimited(Fact.recorded("Too many calls."),
                    Optional.of(Duration.ofMinutes(2)));
            fixture.pass(Duration.ofMinutes(1));
            fixture.api.broken = null;
            fixture.api.says(ORDERS, "Paused");
            fixture.clock.advance(Duration.ofHours(-8));

            fixture.pass(Duration.ofMinutes(4));

            assertThat(phase(fixture)).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void decidesAboutACommandAlsoWhenTheClockWasSetBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.command(WatchFixture.key(ORDERS), Action.PAUSE, null).join();
            fixture.clock.advance(Duration.ofHours(-8));
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(2));

            assertThat(Objects.requireNonNull(fixture.row(ORDERS).latest()).state())
                    .isInstanceOf(CommandState.Observed.class);
        }
    }

    @Test
    void findsOutThatACommandHadNoEffectAsSoonWhenTheClockWasSetBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.command(WatchFixture.key(ORDERS), Action.PAUSE, null).join();
            fixture.clock.advance(Duration.ofHours(-8));

            fixture.pass(Duration.ofMinutes(8));
            var early = Objects.requireNonNull(fixture.row(ORDERS).latest()).state();
            fixture.pass(Duration.ofMinutes(8));

            assertThat(early).isInstanceOf(CommandState.Accepted.class);
            assertThat(Objects.requireNonNull(fixture.row(ORDERS).latest()).state())
                    .isInstanceOf(CommandState.NoEffect.class);
        }
    }

    @Test
    void doesNotWaitForYearsWhenTheClockWasSetBackWhileTheProgramWasClosed() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.watch.command(WatchFixture.key(ORDERS), Action.PAUSE, null).join();
            fixture.clock.advance(Duration.ofHours(-8));
            try (var next = fixture.restarted(folder)) {
                next.connect();

                next.pass(Duration.ofMinutes(2));

                assertThat(Objects.requireNonNull(next.row(ORDERS).latest()).isOpen()).isFalse();
            }
        }
    }

    @Test
    void aMigrationThatIsNotThereTroublesNobodyElse() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.add(BILLING);

            fixture.pass(Duration.ofMinutes(5));

            assertThat(Objects.requireNonNull(fixture.row(BILLING).problem()).count()).isGreaterThan(1);
            assertThat(fixture.row(ORDERS).problem()).isNull();
            assertThat(isWatching(fixture)).isTrue();
        }
    }

    @Test
    void anAnswerThatThereIsNoSuchMigrationShowsThatTheServiceIsBack() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = CUT;
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.broken = new ApiError.NotFound(Fact.recorded("The service knows no such migration."));

            fixture.pass(Duration.ofMinutes(10));

            assertThat(isWatching(fixture)).isTrue();
        }
    }

    @Test
    void aRoleThatMayNotLookStopsTheConnection() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.broken = new ApiError.Forbidden(Fact.recorded("The token's role may not look."));

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.connection().health()).isEqualTo(new WatchedConnection.Health.Stopped(Fact.sentences(
                    Fact.recorded("The token's role may not look."), Fact.of(WatchFact.TRIED_AGAIN))));
            assertThat(fixture.connection().alert(fixture.clock.instant())).isPresent();
        }
    }

    @Test
    void aRejectedTokenStopsItsOwnConnectionOnly() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.nextApi = new FakeApi(fixture.clock);
            fixture.nextApi.broken = new ApiError.Unauthorized(Fact.recorded("The service rejects the token."));
            fixture.watch.open(SecondConnection.TEST, Secret.of("AstraCS:test"));

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.watch.snapshot().connection(SecondConnection.TEST.id()).orElseThrow().health())
                    .isInstanceOf(WatchedConnection.Health.Stopped.class);
            assertThat(isWatching(fixture)).isTrue();
        }
    }

    @Test
    @ExpectedFault("The databases of prod could not be listed")
    void goesOnListingDatabasesAfterAMistake() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.nextApi = new FakeApi(fixture.clock) {
                @Override
                public dev.longshore.devops.ApiResult<List<dev.longshore.model.Database>> databases() {
                    super.databases();
                    throw new IllegalStateException("mistake");
                }
            };
            fixture.connect();

            fixture.pass(Duration.ofMinutes(12));

            assertThat(fixture.nextApi.listings).isBetween(2, 4);
            assertThat(underWay(fixture)).isZero();
        }
    }
}
