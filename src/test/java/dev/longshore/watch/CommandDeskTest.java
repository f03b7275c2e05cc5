package dev.longshore.watch;

import static dev.longshore.watch.WatchRig.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.devops.ApiError;
import dev.longshore.model.Action;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Notice;
import dev.longshore.model.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDeskTest {
    @TempDir private Path folder;

    private static Command pause(WatchRig rig) {
        return rig.watch.command(WatchRig.key(ORDERS), Action.PAUSE, null).join();
    }

    private static Command latest(WatchRig rig) {
        return Objects.requireNonNull(rig.row(ORDERS).latest());
    }

    private static boolean paused(WatchRig rig) {
        return Objects.requireNonNull(rig.row(ORDERS).lastKnown()).status().is(Phase.PAUSED);
    }

    @Test
    void isPausedOnlyOnceAnObservationSaysSo() {
        try (var rig = WatchRig.importing(folder)) {
            pause(rig);
            rig.pass(Duration.ofMinutes(2));
            var accepted = latest(rig).state();
            var pausedBefore = paused(rig);
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(2));

            assertThat(accepted).isInstanceOf(CommandState.Accepted.class);
            assertThat(pausedBefore).isFalse();
            assertThat(paused(rig)).isTrue();
            assertThat(latest(rig).state()).isInstanceOf(CommandState.Observed.class);
        }
    }

    @Test
    void writesTheIntentBeforeTheCallLeaves() {
        try (var rig = WatchRig.importing(folder)) {
            var onDisk = new ArrayList<Command>();
            rig.api.duringPost = () -> onDisk.addAll(rig.journal.openCommands());

            var command = pause(rig);

            assertThat(onDisk).singleElement().satisfies(open -> {
                assertThat(open.id()).isEqualTo(command.id());
                assertThat(open.state()).isInstanceOf(CommandState.Requested.class);
            });
        }
    }

    @Test
    void sendsASecondPauseNowhereWhileTheFirstIsOpen() {
        try (var rig = WatchRig.importing(folder)) {
            var second = new ArrayList<Command>();
            rig.api.duringPost = () -> second.add(pause(rig));

            pause(rig);
            second.add(pause(rig));

            assertThat(rig.api.posts).isEqualTo(List.of(Action.PAUSE));
            assertThat(second).allSatisfy(command -> assertThat(command.state())
                    .isInstanceOf(CommandState.Refused.class));
        }
    }

    @Test
    void settlesALostAnswerByTheNextObservation() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.brokenPosts = new ApiError.Network("The answer was lost.", true);
            var command = pause(rig);
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(1));

            assertThat(command.state()).isInstanceOf(CommandState.Unanswered.class);
            assertThat(latest(rig).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(rig.api.posts).hasSize(1);
        }
    }

    @Test
    void saysThatARequestDidNothingWhenTheLagIsOver() {
        try (var rig = WatchRig.importing(folder)) {
            pause(rig);

            rig.pass(Duration.ofMinutes(20));

            assertThat(latest(rig).state()).isInstanceOf(CommandState.NoEffect.class);
            assertThat(rig.api.posts).hasSize(1);
        }
    }

    @Test
    void seesAPauseThatTookLongerThanTheLagAfterAll() {
        try (var rig = WatchRig.importing(folder)) {
            pause(rig);
            rig.pass(Duration.ofMinutes(20));
            var judged = latest(rig).state();
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(10));

            assertThat(judged)
                    .isInstanceOfSatisfying(CommandState.NoEffect.class, nothing -> assertThat(nothing.why())
                            .contains("Jobs that were running may still be ending"));
            assertThat(latest(rig).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(rig.row(ORDERS).notices(rig.clock.instant())).isEmpty();
        }
    }

    @Test
    void tellsAPauseThatSomebodyElseAskedFor() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.row(ORDERS).notices(rig.clock.instant()))
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.CHANGED_BY_OTHERS);
        }
    }

    @Test
    void tellsAChangeThatSomebodyElseMadeWhileTheProgramWasClosed() {
        var rig = WatchRig.importing(folder);
        rig.api.says(ORDERS, "Aborted");
        try (var again = rig.restarted(folder)) {
            again.watch.readHistories();
            again.connect();

            assertThat(again.row(ORDERS).notices(again.clock.instant()))
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.ABORTED_BY_OTHERS);
        }
    }

    @Test
    void leavesTheServiceAloneForAsLongAsTheAnswerToACommandAsks() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.brokenPosts = new ApiError.RateLimited("Too many calls.", Optional.of(Duration.ofMinutes(20)));
            pause(rig);
            var before = rig.api.questions.size();
            rig.pass(Duration.ofMinutes(19));
            var during = rig.api.questions.size();
            rig.pass(Duration.ofMinutes(3));

            assertThat(during).isEqualTo(before);
            assertThat(rig.api.questions.size()).isGreaterThan(during);
            assertThat(latest(rig).state()).isInstanceOf(CommandState.Refused.class);
        }
    }

    @Test
    void doesNotStopAConnectionWhoseRoleMayLookButNotAct() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.brokenPosts = new ApiError.Forbidden("Your role may not do that.");
            pause(rig);
            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.line().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void isSentAtOnceHoweverMuchIsAskedAndThePollingWaits() {
        try (var rig = WatchRig.importing(folder)) {
            for (var call = 0; call < 10; call++) {
                rig.watch.command(
                        WatchRig.key(ORDERS), Action.SCHEDULE_CLEANUP, rig.clock.instant().plus(Duration.ofDays(9)))
                        .join();
                rig.api.says(ORDERS, "ImportInProgress", "34 %", rig.clock.instant().plus(Duration.ofDays(9)));
                rig.watch.tick();
            }
            rig.api.questions.clear();
            rig.watch.tick();

            assertThat(rig.api.posts).isNotEmpty();
            assertThat(rig.api.questions).isEmpty();
            rig.pass(Duration.ofSeconds(10));
            assertThat(rig.api.questions).isNotEmpty();
        }
    }

    @Test
    void isDecidedRightlyInTheEndWhenTheClockJumpsForwardMeanwhile() {
        try (var rig = WatchRig.importing(folder)) {
            pause(rig);
            rig.clock.advance(Duration.ofHours(3));
            rig.pass(Duration.ofMinutes(1));
            rig.api.says(ORDERS, "Paused");

            rig.pass(Duration.ofMinutes(5));

            assertThat(latest(rig).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(rig.api.posts).hasSize(1);
        }
    }

    @Test
    void keepsWhoAskedWhyAndWhatTheServiceAnswered() {
        try (var rig = WatchRig.importing(folder)) {
            var asked = rig.clock.instant().plus(Duration.ofDays(20));
            var answered = rig.clock.instant().plus(Duration.ofDays(7));
            rig.api.says(ORDERS, "ImportInProgress", "34 %", answered);
            rig.watch.command(new CommandRequest(
                    WatchRig.key(ORDERS), Action.SCHEDULE_CLEANUP, asked, " the nodes are slow ")).join();

            var kept = rig.journal.recentCommands(1).getFirst();
            assertThat(kept.author()).isEqualTo(new Command.Author("dba", "the nodes are slow"));
            assertThat(kept.state()).isEqualTo(new CommandState.Accepted(rig.clock.instant(), answered));
        }
    }

    @Test
    void tellsThatTheCleanupWasMovedAwayFromWhatWasAsked() {
        try (var rig = WatchRig.importing(folder)) {
            var asked = rig.clock.instant().plus(Duration.ofDays(20));
            rig.api.says(ORDERS, "ImportInProgress", "34 %", rig.clock.instant().plus(Duration.ofDays(7)));
            rig.pass(Duration.ofMinutes(2));
            rig.watch.command(WatchRig.key(ORDERS), Action.SCHEDULE_CLEANUP, asked).join();
            rig.api.says(ORDERS, "ImportInProgress", "35 %", asked);
            rig.pass(Duration.ofMinutes(2));
            var before = rig.row(ORDERS).notices(rig.clock.instant());
            rig.api.says(ORDERS, "ImportInProgress", "36 %", asked.minus(Duration.ofDays(10)));

            rig.pass(Duration.ofMinutes(2));

            assertThat(before).isEmpty();
            assertThat(rig.row(ORDERS).notices(rig.clock.instant()))
                    .extracting(Notice::kind)
                    .containsExactly(Notice.Kind.CLEANUP_MOVED);
        }
    }

    @Test
    void tellsWhatTheServiceRefused() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.brokenPosts = new ApiError.Conflict("The migration is not importing.");

            assertThat(pause(rig).state())
                    .isInstanceOfSatisfying(CommandState.Refused.class, refused -> assertThat(refused.why())
                            .isEqualTo("The migration is not importing."));
        }
    }

    @Test
    void doesNotStopTheWatchingWhenOnlyActionsAreForbidden() {
        try (var rig = WatchRig.importing(folder)) {
            rig.api.brokenPosts = new ApiError.Forbidden("The token's role may not do that.");

            pause(rig);
            rig.pass(Duration.ofMinutes(2));

            assertThat(rig.line().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void neverRepeatsACallThatWasUnderWayWhenTheProgramEnded() {
        var rig = WatchRig.importing(folder);
        rig.api.brokenPosts = new ApiError.Network("The answer was lost.", true);
        pause(rig);
        try (var again = rig.restarted(folder)) {
            again.api.says(ORDERS, "Paused");
            again.connect();
            again.pass(Duration.ofMinutes(1));

            assertThat(latest(again).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(again.api.posts).hasSize(1);
        }
    }

    @Test
    void asksMoreOftenAfterAnAction() {
        try (var rig = WatchRig.importing(folder)) {
            pause(rig);
            rig.api.questions.clear();

            rig.pass(Duration.ofMinutes(1));

            assertThat(rig.api.questions).hasSizeBetween(3, 6);
        }
    }

    @Test
    void sendsNothingWhenTheIntentCannotBeWritten() {
        try (var rig = WatchRig.importing(folder)) {
            rig.journal.close();

            var command = pause(rig);

            assertThat(command.state()).isInstanceOf(CommandState.Refused.class);
            assertThat(rig.api.posts).isEmpty();
        }
    }
}
