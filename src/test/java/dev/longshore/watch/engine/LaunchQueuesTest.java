package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static dev.longshore.watch.engine.WatchFixture.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.ApiError;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch.AutoLaunchOn;
import dev.longshore.model.launch.LaunchQueue.AutoLaunch.AutoLaunchStopped;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.launch.LaunchQueueRule;
import dev.longshore.model.launch.QueueDecision.QueueWaits;
import dev.longshore.model.userdate.FreezeWindow;
import dev.longshore.model.userdate.FreezeWindow.FreezeScope;
import dev.longshore.model.userdate.FreezeWindow.FreezeTimes;
import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of one database that are launched one after the other without the user. */
class LaunchQueuesTest {
    private static final DatabaseId DATABASE = ORDERS.database();
    private static final MigrationRef STOCK = new MigrationRef(DATABASE, new MigrationId("stock"));
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    @TempDir private Path folder;

    /** Orders import; billing and stock wait behind it, in this order, approved, and the queue is on. */
    private WatchFixture queued() {
        var fixture = WatchFixture.importing(folder);
        fixture.watch.readHistories();
        for (var waiting : List.of(STOCK, BILLING)) {
            receives(fixture, waiting);
            fixture.add(waiting);
        }
        change(fixture, new QueueChange.LaunchesReordered(List.of(BILLING.migration(), STOCK.migration())));
        change(fixture, new QueueChange.LaunchApproved(BILLING.migration(), "night shift"));
        change(fixture, new QueueChange.LaunchApproved(STOCK.migration(), ""));
        change(fixture, new QueueChange.AutoLaunchSwitched(true));
        fixture.pass(A_WHILE);
        return fixture;
    }

    private static void receives(WatchFixture fixture, MigrationRef ref) {
        fixture.api.says(ref, "ReceivingFiles", "", fixture.clock.instant().plus(Duration.ofDays(7)));
    }

    private static void change(WatchFixture fixture, QueueChange change) {
        assertThat(fixture.watch.changeQueue(new DatabaseKey(PROD.id(), DATABASE), change).join()).isEmpty();
    }

    private static void end(WatchFixture fixture, MigrationRef ref, String word) {
        fixture.api.says(ref, word);
        fixture.pass(A_WHILE);
    }

    private static LaunchQueue queue(WatchFixture fixture) {
        return fixture.watch.snapshot().queue(new DatabaseKey(PROD.id(), DATABASE));
    }

    private static Optional<Command> command(WatchFixture fixture, MigrationRef ref) {
        return Optional.ofNullable(fixture.row(ref).latest());
    }

    private static List<Alert.Kind> alerts(WatchFixture fixture) {
        return fixture.journal.alerts(Instant.EPOCH).stream().filter(each -> each.endedAt().isEmpty())
                .map(each -> each.alert().kind()).toList();
    }

    @Test
    void launchesNothingWhileAnImportRuns() {
        try (var fixture = queued()) {
            fixture.pass(Duration.ofHours(5));

            assertThat(fixture.api.posts).isEmpty();
        }
    }

    @Test
    void launchesTheNextInTheOrderOnceTheOneBeforeIsDone() {
        try (var fixture = queued()) {
            end(fixture, ORDERS, "MigrationDone");

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
            assertThat(command(fixture, STOCK)).isEmpty();
            assertThat(command(fixture, BILLING)).get().satisfies(each -> {
                assertThat(each.author()).isEqualTo(new Command.Author("dba", "night shift"));
                assertThat(each.states().getFirst()).isInstanceOf(CommandState.Requested.class);
            });
        }
    }

    @Test
    void launchesAllOfThemOneAfterTheOther() {
        try (var fixture = queued()) {
            end(fixture, ORDERS, "MigrationDone");
            end(fixture, BILLING, "ImportInProgress");
            assertThat(fixture.api.posts).hasSize(1);
            end(fixture, BILLING, "MigrationDone");
            end(fixture, STOCK, "ImportInProgress");
            end(fixture, STOCK, "MigrationDone");

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH, Action.LAUNCH);
            assertThat(queue(fixture).isOn()).isTrue();
        }
    }

    @Test
    void goesOnAfterARestart() {
        var before = queued();
        try (var after = before.restarted(folder)) {
            after.connect();
            after.watch.readHistories();
            end(after, ORDERS, "MigrationDone");

            assertThat(after.api.posts).containsExactly(Action.LAUNCH);
            assertThat(command(after, BILLING)).isPresent();
        }
    }

    @Test
    void theWatchThatTakesOverLaunchesNothingASecondTime() {
        var before = queued();
        before.api.says(ORDERS, "MigrationDone");
        before.api.duringPost = () -> assertThat(before.journal.openCommands()).hasSize(1);
        before.pass(Duration.ofMinutes(2));
        try (var after = before.handedOver(folder)) {
            after.connect();
            after.watch.readHistories();
            after.pass(Duration.ofMinutes(5));

            assertThat(after.api.posts).containsExactly(Action.LAUNCH);
        }
    }

    @Test
    void aProgramThatEndedBetweenItsNoteAndTheLaunchStopsTheQueueAndLaunchesNothing() {
        var before = queued();
        assertThat(before.journal.useApproval(WatchFixture.key(BILLING), before.clock.instant())).isTrue();
        try (var after = before.restarted(folder)) {
            after.connect();
            after.watch.readHistories();
            end(after, ORDERS, "MigrationDone");

            assertThat(after.api.posts).isEmpty();
            assertThat(queue(after).autoLaunch()).isInstanceOf(AutoLaunchStopped.class);
        }
    }

    @Test
    void aFailureInTheMiddleStopsItAndAlerts() {
        try (var fixture = queued()) {
            end(fixture, ORDERS, "MigrationDone");
            end(fixture, BILLING, "ImportInProgress");
            end(fixture, BILLING, "ImportFailed");
            fixture.pass(Duration.ofHours(3));

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
            assertThat(queue(fixture).autoLaunch()).isInstanceOfSatisfying(AutoLaunchStopped.class, stopped -> {
                assertThat(stopped.migration()).isEqualTo(BILLING.migration());
                assertThat(EnglishText.say(stopped.why())).contains("Failed");
            });
            assertThat(alerts(fixture)).contains(Alert.Kind.QUEUE_STOPPED);
        }
    }

    @Test
    void staysStoppedAfterARestartUntilTheUserSwitchesItOnAgain() {
        var before = queued();
        end(before, ORDERS, "ImportFailed");
        try (var fixture = before.restarted(folder)) {
            fixture.connect();
            fixture.watch.readHistories();
            fixture.pass(A_WHILE);
            assertThat(alerts(fixture)).contains(Alert.Kind.QUEUE_STOPPED);

            change(fixture, new QueueChange.AutoLaunchSwitched(true));
            fixture.pass(A_WHILE);

            assertThat(queue(fixture).isOn()).isTrue();
            assertThat(alerts(fixture)).doesNotContain(Alert.Kind.QUEUE_STOPPED);
            assertThat(fixture.api.posts).isEmpty();
        }
    }

    @Test
    void aRefusedLaunchStopsIt() {
        try (var fixture = queued()) {
            fixture.api.brokenPosts = new ApiError.Conflict(Fact.recorded("Another import runs."));
            end(fixture, ORDERS, "MigrationDone");
            fixture.api.brokenPosts = null;
            fixture.pass(Duration.ofHours(1));

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
            assertThat(queue(fixture).autoLaunch()).isInstanceOf(AutoLaunchStopped.class);
        }
    }

    @Test
    void aLaunchWithoutAnAnswerIsNeverSentAgain() {
        try (var fixture = queued()) {
            fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("No answer."), true);
            end(fixture, ORDERS, "MigrationDone");
            fixture.api.brokenPosts = null;
            fixture.pass(Duration.ofHours(1));

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
            assertThat(queue(fixture).autoLaunch()).isInstanceOf(AutoLaunchStopped.class);
        }
    }

    @Test
    void waitsForWhatIsNotApproved() {
        try (var fixture = queued()) {
            change(fixture, new QueueChange.ApprovalWithdrawn(BILLING.migration()));
            end(fixture, ORDERS, "MigrationDone");
            assertThat(fixture.api.posts).isEmpty();

            change(fixture, new QueueChange.LaunchApproved(BILLING.migration(), ""));
            fixture.pass(A_WHILE);
            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
        }
    }

    @Test
    void launchesNothingWhileTheConnectionDoesNotAnswer() {
        try (var fixture = queued()) {
            end(fixture, ORDERS, "MigrationDone");
            end(fixture, BILLING, "ImportInProgress");
            fixture.api.says(BILLING, "MigrationDone");
            fixture.api.broken = new ApiError.Network(Fact.recorded("No answer."), false);
            fixture.pass(A_WHILE);

            assertThat(fixture.api.posts).hasSize(1);
            assertThat(queue(fixture).autoLaunch()).isInstanceOf(AutoLaunchOn.class);
        }
    }

    @Test
    void afterARestartNothingIsLaunchedBeforeTheOthersOfTheDatabaseAreSeenAgain() {
        var before = queued();
        change(before, new QueueChange.ApprovalWithdrawn(BILLING.migration()));
        end(before, ORDERS, "MigrationDone");
        change(before, new QueueChange.LaunchApproved(BILLING.migration(), ""));
        try (var after = before.restarted(folder)) {
            after.api.says(STOCK, "ImportInProgress");
            after.connect();
            after.watch.readHistories();
            after.pass(A_WHILE);

            assertThat(after.api.posts).isEmpty();
        }
    }

    @Test
    void nothingIsLaunchedBeforeWhatWasSeenInEarlierRunsIsRead() {
        var before = queued();
        change(before, new QueueChange.ApprovalWithdrawn(STOCK.migration()));
        end(before, ORDERS, "MigrationDone");
        end(before, BILLING, "ImportInProgress");
        end(before, BILLING, "MigrationDone");
        end(before, BILLING, "Closed");
        try (var after = before.restarted(folder)) {
            after.connect();
            after.pass(A_WHILE);
            assertThat(queue(after).isOn()).isTrue();

            after.watch.readHistories();
            after.pass(A_WHILE);
            assertThat(queue(after).isOn()).isTrue();
        }
    }

    @Test
    void aFreezeMakesItWaitAndItSaysSoAndGoesOnAfterwards() {
        try (var fixture = queued()) {
            var now = fixture.clock.instant();
            assertThat(fixture.watch.save(new FreezeWindow("w", "Quarter end", FreezeScope.ALL,
                    new FreezeTimes.OnceFrozen(now, now.plus(Duration.ofHours(2))))).join()).isEmpty();
            end(fixture, ORDERS, "MigrationDone");
            fixture.pass(Duration.ofHours(1));

            assertThat(fixture.api.posts).isEmpty();
            assertThat(LaunchQueueRule.decide(queue(fixture), fixture.watch.snapshot().migrations().stream()
                    .map(each -> each.launchCandidate(fixture.clock.instant(), fixture.clock.instant())).toList()))
                    .isInstanceOfSatisfying(QueueWaits.class,
                            waits -> assertThat(EnglishText.say(waits.why())).contains("Quarter end"));

            fixture.pass(Duration.ofHours(1));
            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
        }
    }

    @Test
    void anImportThatIsTakenOffTheListStopsIt() {
        try (var fixture = queued()) {
            end(fixture, ORDERS, "MigrationDone");
            end(fixture, BILLING, "ImportInProgress");
            fixture.watch.remove(WatchFixture.key(BILLING)).join();
            fixture.pass(A_WHILE);

            assertThat(fixture.api.posts).containsExactly(Action.LAUNCH);
            assertThat(queue(fixture).autoLaunch()).isInstanceOf(AutoLaunchStopped.class);
            assertThat(fixture.journal.launchQueues().getFirst().autoLaunch()).isEqualTo(queue(fixture).autoLaunch());
            assertThat(alerts(fixture)).contains(Alert.Kind.QUEUE_STOPPED);
        }
    }

    @Test
    void whatIsTakenOffTheListLosesItsApproval() {
        try (var fixture = queued()) {
            fixture.watch.remove(WatchFixture.key(BILLING)).join();
            fixture.add(BILLING);
            end(fixture, ORDERS, "MigrationDone");

            assertThat(command(fixture, BILLING)).isEmpty();
        }
    }
}
