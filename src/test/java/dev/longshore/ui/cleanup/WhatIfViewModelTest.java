package dev.longshore.ui.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Deadline;
import dev.longshore.model.plan.PlanStep.StepKind;
import dev.longshore.support.SameThreadUi;
import dev.longshore.support.TestOrganisation;
import dev.longshore.support.TestWindow;
import dev.longshore.ui.actions.ActionsViewModel;
import dev.longshore.ui.context.UiContext;
import dev.longshore.ui.feed.SnapshotFeed;
import dev.longshore.watch.WatchedMigration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        assertThat(model.planProperty().get().action()).isPresent();
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
