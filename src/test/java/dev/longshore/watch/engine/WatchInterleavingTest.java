package dev.longshore.watch.engine;

import static dev.longshore.watch.engine.WatchFixture.BILLING;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static dev.longshore.watch.engine.WatchFixture.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.InitializeRequest;
import dev.longshore.model.Action;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.ApiError;
import dev.longshore.model.DatabaseKey;
import dev.longshore.model.Initialization;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.support.TemporaryFolder;
import dev.longshore.support.TwoThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class WatchInterleavingTest {
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    private static WatchFixture importing(TemporaryFolder folder) throws IOException {
        var fixture = WatchFixture.importing(folder.path());
        fixture.watch.readHistories();
        return fixture;
    }

    private static void change(WatchFixture fixture, QueueChange change) {
        assertThat(fixture.watch.changeQueue(new DatabaseKey(PROD.id(), ORDERS.database()), change).join()).isEmpty();
    }

    private static void receive(WatchFixture fixture) {
        fixture.api.says(BILLING, "ReceivingFiles", "", fixture.clock.instant().plus(Duration.ofDays(7)));
        fixture.add(BILLING);
    }

    private static void initialize(WatchFixture fixture) {
        fixture.watch.initialize(PROD.id(), InitializeRequest.into(ORDERS.database()), "customers").join();
    }

    @Test
    public void whatTwoChangeInAQueueAtTheSameTimeIsKeptOfBoth() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = importing(folder)) {
            receive(fixture);

            TwoThreads.run(() -> change(fixture, new QueueChange.LaunchApproved(ORDERS.migration(), "")),
                    () -> change(fixture, new QueueChange.LaunchApproved(BILLING.migration(), "")));

            fixture.watch.tick();
            var kept = fixture.watch.snapshot().queue(new DatabaseKey(PROD.id(), ORDERS.database()));
            assertThat(kept.approval(ORDERS.migration())).isPresent();
            assertThat(kept.approval(BILLING.migration())).isPresent();
            assertThat(fixture.journal.launchQueues()).containsExactly(kept);
        }
    }

    @Test
    public void anApprovalThatIsTakenBackWhileItsTimeComesLaunchesOnceOrNotAtAll() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = importing(folder)) {
            receive(fixture);
            change(fixture, new QueueChange.LaunchApproved(BILLING.migration(), ""));
            change(fixture, new QueueChange.AutoLaunchSwitched(true));
            fixture.api.says(ORDERS, "MigrationDone");

            TwoThreads.run(() -> fixture.pass(A_WHILE),
                    () -> change(fixture, new QueueChange.ApprovalWithdrawn(BILLING.migration())));

            var used = fixture.journal.launchQueues().getFirst().launches().stream()
                    .flatMap(each -> each.approval().stream()).filter(each -> !each.isOpen()).count();
            assertThat(fixture.api.posts.stream().filter(Action.LAUNCH::equals)).hasSize((int) used);
        }
    }

    @Test
    public void whoKnowsOfAnAlertWhileItEndsIsKeptOrItIsOver() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = importing(folder)) {
            fixture.api.says(ORDERS, "ERROR");
            fixture.pass(A_WHILE);
            var ids = fixture.journal.alerts(Instant.EPOCH).stream().map(AlertRecord::id).toList();
            fixture.api.says(ORDERS, "ReceivingFiles");

            TwoThreads.run(() -> fixture.pass(A_WHILE), () -> fixture.watch.acknowledge(ids).join());

            assertThat(fixture.journal.alerts(Instant.EPOCH)).filteredOn(each -> ids.contains(each.id()))
                    .hasSameSizeAs(ids).allSatisfy(each -> assertThat(each.endedAt()).isPresent());
        }
    }

    @Test
    public void twoMigrationsThatAreMadeAtTheSameTimeAreBothKnown() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = importing(folder)) {
            TwoThreads.run(() -> initialize(fixture), () -> initialize(fixture));

            assertThat(fixture.journal.initializations()).extracting(Initialization::answer)
                    .hasSize(2).noneMatch(Initialization.Answer.Pending.class::isInstance);
        }
    }

    @Test
    public void whatIsDismissedTwiceAtTheSameTimeIsDismissedOnce() throws IOException {
        try (var folder = TemporaryFolder.create(); var fixture = importing(folder)) {
            fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);
            initialize(fixture);
            fixture.watch.tick();
            var id = fixture.watch.snapshot().unanswered().getFirst().id();
            Runnable dismiss = () -> assertThat(fixture.watch.dismissInitialization(id).join()).isEmpty();

            TwoThreads.run(dismiss, dismiss);

            fixture.watch.tick();
            assertThat(fixture.watch.snapshot().unanswered()).isEmpty();
            assertThat(fixture.journal.initializations()).singleElement()
                    .satisfies(each -> assertThat(each.answer()).isInstanceOf(Initialization.Answer.Dismissed.class));
        }
    }
}
