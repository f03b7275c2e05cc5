package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static dev.longshore.watch.engine.WatchFixture.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Connection;
import dev.longshore.model.Secret;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.userdate.AutomaticMove;
import dev.longshore.model.userdate.CleanupPolicy;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cleanups that the policy keeps behind their import, without the user. */
class CleanupMoverTest {
    private static final Duration A_WHILE = Duration.ofMinutes(10);
    private static final Duration NOTICE = Duration.ofMinutes(20);
    private static final CleanupPolicy POLICY = new CleanupPolicy(FreezeScope.ALL, 7, 1);

    @TempDir private Path folder;
    private int percent = 10;
    private Instant due = Instant.MIN;

    /** Orders import for hours already, and the cleanup comes too early. */
    private WatchFixture importing() {
        var fixture = WatchFixture.begin(folder);
        due = fixture.clock.instant().plus(Duration.ofDays(4));
        says(fixture);
        fixture.connect();
        fixture.add(ORDERS);
        fixture.watch.readHistories();
        goOn(fixture);
        return fixture;
    }

    /** Two per cent an hour. */
    private void goOn(WatchFixture fixture) {
        for (var i = 0; i < 4; i++) {
            percent += 2;
            says(fixture);
            fixture.pass(Duration.ofHours(1));
        }
    }

    private void says(WatchFixture fixture) {
        fixture.api.says(ORDERS, "ImportInProgress", percent + " %", due);
    }

    /** The service does what it is asked for, and says so from then on. */
    private void obeys(WatchFixture fixture) {
        fixture.api.duringPost = () -> {
            due = Objects.requireNonNull(fixture.journal.openCommands().getFirst().cleanupTime()).at();
            says(fixture);
        };
    }

    private static Optional<AutomaticMove> announced(WatchFixture fixture) {
        return fixture.row(ORDERS).ownDates().move();
    }

    private static Optional<Command> command(WatchFixture fixture) {
        return Optional.ofNullable(fixture.row(ORDERS).latest());
    }

    private static List<Alert> alerts(WatchFixture fixture) {
        return fixture.journal.alerts(Instant.EPOCH).stream().filter(each -> each.endedAt().isEmpty())
                .map(each -> each.alert()).filter(each -> each.kind() == Alert.Kind.MOVED_BY_POLICY).toList();
    }

    @Test
    void movesNothingWithoutAPolicy() {
        try (var fixture = importing()) {
            fixture.pass(NOTICE);

            assertThat(announced(fixture)).isEmpty();
            assertThat(fixture.api.posts).isEmpty();
        }
    }

    @Test
    void announcesTheMoveMakesItOnceAndAlerts() {
        try (var fixture = importing()) {
            obeys(fixture);
            var before = due;
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(2));
            var move = announced(fixture).orElseThrow();
            assertThat(fixture.api.posts).isEmpty();

            fixture.pass(NOTICE);

            assertThat(fixture.api.posts).containsExactly(Action.SCHEDULE_CLEANUP);
            assertThat(command(fixture)).get().satisfies(each -> {
                assertThat(each.isByPolicy()).isTrue();
                assertThat(Objects.requireNonNull(each.cleanupTime()).at()).isAfter(before)
                        .isBetween(move.to().at().minus(A_WHILE), move.to().at().plus(Duration.ofHours(2)));
                assertThat(each.states().getFirst()).isInstanceOf(CommandState.Requested.class);
            });
            assertThat(announced(fixture)).isEmpty();
            assertThat(alerts(fixture)).singleElement().satisfies(each -> assertThat(EnglishText.say(each.fact()))
                    .startsWith("The policy moved the cleanup to ").contains("It was due Wed 25 Nov, 03:00 UTC."));
            fixture.pass(Duration.ofHours(2));
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void theIntentIsOnDiskBeforeTheCallLeaves() {
        try (var fixture = importing()) {
            fixture.api.duringPost = () -> assertThat(fixture.journal.openCommands()).singleElement()
                    .satisfies(each -> assertThat(each.isByPolicy()).isTrue());
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(NOTICE);

            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void aPolicyThatIsTakenAwayWithinTheNoticeMovesNothing() {
        try (var fixture = importing()) {
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(2));
            fixture.watch.usePolicies(List.of());
            fixture.pass(NOTICE);

            assertThat(announced(fixture)).isEmpty();
            assertThat(fixture.api.posts).isEmpty();
        }
    }

    @Test
    void movesNothingWhileTheServiceIsGoneAndOnceWhenItIsBack() {
        try (var fixture = importing()) {
            obeys(fixture);
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(2));
            fixture.api.broken = new ApiError.Network(Fact.recorded("No answer."), false);
            fixture.pass(Duration.ofHours(2));
            assertThat(fixture.api.posts).isEmpty();

            fixture.api.broken = null;
            fixture.pass(Duration.ofMinutes(30));

            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void aMoveWithoutAnAnswerIsNotSentAgainThatDay() {
        try (var fixture = importing()) {
            fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("No answer."), true);
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(NOTICE);
            fixture.api.brokenPosts = null;
            goOn(fixture);
            goOn(fixture);

            assertThat(fixture.api.posts).hasSize(1);
            assertThat(announced(fixture)).get().satisfies(each -> assertThat(EnglishText.say(each.fact()))
                    .contains("it was moved once within a day already"));
        }
    }

    @Test
    void aRefusedMoveIsNotTriedAgainAtOnce() {
        try (var fixture = importing()) {
            fixture.api.brokenPosts = new ApiError.Conflict(Fact.recorded("Not now."));
            fixture.watch.usePolicies(List.of(new CleanupPolicy(FreezeScope.ALL, 7, 24)));
            fixture.pass(NOTICE);
            fixture.pass(Duration.ofMinutes(40));
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void afterARestartItIsAnnouncedAnewAndTheMovesOfTheDayStillCount() {
        var before = importing();
        obeys(before);
        before.watch.usePolicies(List.of(POLICY));
        before.pass(NOTICE);
        assertThat(before.api.posts).hasSize(1);
        due = before.clock.instant().plus(Duration.ofDays(3));
        percent += 2;
        says(before);
        before.pass(A_WHILE);
        try (var after = before.restarted(folder)) {
            after.connect();
            after.watch.usePolicies(List.of(POLICY));
            after.pass(A_WHILE);
            assertThat(announced(after)).as("the histories are not read yet").isEmpty();
            after.watch.readHistories();
            after.pass(Duration.ofHours(2));

            assertThat(announced(after)).isPresent();
            assertThat(after.api.posts).hasSize(1);
        }
    }

    @Test
    void aProgramThatEndedBeforeTheAnswerDoesNotAskAgain() {
        var before = importing();
        before.watch.usePolicies(List.of(POLICY));
        before.api.brokenPosts = new ApiError.Network(Fact.recorded("Killed."), true);
        before.pass(NOTICE);
        try (var after = before.restarted(folder)) {
            after.api.brokenPosts = null;
            after.connect();
            after.watch.readHistories();
            after.watch.usePolicies(List.of(POLICY));
            after.pass(Duration.ofHours(2));

            assertThat(after.api.posts).hasSize(1);
        }
    }

    @Test
    void aClockThatIsSetBackOrSentAheadMovesNothingTwice() {
        try (var fixture = importing()) {
            obeys(fixture);
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(2));
            fixture.clock.advance(Duration.ofHours(-5));
            fixture.pass(Duration.ofMinutes(30));
            fixture.clock.advance(Duration.ofHours(9));
            fixture.pass(Duration.ofMinutes(30));

            assertThat(fixture.api.posts).hasSizeLessThanOrEqualTo(1);
            assertThat(due).isAfter(fixture.clock.instant().plus(Duration.ofDays(3)));
        }
    }

    @Test
    void whatTheUserMovesAtTheSameTimeCountsAndIsNotMovedBack() {
        try (var fixture = importing()) {
            obeys(fixture);
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(2));
            var byUser = fixture.clock.instant().plus(Duration.ofDays(40));
            // Between the last look and the call.
            fixture.api.duringQuestion = () -> {
                fixture.api.duringQuestion = () -> {};
                fixture.watch.command(WatchFixture.key(ORDERS), Action.SCHEDULE_CLEANUP, new CleanupTime(byUser))
                        .join();
            };
            fixture.pass(NOTICE);

            assertThat(fixture.api.posts).hasSize(1);
            assertThat(due).isEqualTo(new CleanupTime(byUser).at());
            assertThat(announced(fixture)).isEmpty();
        }
    }

    @Test
    void whatSomebodyElseMovedWithinTheNoticeIsSeenBeforeTheMove() {
        try (var fixture = importing()) {
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofMinutes(14));
            due = fixture.clock.instant().plus(Duration.ofDays(60));
            says(fixture);
            fixture.pass(NOTICE);

            assertThat(fixture.api.posts).isEmpty();
            assertThat(announced(fixture)).isEmpty();
        }
    }

    @Test
    void waitsForTheEndOfAFreeze() {
        try (var fixture = importing()) {
            obeys(fixture);
            var now = fixture.clock.instant();
            fixture.watch.save(new FreezeWindow("f", "Audit", FreezeScope.ALL,
                    new FreezeTimes.OnceFrozen(now, now.plus(Duration.ofHours(2))))).join();
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.pass(Duration.ofHours(2).minus(Duration.ofMinutes(1)));
            assertThat(fixture.api.posts).isEmpty();
            assertThat(announced(fixture)).isPresent();

            fixture.pass(A_WHILE);
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void aReadOnlyConnectionAndOneWithoutATokenMoveNothing() {
        try (var fixture = importing()) {
            fixture.watch.usePolicies(List.of(POLICY));
            fixture.watch.open(new Connection(PROD.id(), PROD.name(), PROD.endpoint(), PROD.environment(), true,
                    PROD.origin()), Secret.of("AstraCS:test"));
            fixture.pass(NOTICE);

            assertThat(announced(fixture)).isEmpty();
            assertThat(fixture.api.posts).isEmpty();
        }
    }
}
