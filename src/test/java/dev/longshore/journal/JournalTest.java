package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.PROD;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.connection;
import static dev.longshore.journal.JournalSamples.database;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Action;
import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.CleanupTime;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.model.Timed;
import dev.longshore.model.WatchGap;
import dev.longshore.model.fact.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(JournalDatabase.class)
class JournalTest {
    private final JournalDatabase database;

    @TempDir Path folder;

    private Journal journal;

    JournalTest(JournalDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        journal = database.open(folder, NOON);
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
            known = known.updatedBy(each);
            journal.recordObservation(each, known);
        }
        return known;
    }

    @Test
    void keepsConnectionsInTheOrderTheyWereMade() {
        journal.save(connection("b", "First"));
        journal.save(connection("a", "Second"));
        restart();
        assertThat(journal.connections()).containsExactly(connection("b", "First"), connection("a", "Second"));
    }

    @Test
    void aRenamedConnectionStaysInItsPlace() {
        journal.save(connection("b", "First"));
        journal.save(connection("a", "Second"));
        journal.save(connection("b", "Renamed"));
        assertThat(journal.connections()).containsExactly(connection("b", "Renamed"), connection("a", "Second"));
    }

    @Test
    void forgettingAConnectionTakesItsMigrationsAndDatabasesOffTheListAndNoOther() {
        var other = new MigrationKey(new ConnectionId("test"), ORDERS.ref());
        journal.save(connection("prod", "Production"));
        journal.save(registered(ORDERS));
        journal.save(registered(other));
        journal.saveDatabases(PROD, List.of(database("db-1")), NOON);
        journal.forget(PROD);
        assertThat(journal.connections()).isEmpty();
        assertThat(journal.register()).containsExactly(registered(other));
        assertThat(journal.databases(PROD)).isEmpty();
    }

    @Test
    void forgettingAConnectionKeepsWhatWasObserved() {
        journal.save(connection("prod", "Production"));
        journal.save(registered(ORDERS));
        observe(observation(ORDERS, NOON, "ReceivingFiles", ""));
        journal.forget(PROD);
        assertThat(journal.history(ORDERS, NOON).observations()).hasSize(1);
    }

    @Test
    void keepsTheRegisterInTheOrderItWasMade() {
        journal.save(registered(ORDERS));
        journal.save(registered(BILLING));
        journal.save(registered(ORDERS).named("renamed"));
        restart();
        assertThat(journal.register()).containsExactly(registered(ORDERS).named("renamed"), registered(BILLING));
    }

    @Test
    void keepsTheTagsOfAMigration() {
        journal.save(registered(ORDERS).tagged(List.of("tier 1", "eu, west")));
        restart();
        assertThat(journal.register()).containsExactly(registered(ORDERS).tagged(List.of("tier 1", "eu, west")));
    }

    @Test
    void removingAMigrationTakesItOffTheListAndKeepsWhatWasObserved() {
        journal.save(registered(ORDERS));
        observe(observation(ORDERS, NOON, "ReceivingFiles", ""));
        journal.remove(ORDERS);
        assertThat(journal.register()).isEmpty();
        assertThat(journal.lastKnown()).isEmpty();
        assertThat(journal.history(ORDERS, NOON).observations()).hasSize(1);
    }

    @Test
    void keepsTheDatabasesAsLastListed() {
        journal.saveDatabases(PROD, List.of(database("old", "dc-0")), NOON);
        journal.saveDatabases(PROD, List.of(database("db-2", "dc-2", "dc-1"), database("db-1")), NOON);
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
        journal.save(registered(ORDERS));
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
        journal.save(registered(ORDERS));
        var first = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var paused = observation(ORDERS, NOON.plusSeconds(600), "Paused", "10%");
        var pause = new Command("c-1", ORDERS, Action.PAUSE, null,
                List.of(new CommandState.Requested(NOON.plusSeconds(60)),
                        new CommandState.Observed(NOON.plusSeconds(600))));

        journal.importHistory(List.of(first, paused), List.of(pause));
        restart();

        assertThat(journal.history(ORDERS, NOON).observations()).containsExactly(first, paused);
        assertThat(journal.history(ORDERS, NOON).commands()).containsExactly(pause);
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, LastKnown.first(first).updatedBy(paused)));
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
        journal.save(registered(ORDERS));
        var known = new LastKnown(
                NOON.plusSeconds(9), Status.of("Something new"), NOON.plusSeconds(5), NOON.plusSeconds(4),
                new Timed<>(Status.of("Paused"), NOON.plusSeconds(4)),
                new Timed<>(Progress.of("3 of 7"), NOON.plusSeconds(3)),
                new Timed<>(NOON.plusSeconds(1000), NOON.plusSeconds(2)),
                new Timed<>("s3://b/", NOON.plusSeconds(1)),
                new Timed<>(NOON.plusSeconds(2000), NOON));
        journal.recordObservation(observation(ORDERS, NOON.plusSeconds(9), "Something new", null), known);
        restart();
        assertThat(journal.lastKnown()).isEqualTo(Map.of(ORDERS, known));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-rf", "/var/lib/cassandra", "C:\\data", "http://a.blob.core.windows.net/c/", "s3://-x/",
        "s3://b/../other/", "https://a.blob.core.windows.net/c/?sv=1&sig=x", "gs://b/\u001b[201~x/", "file:///etc/",
        "s3://b/\r\nrm -rf x/"})
    void aDirectoryThatAnOlderProgramKeptIsCheckedWhenItIsRead(String directory) {
        journal.save(registered(ORDERS));
        var old = new Observation(ORDERS, NOON, Status.of("ReceivingFiles"), null, null, directory, null, null);
        journal.recordObservation(old, LastKnown.first(old));
        restart();

        assertThat(Objects.requireNonNull(journal.lastKnown().get(ORDERS)).uploadBucketDir()).isNull();
        assertThat(journal.history(ORDERS, NOON).observations()).extracting(Observation::uploadBucketDir)
                .containsOnlyNulls();
    }

    @Test
    void keepsThatNothingIsKnownOfAField() {
        journal.save(registered(ORDERS));
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
        journal.recordIntent(command("c1", BILLING, NOON));
        journal.recordGap(new WatchGap(BILLING, NOON, NOON.plusSeconds(1), WatchGap.Reason.CLOSED));
        observe(observation(ORDERS, NOON, "Initializing", ""));
        var history = journal.history(ORDERS, NOON);
        assertThat(history.observations()).hasSize(1);
        assertThat(history.commands()).isEmpty();
        assertThat(history.watchGaps()).isEmpty();
    }

    @Test
    void aMigrationNobodyEverSawHasAnEmptyHistory() {
        assertThat(journal.history(ORDERS, NOON).observations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("states")
    void keepsEveryStateOfACommand(CommandState state) {
        var command = command("c1", ORDERS, NOON);
        journal.recordIntent(command);
        journal.recordState("c1", state);
        restart();
        assertThat(journal.recentCommands(10)).containsExactly(command.withState(state));
    }

    static List<CommandState> states() {
        var at = NOON.plusSeconds(3);
        return List.of(
                new CommandState.Requested(at), new CommandState.Accepted(at),
                new CommandState.Unanswered(at, Fact.recorded("reset")),
                new CommandState.Observed(at), new CommandState.Refused(at, Fact.recorded("409")),
                new CommandState.NoEffect(at, Fact.recorded("lag")));
    }

    @Test
    void keepsTheCleanupTimeThatWasAskedFor() {
        var command = new Command(
                "c1", ORDERS, Action.SCHEDULE_CLEANUP, new CleanupTime(NOON.plusSeconds(86_400)),
                List.of(new CommandState.Requested(NOON), new CommandState.Refused(NOON, Fact.recorded("rule"))));
        journal.recordIntent(command);
        assertThat(journal.recentCommands(1)).containsExactly(command);
    }

    @Test
    void keepsWhoAskedForACommandAndWhyAndTheCleanupTimeOfTheAnswer() {
        var command = new Command(
                "c1", ORDERS, Action.SCHEDULE_CLEANUP, new CleanupTime(NOON), new Command.Author("dba", "more time"),
                List.of(new CommandState.Requested(NOON), new CommandState.Accepted(NOON, NOON.plusSeconds(1))));
        journal.recordIntent(command);
        restart();
        assertThat(journal.recentCommands(1)).containsExactly(command);
    }

    @Test
    void keepsAlertsWithAllTheirStatesNewestFirst() {
        var soon = alert("a1", new Alert(Alert.Kind.CLEANUP_SOON, Alert.Severity.SOON, NOON, Fact.recorded("Soon.")))
                .withState(new AlertRecord.State.Acknowledged(NOON.plusSeconds(1)));
        var urgent = new Alert(Alert.Kind.CLEANUP_SOON, Alert.Severity.ACT_NOW, NOON, Fact.recorded("Now."));
        var stopped = new AlertRecord(
                "a2", JournalSamples.PROD, null,
                new Alert(Alert.Kind.CONNECTION_STOPPED, Alert.Severity.ACT_NOW, null, Fact.recorded("No token.")),
                List.of(new AlertRecord.State.Raised(NOON, Alert.Severity.ACT_NOW, Fact.recorded("No token."))));
        journal.saveAlerts(List.of(soon, stopped));
        journal.saveAlerts(List.of(soon.raisedAs(urgent, NOON.plusSeconds(2)), stopped));
        restart();
        assertThat(journal.alerts(NOON.plusSeconds(9)))
                .containsExactly(stopped, soon.raisedAs(urgent, NOON.plusSeconds(2)));
    }

    @Test
    void alertsThatAreOverAreFoundByWhatWasKeptLast() {
        var failed = alert("a1",
                new Alert(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, NOON, Fact.recorded("It failed.")));
        journal.saveAlerts(List.of(failed));
        journal.saveAlerts(List.of(failed.withState(new AlertRecord.State.Ended(NOON.plusSeconds(5)))));
        assertThat(journal.alerts(NOON.plusSeconds(5))).hasSize(1);
        assertThat(journal.alerts(NOON.plusSeconds(6))).isEmpty();
    }

    private static AlertRecord alert(String id, Alert alert) {
        return new AlertRecord(
                id, JournalSamples.PROD, ORDERS.ref(), alert,
                List.of(new AlertRecord.State.Raised(NOON, alert.severity(), alert.fact())));
    }

    @Test
    void openCommandsAreThoseWhoseOutcomeIsNotDecided() {
        for (var id : List.of("c1", "c2", "c3", "c4")) {
            journal.recordIntent(command(id, ORDERS, NOON));
        }
        journal.recordState("c2", new CommandState.Accepted(NOON));
        journal.recordState("c3", new CommandState.Accepted(NOON));
        journal.recordState("c3", new CommandState.Observed(NOON));
        journal.recordState("c4", new CommandState.Unanswered(NOON, Fact.recorded("reset")));
        restart();
        assertThat(journal.openCommands()).extracting(Command::id).containsExactly("c1", "c2", "c4");
    }

    @Test
    void recentCommandsAreTheNewestOfAllMigrations() {
        journal.recordIntent(command("c1", ORDERS, NOON));
        journal.recordIntent(command("c2", BILLING, NOON));
        journal.recordIntent(command("c3", ORDERS, NOON));
        assertThat(journal.recentCommands(2)).extracting(Command::id).containsExactly("c3", "c2");
    }

    @Test
    void theHistoryHoldsTheCommandsThatWereOpenThenOrAskedForLater() {
        for (var id : List.of("decided before", "decided after", "still open")) {
            journal.recordIntent(command(id, ORDERS, NOON));
        }
        journal.recordState("decided before", new CommandState.Observed(NOON.plusSeconds(10)));
        journal.recordState("decided after", new CommandState.Observed(NOON.plusSeconds(30)));
        journal.recordIntent(command("later", ORDERS, NOON.plusSeconds(40)));
        assertThat(journal.history(ORDERS, NOON.plusSeconds(20)).commands())
                .extracting(Command::id)
                .containsExactly("decided after", "still open", "later");
    }

    @Test
    void refusesAStateOfACommandItDoesNotKnow() {
        assertThatThrownBy(() -> journal.recordState("c9", new CommandState.Accepted(NOON)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("There is no command c9");
    }

    @Test
    void refusesTheSameIntentTwiceAndKeepsTheFirst() {
        var command = command("c1", ORDERS, NOON);
        journal.recordIntent(command);
        assertThatThrownBy(() -> journal.recordIntent(command)).isInstanceOf(JournalException.class);
        assertThat(journal.recentCommands(10)).containsExactly(command);
    }

    @Test
    void keepsTheTimesInWhichNobodyWatched() {
        var before = new WatchGap(ORDERS, NOON, NOON.plusSeconds(10), WatchGap.Reason.CLOSED);
        var across = new WatchGap(ORDERS, NOON.plusSeconds(10), NOON.plusSeconds(30), WatchGap.Reason.ASLEEP);
        var after = new WatchGap(ORDERS, NOON.plusSeconds(40), NOON.plusSeconds(50), WatchGap.Reason.UNREACHABLE);
        journal.recordGap(before);
        journal.recordGap(across);
        journal.recordGap(after);
        restart();
        assertThat(journal.history(ORDERS, NOON.plusSeconds(20)).watchGaps()).containsExactly(across, after);
    }

    @Test
    void severalThreadsWriteAndReadAtTheSameTime() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Integer>>();
            for (int number = 0; number < 40; number++) {
                var id = "c" + number;
                tasks.add(() -> {
                    journal.recordIntent(command(id, ORDERS, NOON));
                    journal.recordState(id, new CommandState.Accepted(NOON));
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
