package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.BILLING;
import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.devops.ApiError;
import dev.longshore.journal.Journal;
import dev.longshore.journal.JournalException;
import dev.longshore.model.Action;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.model.Secret;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens while a question is under way, and what must not be left behind by it. */
class TroubleTest {
    private static final ApiError CUT = new ApiError.Network("The connection was closed.", true);

    @TempDir private Path folder;

    private static int underWay(WatchRig rig) {
        return Objects.requireNonNull(rig.watch.state().with(s -> s.line(WatchRig.PROD.id()))).underWay;
    }

    /** Runs {@code what} during the next question, once. */
    private static void duringNextQuestion(WatchRig rig, Runnable what) {
        rig.api.duringQuestion = () -> {
            rig.api.duringQuestion = () -> {};
            what.run();
        };
    }

    private static boolean isWatching(WatchRig rig) {
        return rig.line().health() instanceof WatchedConnection.Health.Watching;
    }

    private static Phase phase(WatchRig rig) {
        return Objects.requireNonNull(rig.row(ORDERS).lastKnown()).status().phase().orElseThrow();
    }

    @Test
    void survivesAMistakeOfItsOwnAndAsksAgain() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.duringQuestion = () -> {
                throw new IllegalStateException("mistake");
            };
            rig.pass(Duration.ofMinutes(3));
            var problem = Objects.requireNonNull(rig.row(ORDERS).problem());
            rig.api.duringQuestion = () -> {};

            rig.pass(Duration.ofMinutes(5));

            assertThat(problem.sentence()).contains("could not make sense");
            assertThat(problem.count()).isBetween(2, 6);
            assertThat(rig.row(ORDERS).problem()).isNull();
            assertThat(underWay(rig)).isZero();
        }
    }

    @Test
    void aMigrationThatIsRemovedWhileItIsAskedAboutStaysAway() {
        try (var rig = WatchRig.importing(folder)) {
            duringNextQuestion(rig, () -> rig.watch.remove(WatchRig.key(ORDERS)).join());

            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.watch.snapshot().migrations()).isEmpty();
            assertThat(underWay(rig)).isZero();
        }
    }

    @Test
    void anAnswerFromBeforeARemovalSaysNothingAboutWhatWasPutBack() {
        try (var rig = WatchRig.importing(folder)) {
            duringNextQuestion(rig, () -> {
                rig.watch.remove(WatchRig.key(ORDERS)).join();
                rig.api.broken = CUT;
                rig.add(ORDERS);
            });

            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.row(ORDERS).lastKnown()).isNull();
            assertThat(underWay(rig)).isZero();
        }
    }

    @Test
    void aConnectionThatIsForgottenAndMadeAnewBeginsToCountAtNothing() {
        try (var rig = WatchRig.importing(folder)) {
            duringNextQuestion(rig, () -> {
                rig.watch.forget(WatchRig.PROD.id()).join();
                rig.connect();
                rig.add(ORDERS);
            });

            rig.pass(Duration.ofMinutes(2));

            assertThat(underWay(rig)).isZero();
            assertThat(isWatching(rig)).isTrue();
            assertThat(rig.row(ORDERS).lastKnown()).isNotNull();
        }
    }

    @Test
    void aLateRejectionOfTheOldTokenDoesNotStopTheNewOne() {
        try (var rig = WatchRig.importing(folder)) {
            rig.nextApi = new FakeApi(rig.clock);
            rig.nextApi.says(ORDERS, "Paused");
            duringNextQuestion(rig, () -> {
                rig.watch.connect(WatchRig.PROD, Secret.of("AstraCS:new")).join();
                rig.api.broken = new ApiError.Unauthorized("The service rejects the token.");
            });

            rig.pass(Duration.ofMinutes(2));

            assertThat(isWatching(rig)).isTrue();
            assertThat(phase(rig)).isEqualTo(Phase.PAUSED);
            assertThat(rig.row(ORDERS).problem()).isNull();
            assertThat(rig.api.closed).isTrue();
            assertThat(underWay(rig)).isZero();
        }
    }

    @Test
    void theEndOfTheOldConnectionsCallsIsNoTroubleOfTheNewOne() {
        try (var rig = WatchRig.importing(folder)) {
            rig.nextApi = new FakeApi(rig.clock);
            rig.nextApi.says(ORDERS, "ImportInProgress");
            var troubled = new ArrayList<WatchedConnection.Health>();
            duringNextQuestion(rig, () -> {
                rig.connect();
                rig.api.broken = CUT;
            });
            try (var _ = rig.watch.subscribe(each -> each.connections().stream()
                    .map(WatchedConnection::health)
                    .filter(WatchedConnection.Health.Troubled.class::isInstance)
                    .forEach(troubled::add))) {
                rig.pass(Duration.ofMinutes(2));
            }

            assertThat(troubled).isEmpty();
            assertThat(rig.nextApi.questions).isNotEmpty();
        }
    }

    @Test
    void aGoodAnswerToAQuestionOfTheOldTokenIsUsed() {
        try (var rig = WatchRig.importing(folder)) {
            rig.nextApi = new FakeApi(rig.clock);
            rig.nextApi.broken = CUT;
            duringNextQuestion(rig, () -> {
                rig.connect();
                rig.api.says(ORDERS, "Paused");
            });

            rig.pass(Duration.ofMinutes(2));

            assertThat(phase(rig)).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void asksAgainAtOnceWhenItIsToldToWhileAQuestionIsUnderWay() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.questions.clear();
            duringNextQuestion(rig, () -> rig.watch.pollNow(WatchRig.key(ORDERS)));

            rig.pass(Duration.ofSeconds(75));

            assertThat(rig.api.questions).hasSize(2);
            assertThat(rig.row(ORDERS).poll().underWay()).isFalse();
        }
    }

    @Test
    void neverHasTwoQuestionsAboutOneMigrationUnderWay() {
        try (var rig = WatchRig.importing(folder)) {
            var most = new ArrayList<Integer>();
            rig.api.duringQuestion = () -> {
                most.add(underWay(rig));
                rig.watch.pollNow();
                rig.watch.tick();
            };

            rig.pass(Duration.ofMinutes(3));

            assertThat(most).isNotEmpty().allMatch(count -> count == 1);
        }
    }

    @Test
    void asksNothingAfterItWasClosedAndHangsUp() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.close();
            var asked = rig.api.questions.size();

            rig.watch.pollNow();
            rig.pass(Duration.ofMinutes(5));

            assertThat(rig.api.closed).isTrue();
            assertThat(rig.api.questions).hasSize(asked);
        }
    }

    @Test
    void aConnectionThatIsReadyOnlyAfterTheEndIsHungUpAtOnce() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.close();
            rig.nextApi = new FakeApi(rig.clock);

            rig.watch.open(WatchRig.PROD, Secret.of("AstraCS:late"));

            assertThat(rig.nextApi.closed).isTrue();
        }
    }

    @Test
    void aQuestionThatIsUnderWayAtTheEndHarmsNothing() {
        try (var rig = WatchRig.importing(folder)) {
            duringNextQuestion(rig, () -> {
                rig.watch.close();
                rig.journal.close();
            });

            rig.pass(Duration.ofMinutes(2));

            assertThat(underWay(rig)).isZero();
        }
    }

    @Test
    void tellsThatAHistoryCannotBeRead() {
        try (var rig = WatchRig.importing(folder)) {
            rig.journal.close();

            assertThatThrownBy(() -> rig.watch.history(WatchRig.key(ORDERS), Instant.EPOCH).join())
                    .hasCauseInstanceOf(JournalException.class);
        }
    }

    @Test
    void goesOnWatchingWhenTheJournalCannotBeWrittenAndSaysSo() {
        try (var rig = WatchRig.importing(folder)) {
            rig.journal.close();
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(2));

            assertThat(phase(rig)).isEqualTo(Phase.PAUSED);
            assertThat(rig.watch.snapshot().trouble()).isPresent();
        }
    }

    /** A journal on a disk that is full while {@code full} says so. */
    private static Journal onADisk(Journal journal, AtomicBoolean full) {
        var writes = List.of("observed", "intent", "reached", "blind", "raised", "keep", "keepDatabases");
        return (Journal) Proxy.newProxyInstance(
                Journal.class.getClassLoader(), new Class<?>[]{Journal.class}, (_, method, values) -> {
                    if (full.get() && writes.contains(method.getName())) {
                        throw new JournalException("The disk is full.");
                    }
                    return method.invoke(journal, values);
                });
    }

    @Test
    void goesOnThroughAFullDiskSendsNothingThenAndKeepsEverythingAgainAfterwards() {
        try (var rig = WatchRig.importing(folder)) {
            var full = new AtomicBoolean(true);
            var parts = new WatchParts(
                    onADisk(rig.journal, full), new NoTokens(), (_, _) -> rig.api, rig.clock, Runnable::run);
            try (var watch = new PollingWatch(parts, WatchSettings.standard(), new Random(7), "dba")) {
                watch.open(WatchRig.PROD, Secret.of("AstraCS:test"));
                rig.api.says(ORDERS, "Paused");
                watch.tick();
                watch.tick();
                var during = watch.snapshot();
                var refused = watch.command(WatchRig.key(ORDERS), Action.RESUME, null).join();
                full.set(false);
                rig.api.says(ORDERS, "Paused", "35 %", null);
                rig.clock.advance(Duration.ofMinutes(1));
                watch.tick();
                watch.tick();

                assertThat(during.trouble()).contains("The disk is full.");
                assertThat(during.migrations()).singleElement().matches(
                        each -> Objects.requireNonNull(each.lastKnown()).status().is(Phase.PAUSED));
                assertThat(refused.state()).isInstanceOf(CommandState.Refused.class);
                assertThat(rig.api.posts).isEmpty();
                assertThat(watch.snapshot().trouble()).isEmpty();
                assertThat(rig.journal.history(WatchRig.key(ORDERS), Instant.EPOCH).observations().getLast().status()
                        .is(Phase.PAUSED)).isTrue();
            }
        }
    }

    @Test
    void aConnectionThatCannotBeTakenOffTheListIsStoppedAndSaysWhy() {
        try (var rig = WatchRig.importing(folder)) {
            rig.journal.close();

            rig.watch.forget(WatchRig.PROD.id()).join();
            rig.watch.tick();

            assertThat(rig.line().notice(rig.clock.instant()).orElseThrow().sentence())
                    .startsWith("It could not be taken off the list:");
        }
    }

    @Test
    void goesOnWhenTheClockIsSetBack() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.RateLimited("Too many calls.", Optional.of(Duration.ofMinutes(2)));
            rig.pass(Duration.ofMinutes(1));
            rig.api.broken = null;
            rig.api.says(ORDERS, "Paused");
            rig.clock.advance(Duration.ofHours(-8));

            rig.pass(Duration.ofMinutes(4));

            assertThat(phase(rig)).isEqualTo(Phase.PAUSED);
        }
    }

    @Test
    void decidesAboutACommandAlsoWhenTheClockWasSetBack() {
        try (var rig = WatchRig.importing(folder)) {
            rig.watch.command(WatchRig.key(ORDERS), Action.PAUSE, null).join();
            rig.clock.advance(Duration.ofHours(-8));
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(2));

            assertThat(Objects.requireNonNull(rig.row(ORDERS).latest()).state())
                    .isInstanceOf(CommandState.Observed.class);
        }
    }

    @Test
    void aMigrationThatIsNotThereTroublesNobodyElse() {
        try (var rig = WatchRig.importing(folder)) {
            rig.add(BILLING);

            rig.pass(Duration.ofMinutes(5));

            assertThat(Objects.requireNonNull(rig.row(BILLING).problem()).count()).isGreaterThan(1);
            assertThat(rig.row(ORDERS).problem()).isNull();
            assertThat(isWatching(rig)).isTrue();
        }
    }

    @Test
    void anAnswerThatThereIsNoSuchMigrationShowsThatTheServiceIsBack() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = CUT;
            rig.pass(Duration.ofMinutes(2));
            rig.api.broken = new ApiError.NotFound("The service knows no such migration.");

            rig.pass(Duration.ofMinutes(10));

            assertThat(isWatching(rig)).isTrue();
        }
    }

    @Test
    void aRoleThatMayNotLookStopsTheConnection() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.broken = new ApiError.Forbidden("The token's role may not look.");

            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.line().health())
                    .isEqualTo(new WatchedConnection.Health.Stopped("The token's role may not look."));
            assertThat(rig.line().notice(rig.clock.instant())).isPresent();
        }
    }

    @Test
    void aRejectedTokenStopsItsOwnConnectionOnly() {
        try (var rig = WatchRig.importing(folder)) {
            rig.nextApi = new FakeApi(rig.clock);
            rig.nextApi.broken = new ApiError.Unauthorized("The service rejects the token.");
            rig.watch.open(OtherConnection.TEST, Secret.of("AstraCS:test"));

            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.watch.snapshot().connection(OtherConnection.TEST.id()).orElseThrow().health())
                    .isInstanceOf(WatchedConnection.Health.Stopped.class);
            assertThat(isWatching(rig)).isTrue();
        }
    }

    @Test
    void goesOnListingDatabasesAfterAMistake() {
        try (var rig = WatchRig.importing(folder)) {
            rig.nextApi = new FakeApi(rig.clock) {
                @Override
                public dev.longshore.devops.ApiResult<List<dev.longshore.model.Database>> databases() {
                    super.databases();
                    throw new IllegalStateException("mistake");
                }
            };
            rig.connect();

            rig.pass(Duration.ofMinutes(12));

            assertThat(rig.nextApi.listings).isBetween(2, 4);
            assertThat(underWay(rig)).isZero();
        }
    }
}
