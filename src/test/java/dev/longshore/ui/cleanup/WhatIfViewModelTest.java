package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.launch.LaunchQueue.QueueChange;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.cleanup.WhatIfViewModel.PlanOffer;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.control.calendar.CleanupEntry;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhatIfViewModelTest {
    private static final WatchedMigration RUNNING = TestOrganisation.migration("orders")
            .status("ImportInProgress", Duration.ofHours(30)).ends(Duration.ofHours(60), Duration.ofHours(80))
            .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(70)).build();
    private static final WatchedMigration UPLOADING = TestOrganisation.migration("billing")
            .status("ReceivingFiles", Duration.ofHours(30)).due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(200))
            .build();

    private final TestWindow window = new TestWindow(TestOrganisation.of(UPLOADING, RUNNING));
    private final UiContext context = window.context(new SameThreadUi());
    private final SnapshotFeed feed = new SnapshotFeed(context);
    private final WhatIfViewModel model = new WhatIfViewModel(context, feed, new ActionsViewModel(context, feed));

    @Test
    void aPlannedTimeThatPassesIsToldThoughNothingElseHasChanged() {
        window.watch.publish(TestOrganisation.of(UPLOADING));
        planFor(UPLOADING);
        var launch = TestOrganisation.NOW.plus(Duration.ofMinutes(10));
        model.timeProperty(StepKind.LAUNCH).set(Optional.of(launch));
        assertThat(outcome()).contains("Launch: Sat 21 Nov, 15:40 CET.").doesNotContain("Not in the future");
        var before = window.watch.snapshot();

        window.clock.advance(Duration.ofMinutes(11));
        feed.tick();

        assertThat(window.watch.snapshot()).isSameAs(before);
        assertThat(outcome()).contains("Not in the future, so left out").doesNotContain("The import ends");
    }

    @Test
    void oneClickMakesAPlanThatLosesDataOneThatDoesNot() {
        window.watch.publish(TestOrganisation.of(UPLOADING));
        planFor(UPLOADING);
        model.timeProperty(StepKind.LAUNCH).set(Optional.of(TestOrganisation.NOW.plus(Duration.ofHours(250))));
        assertThat(model.planProperty().get().verdict()).isEqualTo("Data may be lost");
        assertThat(model.planProperty().get().saferCleanup()).isPresent();

        model.makeSafe();

        assertThat(model.planProperty().get().verdict()).isEqualTo("Nothing would be lost");
        assertThat(model.planProperty().get().saferCleanup()).isEmpty();
        assertThat(model.planProperty().get().offer()).isEqualTo(PlanOffer.SCHEDULE);
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void whatIsPlannedIsTheWholeMinuteThatTheDialogHas() {
        planFor(UPLOADING);
        var at = TestOrganisation.NOW.plus(Duration.ofHours(99)).truncatedTo(ChronoUnit.MINUTES);
        model.plan(UPLOADING.key(), at.minusSeconds(17));
        assertThat(model.timeProperty(StepKind.SCHEDULE).get()).contains(at);
        model.plan(UPLOADING.key(), at);
        assertThat(model.timeProperty(StepKind.SCHEDULE).get()).contains(at);
    }

    @Test
    void anEndThatStaysAsItIsIsNotDrawnTwiceInWhicheverPartOfASecondThePlanIsMade() {
        window.clock.advance(Duration.ofMillis(700));
        feed.tick();
        var running = TestOrganisation.migration("orders").status("ImportInProgress", Duration.ofHours(30))
                .ends(Duration.ofHours(60).plusMillis(300), Duration.ofHours(80).plusMillis(900))
                .due(Deadline.Cause.CLEANUP_SCHEDULED, Duration.ofHours(100)).build();
        window.watch.publish(TestOrganisation.of(running));
        planFor(running);

        assertThat(model.planProperty().get().ghosts()).extracting(CleanupEntry::kind)
                .doesNotContain(CleanupEntry.EntryKind.PLANNED_IMPORT_END);
    }

    @Test
    void severalMigrationsOfOneDatabaseAreOnePlanAndWhatWaitsFollowsTheOneBefore() {
        planFor(UPLOADING);
        model.nextProperty().set(true);
        model.daysProperty().set(OptionalDouble.of(2));
        assertThat(model.planProperty().get().offer()).isEqualTo(PlanOffer.QUEUE);
        assertThat(outcome()).contains("Launch: Tue 24 Nov, 03:30 CET to Tue 24 Nov, 23:30 CET.",
                "The import ends: Thu 26 Nov, 03:30 CET to Thu 26 Nov, 23:30 CET.");

        model.migrationProperty().set(Optional.of(RUNNING.key()));
        model.timeProperty(StepKind.PAUSE).set(Optional.of(TestOrganisation.NOW.plus(Duration.ofHours(10))));
        model.timeProperty(StepKind.RESUME).set(Optional.of(TestOrganisation.NOW.plus(Duration.ofHours(20))));

        assertThat(outcome()).contains("orders:", "billing:",
                "Launch: Tue 24 Nov, 13:30 CET to Wed 25 Nov, 09:30 CET.");
        assertThat(model.planProperty().get().ghosts()).extracting(CleanupEntry::key)
                .contains(RUNNING.key(), UPLOADING.key());
        model.migrationProperty().set(Optional.of(UPLOADING.key()));
        assertThat(model.nextProperty().get()).isTrue();
        assertThat(model.daysProperty().get()).hasValue(2);

        model.reset();

        assertThat(model.nextProperty().get()).isFalse();
        model.migrationProperty().set(Optional.of(RUNNING.key()));
        assertThat(model.timeProperty(StepKind.PAUSE).get()).isEmpty();
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void thoseThatWaitAreLaunchedInTheOrderOfTheLaunchQueueAndFollowItWhenItChanges() {
        var stock = TestOrganisation.migration("stock").status("ReceivingFiles", Duration.ofHours(30))
                .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(300)).build();
        window.watch.publish(TestOrganisation.of(UPLOADING, stock, RUNNING));
        feed.tick();
        for (var waiting : List.of(UPLOADING, stock)) {
            planFor(waiting);
            model.nextProperty().set(true);
            model.daysProperty().set(OptionalDouble.of(2));
        }
        var first = "Launch: Tue 24 Nov, 03:30 CET to Tue 24 Nov, 23:30 CET.";
        var second = "Launch: Thu 26 Nov, 03:30 CET to Thu 26 Nov, 23:30 CET.";
        assertThat(outcome()).containsSubsequence("stock:", second, "billing:", first);

        reorder(stock, UPLOADING);

        assertThat(outcome()).containsSubsequence("stock:", first, "billing:", second);
    }

    private void reorder(WatchedMigration... order) {
        var key = order[0].key();
        window.watch.changeQueue(key.databaseKey(), new QueueChange.LaunchesReordered(
                Stream.of(order).map(each -> each.key().ref().migration()).toList())).join();
        feed.tick();
    }

    @Test
    void aPlanIsDrawnAnewOnlyWhereItSaysSomethingElse() {
        var stock = TestOrganisation.migration("stock").status("ReceivingFiles", Duration.ofHours(30))
                .due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(300)).build();
        window.watch.publish(TestOrganisation.of(UPLOADING, stock));
        planFor(UPLOADING);
        model.timeProperty(StepKind.LAUNCH).set(Optional.of(TestOrganisation.NOW.plus(Duration.ofHours(2))));
        model.daysProperty().set(OptionalDouble.of(2));
        var drawn = new ArrayList<String>();
        model.planProperty().addListener((_, _, now) -> drawn.add(now.outcome()));
        window.watch.publish(TestOrganisation.of(UPLOADING, TestOrganisation.migration("stock")
                .status("ReceivingFiles", Duration.ofHours(30)).due(Deadline.Cause.CLEANUP_IDLE, Duration.ofHours(290))
                .build()));
        aSecondPasses();
        assertThat(drawn).isEmpty();

        window.watch.publish(TestOrganisation.of(UPLOADING, RUNNING));
        aSecondPasses();
        assertThat(drawn).hasSize(1);
    }

    private void aSecondPasses() {
        window.clock.advance(Duration.ofSeconds(1));
        feed.tick();
    }

    @Test
    void aPlannedLaunchIsOnlyRemindedOfAtItsTime() {
        var reminded = new ArrayList<Instant>();
        model.onRemind((_, at) -> reminded.add(at));
        window.watch.publish(TestOrganisation.of(UPLOADING));
        planFor(UPLOADING);
        var launch = TestOrganisation.NOW.plus(Duration.ofHours(30));
        model.timeProperty(StepKind.LAUNCH).set(Optional.of(launch));
        assertThat(model.planProperty().get().offer()).isEqualTo(PlanOffer.REMIND);

        model.act();

        assertThat(reminded).containsExactly(launch);
        assertThat(window.watch.requested).isEmpty();
    }

    @Test
    void theOneWhoseCleanupIsUrgentIsOfferedFirst() {
        assertThat(model.mostUrgent(List.of(UPLOADING, RUNNING))).contains(RUNNING.key());
        assertThat(model.mostUrgent(List.of(UPLOADING))).isEmpty();
    }

    private void planFor(WatchedMigration migration) {
        model.planningProperty().set(true);
        model.migrationProperty().set(Optional.of(migration.key()));
    }

    private String outcome() {
        return model.planProperty().get().outcome();
    }
}
