package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.CommandState;
import dev.longshore.model.Initialization;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens a file of schema 6, which has sentences and no facts. */
class OlderFactsTest {
    private static final Fact FACT = Fact.of(JournalFact.RESTORED, NOON);

    @TempDir Path folder;

    private SqliteJournal journal;

    @BeforeEach
    void open() throws IOException {
        try (var file = new GZIPInputStream(
                Objects.requireNonNull(getClass().getResourceAsStream("written-by-schema-6.db.gz")))) {
            Files.copy(file, folder.resolve("journal.db"));
        }
        journal = SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void anAlertThatIsOpenIsTheSameAlertWithTheSentenceOfThen() {
        assertThat(journal.alerts(NOON)).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("alert-1");
            assertThat(alert.isAcknowledged()).isTrue();
            assertThat(alert.alert().fact())
                    .isEqualTo(Fact.recorded("The cleanup of orders comes at 2026-11-22 12:00 UTC."));
        });
    }

    @Test
    void aCommandThatIsOpenGoesOn() {
        assertThat(journal.openCommands()).extracting(each -> each.id()).contains("schedule-1");
        journal.recordState("schedule-1", new CommandState.NoEffect(NOON, FACT));
        assertThat(journal.recentCommands(9).getFirst().states()).endsWith(
                new CommandState.Unanswered(NOON.plusSeconds(301), Fact.recorded("No answer came.")),
                new CommandState.NoEffect(NOON, FACT));
    }

    @Test
    void whatInitializeWasAskedForHasItsReason() {
        assertThat(journal.initializations()).singleElement().extracting(Initialization::answer)
                .isInstanceOfSatisfying(
                        Initialization.Answer.Declined.class,
                        declined -> assertThat(declined.why()).isEqualTo(Fact.recorded("Forbidden.")));
    }

    @Test
    void sentencesOfThenAreExportedAsTheyAre() throws IOException {
        var target = folder.resolve("alerts.csv");
        journal.export(ZoneOffset.UTC, EnglishText::say).csv(ExportedTable.ALERTS, target);
        assertThat(target).content().contains("The cleanup of orders comes at 2026-11-22 12:00 UTC.");
    }

    @Test
    void aFactStandsBesideItsTextInEnglishForOtherReaders() throws SQLException {
        journal.recordIntent(command("new", ORDERS, NOON));
        journal.recordState("new", new CommandState.Refused(NOON, FACT));
        try (var shell = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var rows = shell.createStatement()
                        .executeQuery("SELECT why FROM command_log WHERE state = 'REFUSED'")) {
            assertThat(rows.getString(1)).isEqualTo("Longshore continued with its backup of Sat 21 Nov, 12:00 UTC.");
        }
    }

    @Test
    void whereTheFactsAreBrokenTheTextIsTold() throws SQLException {
        journal.recordIntent(command("new", ORDERS, NOON));
        journal.recordState("new", new CommandState.Refused(NOON, FACT));
        try (var shell = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                var change = shell.createStatement()) {
            change.execute("UPDATE command_state SET facts = '{\"fact\": \"JournalFact.OF_A_LATER_VERSION\"}'"
                    + " WHERE facts IS NOT NULL");
        }
        assertThat(journal.recentCommands(1).getFirst().state()).isEqualTo(new CommandState.Refused(
                NOON, Fact.recorded("Longshore continued with its backup of Sat 21 Nov, 12:00 UTC.")));
    }
}
