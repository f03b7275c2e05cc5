package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.PROD;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.key;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Alert;
import dev.longshore.model.AlertRecord;
import dev.longshore.model.Command;
import dev.longshore.model.CommandState;
import dev.longshore.model.JournalAddress;
import dev.longshore.model.LastKnown;
import dev.longshore.model.Observation;
import dev.longshore.model.StatusChange;
import dev.longshore.model.fact.Fact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TeamServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoProgramsTest {
    private static final Observation PAUSED = observation(ORDERS, NOON, "Paused", "10%");
    private static final Observation STARTED = observation(ORDERS, NOON.plusSeconds(100), "ImportInProgress", "10%");
    private static final Observation FAILED = observation(ORDERS, NOON.plusSeconds(200), "ImportFailed", "10%");
    private static final Observation PAUSED_AGAIN = PAUSED.at(NOON.plusSeconds(300));

    @TempDir Path folder;

    private PostgresJournal anna;
    private PostgresJournal ben;

    @BeforeEach
    void open() {
        anna = open(1);
        ben = open(2);
    }

    @AfterEach
    void close() {
        anna.close();
        ben.close();
    }

    private PostgresServer server(int desk) {
        return new PostgresServer(TeamServer.address(folder), Map.of(), new UUID(0, desk));
    }

    private PostgresJournal open(int desk) {
        return PostgresJournal.open(server(desk), EnglishText::say, "desk " + desk);
    }

    private static void observe(Journal journal, Observation... observations) {
        for (var each : observations) {
            journal.recordObservation(each, LastKnown.first(each));
        }
    }

    @Test
    void manyWhoBeginAtTheSameTimeMakeTheTablesOnce() throws Exception {
        TeamServer.run(folder, "DROP SCHEMA " + TeamServer.schema(folder) + " CASCADE");
        TeamServer.address(folder);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Callable<PostgresJournal>>();
            for (int desk = 0; desk < 8; desk++) {
                var number = desk;
                starts.add(() -> open(number));
            }
            for (var each : threads.invokeAll(starts)) {
                each.get().close();
            }
        }
        assertThat(anna.register()).isEmpty();
    }

    @Test
    void whatWasSeenBeforeAColleagueSawLaterIsBroughtInOnceAndLeavesWhatIsKnown() {
        anna.save(registered(ORDERS));
        var started = observation(ORDERS, NOON, "ImportInProgress", "10%");
        var paused = observation(ORDERS, NOON.plusSeconds(60), "Paused", "20%");
        var done = observation(ORDERS, NOON.plusSeconds(600), "MigrationDone", "100%");
        observe(anna, started, done);

        observe(ben, started, paused, paused, observation(ORDERS, NOON.plusSeconds(590), "MigrationDone", "100%"));

        assertThat(anna.history(ORDERS, NOON).observations()).containsExactly(started, paused, done);
        assertThat(anna.lastKnown()).isEqualTo(Map.of(ORDERS, LastKnown.first(done)));
    }

    @Test
    void whatWasSeenBetweenTwoEqualLooksOfAColleagueSplitsThem() {
        anna.save(registered(ORDERS));
        observe(anna, PAUSED, PAUSED_AGAIN);

        observe(ben, STARTED);
        assertThat(anna.history(ORDERS, NOON).observations()).containsExactly(PAUSED, STARTED, PAUSED_AGAIN);
        observe(ben, FAILED);

        assertThat(anna.history(ORDERS, NOON).observations()).containsExactly(PAUSED, STARTED, FAILED, PAUSED_AGAIN);
        assertThat(anna.lastKnown()).isEqualTo(Map.of(ORDERS, LastKnown.first(PAUSED_AGAIN)));
        observe(anna, observation(ORDERS, NOON.plusSeconds(400), "Paused", "10%"));
        assertThat(anna.history(ORDERS, NOON).observations()).hasSize(4);
    }

    @Test
    void whatWasSeenBetweenTwoEqualLooksBeforeTheNewestSplitsThem() {
        var done = observation(ORDERS, NOON.plusSeconds(600), "MigrationDone", "100%");
        anna.save(registered(ORDERS));
        observe(anna, PAUSED, PAUSED_AGAIN, done);

        observe(ben, STARTED);

        assertThat(anna.history(ORDERS, NOON).observations()).containsExactly(PAUSED, STARTED, PAUSED_AGAIN, done);
        assertThat(anna.lastKnown()).isEqualTo(Map.of(ORDERS, LastKnown.first(done)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasSeenBetweenTwoEqualLooksCorrectsSinceWhenTheStatusHoldsForAll(boolean looksAgainBeforeItHears) {
        anna.save(registered(ORDERS));
        observe(anna, PAUSED);
        var knownToAnna = LastKnown.first(PAUSED).updatedBy(PAUSED_AGAIN);
        anna.recordObservation(PAUSED_AGAIN, knownToAnna);
        var heard = anna.colleagueNews(Long.MAX_VALUE).position();

        observe(ben, STARTED);
        if (looksAgainBeforeItHears) {
            var again = PAUSED.at(NOON.plusSeconds(301));
            knownToAnna = knownToAnna.updatedBy(again);
            anna.recordObservation(again, knownToAnna);
        }
        var news = anna.colleagueNews(heard).observations();
        observe(ben, FAILED);

        assertThat(knownToAnna.since()).isEqualTo(NOON);
        assertThat(news).hasSize(1);
        assertThat(knownToAnna.correctedBy(news.getFirst().lastKnown()).since()).isEqualTo(PAUSED_AGAIN.at());
        var known = Objects.requireNonNull(ben.lastKnown().get(ORDERS));
        assertThat(known.status()).isEqualTo(PAUSED.status());
        assertThat(known.since()).isEqualTo(PAUSED_AGAIN.at());
        assertThat(known.lastInOtherStatus()).isEqualTo(STARTED.at());
    }

    @Test
    void whatWasSeenEarlierOfTheSameStatusCorrectsSinceWhenItHolds() {
        anna.save(registered(ORDERS));
        observe(anna, FAILED, observation(ORDERS, NOON.plusSeconds(300), "Paused", "12%"));

        observe(ben, observation(ORDERS, NOON.plusSeconds(250), "Paused", "11%"));

        assertThat(Objects.requireNonNull(anna.lastKnown().get(ORDERS)).statusChange())
                .isEqualTo(new StatusChange(FAILED.at(), NOON.plusSeconds(250)));
    }

    @Test
    void aLookThatFailedIsHeardUntilSomebodySeesTheMigrationAgain() {
        anna.save(registered(ORDERS));
        observe(anna, PAUSED);
        var failed = new FailedLook(ORDERS, "", NOON.plusSeconds(60), 2, NOON.plusSeconds(120),
                NOON.plusSeconds(30), NOON.plusSeconds(65), 1);
        anna.recordFailedLook(failed);

        assertThat(ben.colleagueNews(0).failedLooks()).containsExactly(new FailedLook(
                ORDERS, anna.desk(), failed.at(), 2, failed.askedAgainAt(), failed.failingSince(), failed.heldUntil(),
                1));
        assertThat(anna.colleagueNews(0).failedLooks()).isEmpty();
        assertThat(ben.colleagueNews(ben.colleagueNews(0).position()).failedLooks()).isEmpty();
        observe(ben, PAUSED_AGAIN);
        assertThat(anna.colleagueNews(0).failedLooks()).isEmpty();
    }

    @Test
    void refusesAnIntentThatDoesNotKnowOfAColleagueOnTheSameDatabase() {
        var seen = ben.colleagueNews(0).position();
        anna.recordIntent(command("c1", ORDERS, NOON), anna.colleagueNews(0).position());

        assertThatThrownBy(() -> ben.recordIntent(command("c2", key("billing"), NOON), seen))
                .isInstanceOf(JournalException.class).hasMessageContaining("COLLEAGUE_FIRST");
        assertThat(anna.recentCommands(9)).extracting(Command::id).containsExactly("c1");

        ben.recordIntent(command("c2", ORDERS, NOON), ben.colleagueNews(seen).position());
        assertThat(anna.recentCommands(9)).extracting(Command::id).containsExactly("c2", "c1");
    }

    @Test
    void recordsAStateOnceHoweverOftenItIsSaid() {
        anna.recordIntent(command("c1", ORDERS, NOON));
        var accepted = new CommandState.Accepted(NOON.plusSeconds(1));
        anna.recordState("c1", accepted);
        anna.recordState("c1", accepted);
        ben.recordState("c1", new CommandState.Observed(NOON.plusSeconds(9)));
        anna.recordState("c1", new CommandState.Unanswered(NOON.plusSeconds(10), Fact.recorded("late")));
        anna.recordState("c1", new CommandState.Observed(NOON.plusSeconds(11)));

        assertThat(anna.recentCommands(1).getFirst().states()).containsExactly(
                new CommandState.Requested(NOON), accepted, new CommandState.Observed(NOON.plusSeconds(9)));
    }

    @Test
    void anIntentThatWasPerhapsRecordedIsWithdrawn() {
        anna.recordIntent(command("c1", ORDERS, NOON));
        anna.withdrawIntent("c1", new CommandState.Refused(NOON, Fact.recorded("cut")));
        anna.withdrawIntent("never recorded", new CommandState.Refused(NOON, Fact.recorded("cut")));
        assertThat(anna.openCommands()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.longshore.journal.JournalTest#states")
    void aCommandIsOpenElsewhereUntilItsOutcomeIsDecided(CommandState state) {
        anna.showPresence();
        anna.recordIntent(command("c1", ORDERS, NOON));
        assertThat(ben.colleagueNews(0).openElsewhere()).containsExactly("c1");
        assertThat(anna.colleagueNews(0).openElsewhere()).isEmpty();

        anna.recordState("c1", state);

        assertThat(ben.colleagueNews(0).openElsewhere().isEmpty()).isEqualTo(!state.isOpen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8s   | 10s  |
            1min | 10s  | &options=-c%20statement_timeout=1min
            8s   | 90s  | &options=-c%20idle_in_transaction_session_timeout=90s
            """)
    void nobodyIsHeldUpForLongUnlessTheAddressSaysSo(String statement, String transaction, @Nullable String options)
            throws SQLException {
        var address = TeamServer.address(folder).url().replaceFirst("&options=[^&]*", "")
                + (options == null ? "" : options);
        try (var sql = new PostgresServer(new JournalAddress(address), Map.of(), new UUID(0, 4)).open()) {
            assertThat(setting(sql, "statement_timeout")).isEqualTo(statement);
            assertThat(setting(sql, "idle_in_transaction_session_timeout")).isEqualTo(transaction);
        }
    }

    private static String setting(Sql sql, String name) throws SQLException {
        return sql.one("SELECT current_setting('" + name + "') AS value", resultRow -> resultRow.text("value"))
                .orElseThrow();
    }

    @Test
    void whoHasLeftIsNotThereAnyMore() {
        anna.showPresence();
        assertThat(ben.colleagueNews(0).team().isAnybodyThere()).isTrue();
        anna.recordIntent(command("c1", ORDERS, NOON));

        anna.close();

        assertThat(ben.colleagueNews(0).team().isAnybodyThere()).isFalse();
        assertThat(ben.openCommands()).extracting(Command::id).containsExactly("c1");
    }

    @Test
    void eachDeskHasItsOwnAlerts() {
        var alert = new Alert(Alert.Kind.FAILED, Alert.Severity.ACT_NOW, NOON, Fact.recorded("It failed."));
        anna.saveAlerts(List.of(new AlertRecord("a1", PROD, ORDERS.ref(), alert,
                List.of(new AlertRecord.State.Raised(NOON, alert.severity(), alert.fact())))));
        assertThat(anna.alerts(NOON)).hasSize(1);
        assertThat(ben.alerts(NOON)).isEmpty();
    }

    @Test
    void aUserWhoMayOnlyReadSeesEverythingAndChangesNothing() {
        anna.save(registered(ORDERS));
        TeamServer.role("only_reads");
        var schema = TeamServer.schema(folder);
        TeamServer.run("GRANT USAGE ON SCHEMA " + schema + " TO only_reads");
        TeamServer.run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO only_reads");
        var reader = new PostgresServer(TeamServer.address(folder, "only_reads"), Map.of(), new UUID(0, 3));

        assertThat(PostgresJournal.readList(reader).migrations()).containsExactly(registered(ORDERS));
        try (var journal = PostgresJournal.open(reader, EnglishText::say, "reader")) {
            assertThat(journal.isForReading()).isTrue();
            assertThat(anna.isForReading()).isFalse();
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(journal.colleagueNews(0).team().names()).isEmpty();
            journal.showPresence();
            observe(journal, observation(ORDERS, NOON, "Paused", null));
            assertThatThrownBy(() -> journal.save(registered(key("billing"))))
                    .isInstanceOf(JournalException.class).hasMessageContaining("SERVER_FOR_READING");
        }
        assertThat(anna.lastKnown()).isEmpty();
        assertThat(anna.colleagueNews(0).team().names()).isEmpty();
    }

    @Test
    void refusesTheTablesOfANewerVersionAndLeavesThemAlone() {
        TeamServer.run(folder, "INSERT INTO longshore_schema (version) VALUES (" + (Schema.NEWEST + 1) + ")");
        assertThatThrownBy(() -> open(3)).isInstanceOf(JournalException.class).hasMessageContaining("NEWER_SCHEMA");
        assertThatThrownBy(() -> PostgresJournal.readList(server(3))).isInstanceOf(JournalException.class)
                .hasMessageContaining("NEWER_SCHEMA");
    }

    @Test
    void saysHowMuchItHolds() {
        anna.save(registered(ORDERS));
        assertThat(anna.figures().rows()).containsEntry("register_entry", 1L);
        assertThat(anna.figures().bytes()).isPositive();
    }
}
