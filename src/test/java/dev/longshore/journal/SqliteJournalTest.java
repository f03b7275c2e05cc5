package dev.longshore.journal;

import static dev.longshore.journal.Samples.BILLING;
import static dev.longshore.journal.Samples.NOON;
import static dev.longshore.journal.Samples.ORDERS;
import static dev.longshore.journal.Samples.PROD;
import static dev.longshore.journal.Samples.command;
import static dev.longshore.journal.Samples.connection;
import static dev.longshore.journal.Samples.database;
import static dev.longshore.journal.Samples.observation;
import static dev.longshore.journal.Samples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Action;
import dev.longshore.model.BlindSpan;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.KeptAlert;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Notice;
import dev.longshore.model.Observation;
import dev.longshore.model.Observed;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteJournalTest {
    @TempDir Path folder;

    private SqliteJournal journal;

    @BeforeEach
    void open() {
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void restart() {
        close();
        open();
    }

    private LastKnown observe(Observation... observations) {
        var known = LastKnown.first(observations[0]);
        for (var each : observations) {
            known = known.and(each);
            journal.observed(each, known);
        }
        return known;
    }

    @Test
    void keepsConnectionsInTheOrderTheyWereMade() {
        journal.keep(connection("b", "First"));
        journal.keep(connection("a", "Second"));
        restart();
        assertThat(journal.connections()).containsExactly(connection("b", "First"), connection("a", "Second"));
    }

    @Test
    void aRenamedConnectionStaysInItsPlace() {
        journal.keep(connection("b", "First"));
        journal.keep(connection("a", "Second"));
        journal.keep(connection("b", "Renamed"));
        assertThat(journal.connections()).containsExactly(connection("b", "Renamed"), connection("a", "Second"));
    }

    @Test
    void forgettingAConnectionTakesItsMigrationsAndDatabasesOffTheListAndNoOther() {
        var other = new MigrationKey(new ConnectionId("test"), ORDERS.ref());
        journal.keep(connection("prod", "Production"));
        journal.keep(registered(ORDERS));
        journal.keep(registered(other));
        journal.keepDatabases(PROD, List.of(database("db-1")));
        journal.forget(PROD);
        assertThat(journal.connections()).isEmpty();
        assertThat(journal.register()).containsExactly(registered(other));
        assertThat(journal.databases(PROD)).isEmpty();
    }

    @Test
    void forgettingAConnectionKeepsWhatWasObserved() {
        journal.keep(connection("prod", "Production"));
        journal.keep(registered(ORDERS));
        observe(observation(ORDERS, NOON, "ReceivingFiles", ""));
        journal.forget(PROD);
        assertThat(journal.history(ORDERS, NOON).observations()).hasSize(1);
    }

    @Test
    void keepsTheRegisterInTheOrderItWasMade() {
        journal.keep(registered(ORDERS));
        journal.keep(registered(BILLING));
        journal.keep(registered(ORDERS).named("renamed"));
        restart();
        assertThat(journal.register()).containsExactly(registered(ORDERS).named("renamed"), registered(BILLING));
    }

    @Test
    void keepsTheTagsOfAMigration() {
        journal.keep(registered(ORDERS).tagged(List.of("tier 1", "eu, west")));
        restart();
        assertThat(journal.register()).containsExactly(registered(ORDERS).tagged(List.of("tier 1", "eu, west")));
    }

    @Test
    void removingAMigrationTakesItOffTheListAndKeepsWhatWasObserved() {
        journal.keep(registered(ORDERS));
        observe(observation(ORDERS, NOON, "ReceivingFiles", ""));
        journal.remove(ORDERS);
        assertThat(journal.register()).isEmpty();
        assertThat(journal.lastKnown()).isEmpty();
        assertThat(journal.history(ORDERS, NOON).observations()).hasSize(1);
    }

    @Test
    void keepsTheDatabasesAsLastListed() {
        journal.keepDatabases(PROD, List.of(database("old", "dc-0")));
        journal.keepDatabases(PROD, List.of(database("db-2", "dc-2", "dc-1"), database("db-1")));
        restart();
        assertThat(journal.databases(PROD)).containsExactly(database("db-2", "dc-2", "dc-1"), database("db-1"));
        assertThat(journal.databases(new ConnectionId("test"))).isEmpty();
    }

    @Test
    void anObservationThatSaysSomethingNewIsARowOfItsOwn() {
        var first = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var second = observation(ORDERS, NOON.plusSeconds(60), "ImportInProgress", "11%");
        observe(first, second);
        restart();
        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(first, second);
    }

    @Test
    void anObservationThatSaysTheSameOnlyMovesTheAge() {
        journal.keep(registered(ORDERS));
        var first = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var same = observation(ORDERS, NOON.plusSeconds(60), "ImportInProgress", "10%");
        var known = observe(first, same);
        restart();
        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(first);
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, known));
        assertThat(known.observedAt()).isEqualTo(same.at());
    }

    @Test
    void theHistoryTellsWhenAStatusWasLastSeenBeforeItChanged() {
        observe(observation(ORDERS, NOON, "ImportInProgress", "10%"),
                observation(ORDERS, NOON.plusSeconds(60), "ImportInProgress", "10%"),
                observation(ORDERS, NOON.plusSeconds(9000), "MigrationDone", "10%"));
        restart();
        assertThat(journal.history(ORDERS, NOON).seenUntil())
                .isEqualTo(Map.of(NOON.plusSeconds(9000), NOON.plusSeconds(60)));
    }

    @Test
    void takesOverWhatWasSeenAndAskedForElsewhereByTime() {
        journal.keep(registered(ORDERS));
        var first = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var paused = observation(ORDERS, NOON.plusSeconds(600), "Paused", "10%");
        var pause = new Command("c-1", ORDERS, Action.PAUSE, null,
                List.of(new CommandState.Requested(NOON.plusSeconds(60)),
                        new CommandState.Observed(NOON.plusSeconds(600))));

        journal.takeOver(List.of(first, paused), List.of(pause));
        restart();

        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(first, paused);
        assertThat(journal.history(ORDERS, NOON).commands()).containsExactly(pause);
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, LastKnown.first(first).and(paused)));
    }

    @Test
    void whatIsSaidAgainAfterSomethingElseIsNewsAgain() {
        var first = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var paused = observation(ORDERS, NOON.plusSeconds(60), "Paused", "10%");
        var again = observation(ORDERS, NOON.plusSeconds(120), "ImportInProgress", "10%");
        observe(first, paused, again);
        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(first, paused, again);
    }

    @Test
    void keepsEachFieldWithItsOwnAge() {
        journal.keep(registered(ORDERS));
        var known = new LastKnown(
                NOON.plusSeconds(9), Status.of("Something new"), NOON.plusSeconds(5), NOON.plusSeconds(4),
                new Observed<>(Status.of("Paused"), NOON.plusSeconds(4)),
                new Observed<>(Progress.of("3 of 7"), NOON.plusSeconds(3)),
                new Observed<>(NOON.plusSeconds(1000), NOON.plusSeconds(2)),
                new Observed<>("s3://b/", NOON.plusSeconds(1)),
                new Observed<>(NOON.plusSeconds(2000), NOON));
        journal.observed(observation(ORDERS, NOON.plusSeconds(9), "Something new", null), known);
        restart();
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, known));
    }

    @Test
    void keepsThatNothingIsKnownOfAField() {
        journal.keep(registered(ORDERS));
        var bare = new Observation(ORDERS, NOON, Status.of("Initializing"), null, null, null, null, null);
        var known = observe(bare);
        restart();
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, known));
        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(bare);
    }

    @Test
    void theHistoryBeginsWithTheStateInWhichTheMigrationWasAtThatTime() {
        var first = observation(ORDERS, NOON, "Initializing", "");
        var second = observation(ORDERS, NOON.plusSeconds(60), "ReceivingFiles", "");
        var third = observation(ORDERS, NOON.plusSeconds(120), "ImportInProgress", "");
        observe(first, second, third);
        assertThat(journal.history(ORDERS, NOON.plusSeconds(90)).observations()).containsExactly(second, third);
    }

    @Test
    void theHistoryFromBeforeTheFirstObservationIsAllOfIt() {
        var first = observation(ORDERS, NOON, "Initializing", "");
        observe(first);
        assertThat(journal.history(ORDERS, NOON.minusSeconds(90)).observations()).containsExactly(first);
    }

    @Test
    void theHistoryOfOneMigrationHoldsNothingOfAnother() {
        observe(observation(BILLING, NOON, "Initializing", ""));
        journal.intent(command("c1", BILLING, NOON));
        journal.blind(new BlindSpan(BILLING, NOON, NOON.plusSeconds(1), BlindSpan.Cause.CLOSED));
        observe(observation(ORDERS, NOON, "Initializing", ""));
        var history = journal.history(ORDERS, NOON);
        assertThat(history.observations()).hasSize(1);
        assertThat(history.commands()).isEmpty();
        assertThat(history.blindSpans()).isEmpty();
    }

    @Test
    void aMigrationNobodyEverSawHasAnEmptyHistory() {
        assertThat(journal.history(ORDERS, NOON).observations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("states")
    void keepsEveryStateOfACommand(CommandState state) {
        var command = command("c1", ORDERS, NOON);
        journal.intent(command);
        journal.reached("c1", state);
        restart();
        assertThat(journal.recentCommands(10)).containsExactly(command.reached(state));
    }

    static List<CommandState> states() {
        var at = NOON.plusSeconds(3);
        return List.of(
                new CommandState.Requested(at), new CommandState.Accepted(at), new CommandState.Unanswered(at, "reset"),
                new CommandState.Observed(at), new CommandState.Refused(at, "409"),
                new CommandState.NoEffect(at, "lag"));
    }

    @Test
    void keepsTheCleanupTimeThatWasAskedFor() {
        var command = new Command(
                "c1", ORDERS, Action.SCHEDULE_CLEANUP, NOON.plusSeconds(86_400),
                List.of(new CommandState.Requested(NOON), new CommandState.Refused(NOON, "rule")));
        journal.intent(command);
        assertThat(journal.recentCommands(1)).containsExactly(command);
    }

    @Test
    void keepsWhoAskedForACommandAndWhyAndTheCleanupTimeOfTheAnswer() {
        var command = new Command(
                "c1", ORDERS, Action.SCHEDULE_CLEANUP, NOON, new Command.Author("dba", "more time"),
                List.of(new CommandState.Requested(NOON), new CommandState.Accepted(NOON, NOON.plusSeconds(1))));
        journal.intent(command);
        restart();
        assertThat(journal.recentCommands(1)).containsExactly(command);
    }

    @Test
    void keepsAlertsWithAllTheirStatesNewestFirst() {
        var soon = alert("a1", new Notice(Notice.Kind.CLEANUP_SOON, Notice.Severity.SOON, NOON, "Soon."))
                .reached(new KeptAlert.State.Acknowledged(NOON.plusSeconds(1)));
        var urgent = new Notice(Notice.Kind.CLEANUP_SOON, Notice.Severity.ACT_NOW, NOON, "Now.");
        var stopped = new KeptAlert(
                "a2", Samples.PROD, null,
                new Notice(Notice.Kind.CONNECTION_STOPPED, Notice.Severity.ACT_NOW, null, "No token."),
                List.of(new KeptAlert.State.Raised(NOON, Notice.Severity.ACT_NOW, "No token.")));
        journal.keepAlerts(List.of(soon, stopped));
        journal.keepAlerts(List.of(soon.raisedAs(urgent, NOON.plusSeconds(2)), stopped));
        restart();
        assertThat(journal.alerts(NOON.plusSeconds(9)))
                .containsExactly(stopped, soon.raisedAs(urgent, NOON.plusSeconds(2)));
    }

    @Test
    void alertsThatAreOverAreFoundByWhatWasKeptLast() {
        var failed = alert("a1", new Notice(Notice.Kind.FAILED, Notice.Severity.ACT_NOW, NOON, "It failed."));
        journal.keepAlerts(List.of(failed));
        journal.keepAlerts(List.of(failed.reached(new KeptAlert.State.Ended(NOON.plusSeconds(5)))));
        assertThat(journal.alerts(NOON.plusSeconds(5))).hasSize(1);
        assertThat(journal.alerts(NOON.plusSeconds(6))).isEmpty();
    }

    private static KeptAlert alert(String id, Notice notice) {
        return new KeptAlert(
                id, Samples.PROD, ORDERS.ref(), notice,
                List.of(new KeptAlert.State.Raised(NOON, notice.severity(), notice.sentence())));
    }

    @Test
    void openCommandsAreThoseWhoseOutcomeIsNotDecided() {
        for (var id : List.of("c1", "c2", "c3", "c4")) {
            journal.intent(command(id, ORDERS, NOON));
        }
        journal.reached("c2", new CommandState.Accepted(NOON));
        journal.reached("c3", new CommandState.Accepted(NOON));
        journal.reached("c3", new CommandState.Observed(NOON));
        journal.reached("c4", new CommandState.Unanswered(NOON, "reset"));
        restart();
        assertThat(journal.openCommands()).extracting(Command::id).containsExactly("c1", "c2", "c4");
    }

    @Test
    void recentCommandsAreTheNewestOfAllMigrations() {
        journal.intent(command("c1", ORDERS, NOON));
        journal.intent(command("c2", BILLING, NOON));
        journal.intent(command("c3", ORDERS, NOON));
        assertThat(journal.recentCommands(2)).extracting(Command::id).containsExactly("c3", "c2");
    }

    @Test
    void theHistoryHoldsTheCommandsThatWereOpenThenOrAskedForLater() {
        for (var id : List.of("decided before", "decided after", "still open")) {
            journal.intent(command(id, ORDERS, NOON));
        }
        journal.reached("decided before", new CommandState.Observed(NOON.plusSeconds(10)));
        journal.reached("decided after", new CommandState.Observed(NOON.plusSeconds(30)));
        journal.intent(command("later", ORDERS, NOON.plusSeconds(40)));
        assertThat(journal.history(ORDERS, NOON.plusSeconds(20)).commands())
                .extracting(Command::id)
                .containsExactly("decided after", "still open", "later");
    }

    @Test
    void refusesAStateOfACommandItDoesNotKnow() {
        assertThatThrownBy(() -> journal.reached("c9", new CommandState.Accepted(NOON)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("There is no command c9");
    }

    @Test
    void refusesTheSameIntentTwiceAndKeepsTheFirst() {
        var command = command("c1", ORDERS, NOON);
        journal.intent(command);
        assertThatThrownBy(() -> journal.intent(command)).isInstanceOf(JournalException.class);
        assertThat(journal.recentCommands(10)).containsExactly(command);
    }

    @Test
    void keepsTheTimesInWhichNobodyWatched() {
        var before = new BlindSpan(ORDERS, NOON, NOON.plusSeconds(10), BlindSpan.Cause.CLOSED);
        var across = new BlindSpan(ORDERS, NOON.plusSeconds(10), NOON.plusSeconds(30), BlindSpan.Cause.ASLEEP);
        var after = new BlindSpan(ORDERS, NOON.plusSeconds(40), NOON.plusSeconds(50), BlindSpan.Cause.UNREACHABLE);
        journal.blind(before);
        journal.blind(across);
        journal.blind(after);
        restart();
        assertThat(journal.history(ORDERS, NOON.plusSeconds(20)).blindSpans()).containsExactly(across, after);
    }

    @Test
    void severalThreadsWriteAndReadAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int number = 0; number < 40; number++) {
                var id = "c" + number;
                tasks.add(() -> {
                    journal.intent(command(id, ORDERS, NOON));
                    journal.reached(id, new CommandState.Accepted(NOON));
                    return journal.history(ORDERS, NOON).commands().size();
                });
            }
            for (var each : threads.invokeAll(tasks)) {
                assertThat(each.get()).isPositive();
            }
        }
        assertThat(journal.openCommands()).hasSize(40).allMatch(each -> each.states().size() == 2);
    }
}
