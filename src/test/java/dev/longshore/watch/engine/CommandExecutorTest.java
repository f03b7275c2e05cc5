package dev.longshore.watch.engine;

import static dev.longshore.support.EnglishText.say;
import static dev.longshore.watch.engine.WatchFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.ApiError;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.Phase;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.ExpectedFault;
import dev.longshore.watch.CommandRequest;
import dev.longshore.watch.WatchedConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandExecutorTest {
    @TempDir private Path folder;

    private static Command pause(WatchFixture fixture) {
        return fixture.watch.command(WatchFixture.key(ORDERS), Action.PAUSE, null).join();
    }

    private static Command latest(WatchFixture fixture) {
        return Objects.requireNonNull(fixture.row(ORDERS).latest());
    }

    private static boolean paused(WatchFixture fixture) {
        return Objects.requireNonNull(fixture.row(ORDERS).lastKnown()).status().is(Phase.PAUSED);
    }

    @Test
    void isPausedOnlyOnceAnObservationSaysSo() {
        try (var fixture = WatchFixture.importing(folder)) {
            pause(fixture);
            fixture.pass(Duration.ofMinutes(2));
            var accepted = latest(fixture).state();
            var pausedBefore = paused(fixture);
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(2));

            assertThat(accepted).isInstanceOf(CommandState.Accepted.class);
            assertThat(pausedBefore).isFalse();
            assertThat(paused(fixture)).isTrue();
            assertThat(latest(fixture).state()).isInstanceOf(CommandState.Observed.class);
        }
    }

    @Test
    void writesTheIntentBeforeTheCallLeaves() {
        try (var fixture = WatchFixture.importing(folder)) {
            var onDisk = new ArrayList<Command>();
            fixture.api.duringPost = () -> onDisk.addAll(fixture.journal.openCommands());

            var command = pause(fixture);

            assertThat(onDisk).singleElement().satisfies(open -> {
                assertThat(open.id()).isEqualTo(command.id());
                assertThat(open.state()).isInstanceOf(CommandState.Requested.class);
            });
        }
    }

    @Test
    void sendsASecondPauseNowhereWhileTheFirstIsOpen() {
        try (var fixture = WatchFixture.importing(folder)) {
            var second = new ArrayList<Command>();
            fixture.api.duringPost = () -> second.add(pause(fixture));

            pause(fixture);
            second.add(pause(fixture));

            assertThat(fixture.api.posts).isEqualTo(List.of(Action.PAUSE));
            assertThat(second).allSatisfy(command -> assertThat(command.state())
                    .isInstanceOf(CommandState.Refused.class));
        }
    }

    @Test
    void settlesALostAnswerByTheNextObservation() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);
            var command = pause(fixture);
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(1));

            assertThat(command.state()).isInstanceOf(CommandState.Unanswered.class);
            assertThat(latest(fixture).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void saysThatARequestDidNothingWhenTheLagIsOver() {
        try (var fixture = WatchFixture.importing(folder)) {
            pause(fixture);

            fixture.pass(Duration.ofMinutes(20));

            assertThat(latest(fixture).state()).isInstanceOf(CommandState.NoEffect.class);
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void seesAPauseThatTookLongerThanTheLagAfterAll() {
        try (var fixture = WatchFixture.importing(folder)) {
            pause(fixture);
            fixture.pass(Duration.ofMinutes(20));
            var judged = latest(fixture).state();
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(10));

            assertThat(judged)
                    .isInstanceOfSatisfying(CommandState.NoEffect.class, nothing -> assertThat(say(nothing.why()))
                            .contains("Running jobs may still be finishing"));
            assertThat(latest(fixture).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(fixture.row(ORDERS).alerts(fixture.clock.instant())).isEmpty();
        }
    }

    @Test
    void tellsAPauseThatSomebodyElseAskedFor() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.row(ORDERS).alerts(fixture.clock.instant()))
                    .extracting(Alert::kind)
                    .containsExactly(Alert.Kind.CHANGED_BY_OTHERS);
        }
    }

    @Test
    void tellsAChangeThatSomebodyElseMadeWhileTheProgramWasClosed() {
        var fixture = WatchFixture.importing(folder);
        fixture.api.says(ORDERS, "Aborted");
        try (var again = fixture.restarted(folder)) {
            again.watch.readHistories();
            again.connect();

            assertThat(again.row(ORDERS).alerts(again.clock.instant()))
                    .extracting(Alert::kind)
                    .containsExactly(Alert.Kind.ABORTED_BY_OTHERS);
        }
    }

    @Test
    void leavesTheServiceAloneForAsLongAsTheAnswerToACommandAsks() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.brokenPosts = new ApiError.RateLimited(Fact.recorded("Too many calls."),
                    Optional.of(Duration.ofMinutes(20)));
            pause(fixture);
            var before = fixture.api.questions.size();
            fixture.pass(Duration.ofMinutes(19));
            var during = fixture.api.questions.size();
            fixture.pass(Duration.ofMinutes(3));

            assertThat(during).isEqualTo(before);
            assertThat(fixture.api.questions.size()).isGreaterThan(during);
            assertThat(latest(fixture).state()).isInstanceOf(CommandState.Refused.class);
        }
    }

    @Test
    void doesNotStopAConnectionWhoseRoleMayLookButNotAct() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.brokenPosts = new ApiError.Forbidden(Fact.recorded("Your role may not do that."));
            pause(fixture);
            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void isSentAtOnceHoweverMuchIsAskedAndThePollingWaits() {
        try (var fixture = WatchFixture.importing(folder)) {
            for (var call = 0; call < 10; call++) {
                fixture.watch.command(
                        WatchFixture.key(ORDERS), Action.SCHEDULE_CLEANUP,
                        new CleanupTime(fixture.clock.instant().plus(Duration.ofDays(9))))
                        .join();
                fixture.api.says(ORDERS, "ImportInProgress", "34 %", fixture.clock.instant().plus(Duration.ofDays(9)));
                fixture.watch.tick();
            }
            fixture.api.questions.clear();
            fixture.watch.tick();

            assertThat(fixture.api.posts).isNotEmpty();
            assertThat(fixture.api.questions).isEmpty();
            fixture.pass(Duration.ofSeconds(10));
            assertThat(fixture.api.questions).isNotEmpty();
        }
    }

    @Test
    void isDecidedRightlyInTheEndWhenTheClockJumpsForwardMeanwhile() {
        try (var fixture = WatchFixture.importing(folder)) {
            pause(fixture);
            fixture.clock.advance(Duration.ofHours(3));
            fixture.pass(Duration.ofMinutes(1));
            fixture.api.says(ORDERS, "Paused");

            fixture.pass(Duration.ofMinutes(5));

            assertThat(latest(fixture).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(fixture.api.posts).hasSize(1);
        }
    }

    @Test
    void keepsWhoAskedWhyAndWhatTheServiceAnswered() {
        try (var fixture = WatchFixture.importing(folder)) {
            var asked = fixture.clock.instant().plus(Duration.ofDays(20));
            var answered = fixture.clock.instant().plus(Duration.ofDays(7));
            fixture.api.says(ORDERS, "ImportInProgress", "34 %", answered);
            fixture.watch.command(new CommandRequest(
                    WatchFixture.key(ORDERS), Action.SCHEDULE_CLEANUP, new CleanupTime(asked), " the nodes are slow "))
                    .join();

            var kept = fixture.journal.recentCommands(1).getFirst();
            assertThat(kept.author()).isEqualTo(new Command.Author("dba", "the nodes are slow"));
            assertThat(kept.state()).isEqualTo(new CommandState.Accepted(fixture.clock.instant(), answered));
        }
    }

    @Test
    void tellsThatTheCleanupWasMovedAwayFromWhatWasAsked() {
        try (var fixture = WatchFixture.importing(folder)) {
            var asked = fixture.clock.instant().plus(Duration.ofDays(20));
            fixture.api.says(ORDERS, "ImportInProgress", "34 %", fixture.clock.instant().plus(Duration.ofDays(7)));
            fixture.pass(Duration.ofMinutes(2));
            fixture.watch.command(WatchFixture.key(ORDERS), Action.SCHEDULE_CLEANUP, new CleanupTime(asked)).join();
            fixture.api.says(ORDERS, "ImportInProgress", "35 %", asked);
            fixture.pass(Duration.ofMinutes(2));
            var before = fixture.row(ORDERS).alerts(fixture.clock.instant());
            fixture.api.says(ORDERS, "ImportInProgress", "36 %", asked.minus(Duration.ofDays(10)));

            fixture.pass(Duration.ofMinutes(2));

            assertThat(before).isEmpty();
            assertThat(fixture.row(ORDERS).alerts(fixture.clock.instant()))
                    .extracting(Alert::kind)
                    .containsExactly(Alert.Kind.CLEANUP_MOVED);
        }
    }

    @Test
    void tellsWhatTheServiceRefused() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.brokenPosts = new ApiError.Conflict(Fact.recorded("The migration is not importing."));

            assertThat(pause(fixture).state())
                    .isInstanceOfSatisfying(CommandState.Refused.class, refused -> assertThat(say(refused.why()))
                            .isEqualTo("The migration is not importing."));
        }
    }

    @Test
    void doesNotStopTheWatchingWhenOnlyActionsAreForbidden() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.api.brokenPosts = new ApiError.Forbidden(Fact.recorded("The token's role may not do that."));

            pause(fixture);
            fixture.pass(Duration.ofMinutes(2));

            assertThat(fixture.connection().health()).isInstanceOf(WatchedConnection.Health.Watching.class);
        }
    }

    @Test
    void neverRepeatsACallThatWasUnderWayWhenTheProgramEnded() {
        var fixture = WatchFixture.importing(folder);
        fixture.api.brokenPosts = new ApiError.Network(Fact.recorded("The answer was lost."), true);
        pause(fixture);
        try (var again = fixture.restarted(folder)) {
            again.api.says(ORDERS, "Paused");
            again.connect();
            again.pass(Duration.ofMinutes(1));

            assertThat(latest(again).state()).isInstanceOf(CommandState.Observed.class);
            assertThat(again.api.posts).hasSize(1);
        }
    }

    @Test
    void asksMoreOftenAfterAnAction() {
        try (var fixture = WatchFixture.importing(folder)) {
            pause(fixture);
            fixture.api.questions.clear();

            fixture.pass(Duration.ofMinutes(1));

            assertThat(fixture.api.questions).hasSizeBetween(3, 6);
        }
    }

    @Test
    @ExpectedFault("The journal could not be written")
    void sendsNothingWhenTheIntentCannotBeWritten() {
        try (var fixture = WatchFixture.importing(folder)) {
            fixture.journal.close();

            var command = pause(fixture);

            assertThat(command.state()).isInstanceOf(CommandState.Refused.class);
            assertThat(fixture.api.posts).isEmpty();
        }
    }
}
