package dev.longshore.ui.actions;

import static dev.longshore.model.Deadline.Cause.CLEANUP_IDLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.CleanupTime;
import dev.longshore.support.FakeWatch.RequestedCommand;
import dev.longshore.support.MigrationBuilder;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.feed.SnapshotFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmViewModelTest {
    private final TestWindow window = new TestWindow(TestOrganisation.of(importing().build()));
    private final SnapshotFeed feed = new SnapshotFeed(window.context(new SameThreadUi()));
    private final ActionsViewModel actions = new ActionsViewModel(window.context(new SameThreadUi()), feed);

    @ParameterizedTest
    @EnumSource(value = Action.class, names = {"LAUNCH", "SCHEDULE_CLEANUP", "CLEAN_UP", "ABORT"})
    void sendsNothingWhenCancelled(Action action) {
        var confirm = confirm(action);
        confirm.typedNameProperty().set("orders");

        confirm.cancel();

        assertThat(window.watch.requested).isEmpty();
        assertThat(actions.confirmationProperty().get()).isEmpty();
    }

    @Test
    void abortWaitsForTheName() {
        var confirm = confirm(Action.ABORT);

        confirm.typedNameProperty().set("order");
        confirm.proceed();

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void abortIsSentOnceWhenTheNameIsTyped() {
        var confirm = confirm(Action.ABORT);
        confirm.typedNameProperty().set("orders");

        confirm.proceed();
        confirm.proceed();

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.ABORT);
    }

    @Test
    void cleanUpLeavesAfterTenSeconds() {
        var confirm = confirm(Action.CLEAN_UP);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        pass(9);
        assertThat(window.watch.requested).isEmpty();

        pass(1);
        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.CLEAN_UP);
    }

    @Test
    void cleanUpCanBeCalledBack() {
        var confirm = confirm(Action.CLEAN_UP);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();
        pass(5);

        confirm.cancel();
        pass(20);

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void cleanUpIsNotSentWhenTheWindowCloses() {
        var confirm = confirm(Action.CLEAN_UP);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        actions.close();
        pass(20);

        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void clockThatJumpsDoesNotSend() {
        var confirm = confirm(Action.CLEAN_UP);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        window.clock.advance(Duration.ofHours(8));
        feed.tick();

        assertThat(window.watch.requested).isEmpty();
        assertThat(confirm.stateProperty().get().countdown()).hasValue(9L);
    }

    @Test
    void cleanUpIsWithheldWhenTheRulesForbidItMeanwhile() {
        var confirm = confirm(Action.CLEAN_UP);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        window.watch.publish(TestOrganisation.of(importing().build()));
        pass(10);

        assertThat(window.watch.requested).isEmpty();
        assertThat(actions.feedbackProperty().get())
                .hasValueSatisfying(actionFeedback -> assertThat(actionFeedback.sentence())
                        .startsWith("Not sent:")
                        .contains("never runs during an import"));
    }

    @Test
    void launchWaitsForEveryTick() {
        var confirm = confirm(Action.LAUNCH);
        confirm.checklist().stream().skip(1).forEach(item -> item.tickedProperty().set(true));
        confirm.proceed();
        assertThat(window.watch.requested).isEmpty();

        confirm.checklist().getFirst().tickedProperty().set(true);
        confirm.proceed();

        assertThat(window.watch.requested).extracting(RequestedCommand::action).containsExactly(Action.LAUNCH);
    }

    @Test
    void laterCleanupNeedsNoName() {
        var confirm = schedule(TestOrganisation.NOW.plus(Duration.ofDays(9)));

        confirm.proceed();

        assertThat(window.watch.requested).extracting(RequestedCommand::cleanupTime)
                .containsExactly(new CleanupTime(TestOrganisation.NOW.plus(Duration.ofDays(9))));
    }

    @Test
    void earlierCleanupAsksForTheName() {
        var confirm = schedule(TestOrganisation.NOW.plus(Duration.ofDays(2)));

        confirm.proceed();

        assertThat(confirm.stateProperty().get().needsName()).isTrue();
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void pastCleanupIsRefused() {
        var confirm = schedule(TestOrganisation.NOW.minus(Duration.ofHours(1)));
        confirm.typedNameProperty().set("orders");

        confirm.proceed();

        assertThat(confirm.stateProperty().get().blocked()).hasValueSatisfying(
                why -> assertThat(why).contains("not in the future").contains("Clean up now"));
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void asksForAFreshStatusFirstWhenTheKnownOneIsOld() {
        window.watch.publish(TestOrganisation.of(paused().observed(Duration.ofMinutes(9)).build()));

        var confirm = ask(Action.ABORT);
        confirm.typedNameProperty().set("orders");
        confirm.proceed();

        assertThat(window.watch.polled).containsExactly(confirm.key());
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void proceedsOnceTheFreshStatusIsThere() {
        window.watch.publish(TestOrganisation.of(paused().observed(Duration.ofMinutes(9)).build()));
        var confirm = ask(Action.ABORT);
        confirm.typedNameProperty().set("orders");

        window.watch.publish(TestOrganisation.of(paused().observed(Duration.ZERO).build()));
        confirm.proceed();

        assertThat(window.watch.requested).hasSize(1);
    }

    @Test
    void saysWhyThereIsNoFreshStatus() {
        window.watch.publish(TestOrganisation.of(paused().observed(Duration.ofMinutes(9)).build()));
        var confirm = ask(Action.ABORT);

        window.watch.publish(TestOrganisation.of(paused().observed(Duration.ofMinutes(9))
                .problem("The service did not answer.", Duration.ZERO, 1).build()));

        assertThat(confirm.stateProperty().get().blocked()).contains(
                "Status is out of date. The service did not answer.");
        assertThat(confirm.stateProperty().get().canAskAgain()).isTrue();
    }

    private ConfirmViewModel schedule(Instant wanted) {
        window.watch.publish(TestOrganisation.of(paused().build()));
        actions.requestCleanupAt(paused().key(), wanted);
        return actions.confirmationProperty().get().orElseThrow();
    }

    private ConfirmViewModel confirm(Action action) {
        var fitting = action == Action.LAUNCH ? receiving() : paused();
        window.watch.publish(TestOrganisation.of(fitting.build()));
        return ask(action);
    }

    private ConfirmViewModel ask(Action action) {
        actions.select(List.of(paused().key()));
        actions.request(action);
        return actions.confirmationProperty().get().orElseThrow();
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            window.clock.advance(Duration.ofSeconds(1));
            feed.tick();
        }
    }

    private static MigrationBuilder importing() {
        return TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(2));
    }

    private static MigrationBuilder receiving() {
        return TestOrganisation.migration("orders").status("ReceivingFiles", Duration.ofHours(2));
    }

    private static MigrationBuilder paused() {
        return TestOrganisation.migration("orders")
                .status("Paused", Duration.ofHours(2))
                .due(CLEANUP_IDLE, Duration.ofDays(5));
    }
}
