package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.connection;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.Command;
import dev.longshore.model.LastKnown;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.NativeLibraryNotFoundException;

class JournalErrorsTest {
    /** SQLite takes the present size where the number is too small. */
    private static final String NO_MORE_PAGES = "PRAGMA max_page_count = 1";

    @TempDir Path temp;

    private Path folder;
    private JournalFile file;

    @BeforeEach
    void prepare() {
        folder = temp.resolve("data");
        file = new JournalFile(folder, TestWait.LIMIT);
    }

    private SqliteJournal open() {
        return open(file);
    }

    private static SqliteJournal open(JournalFile file) {
        return new JournalOpener(file, InstantSource.fixed(NOON), TestWait.LIMIT, EnglishText::say).journal();
    }

    private static void refuses(ThrowingCallable call, String... sentence) {
        assertThatThrownBy(call).isInstanceOf(JournalException.class)
                .satisfies(fault -> assertThat(say(fault)).contains(sentence));
    }

    @Test
    void aFullDiskIsASentenceAndWhatWasKeptBeforeIsStillThere() throws Exception {
        try (var journal = open()) {
            journal.save(connection("prod", "Production"));
        }
        var sql = file.openForWriting();
        sql.script(NO_MORE_PAGES);
        try (var writing = Transactions.thatWrite(new JournalHealth(file, Optional.empty()), sql, EnglishText::say)) {
            var acknowledged = new ArrayList<String>();
            refuses(() -> fill(writing, acknowledged), "The disk is full", file.database().toString(),
                    "Free some space");
            assertThat(acknowledged).isNotEmpty();
            assertThat(ids(writing)).isEqualTo(acknowledged);
        }
    }

    @Test
    void goesOnAsSoonAsTheDiskHasSpaceAgain() throws Exception {
        open().close();
        var sql = file.openForWriting();
        sql.script(NO_MORE_PAGES);
        try (var writing = Transactions.thatWrite(new JournalHealth(file, Optional.empty()), sql, EnglishText::say)) {
            var acknowledged = new ArrayList<String>();
            refuses(() -> fill(writing, acknowledged), "The disk is full");
            sql.script("PRAGMA max_page_count = 4000");
            writing.change(journalTables -> journalTables.commands.add(command("after", ORDERS, NOON)));
            acknowledged.add("after");
            assertThat(ids(writing)).isEqualTo(acknowledged);
        }
    }

    private static void fill(Transactions writing, List<String> acknowledged) {
        for (int number = 0; number < 10_000; number++) {
            var id = "command-" + number;
            writing.change(journalTables -> journalTables.commands.add(command(id, ORDERS, NOON)));
            acknowledged.add(id);
        }
    }

    private static List<String> ids(Transactions transactions) {
        return transactions.query(journalTables -> journalTables.commands.open().stream().map(Command::id).toList());
    }

    @Test
    void aFileThatMayNotBeWrittenIsASentence() throws Exception {
        open().close();
        var sql = file.openForWriting();
        sql.script("PRAGMA query_only = ON");
        try (var writing = Transactions.thatWrite(new JournalHealth(file, Optional.empty()), sql, EnglishText::say)) {
            refuses(
                    () -> writing.change(journalTables -> journalTables.register.save(registered(ORDERS))),
                    file.database() + " is read-only", "Make the file and its folder writable");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsASentence() throws Exception {
        Files.writeString(temp.resolve("data"), "in the way");
        refuses(this::open, temp.resolve("data") + " is a file", "choose another data folder");
    }

    @Test
    void aFolderBelowAFileIsASentence() throws Exception {
        Files.writeString(temp.resolve("file"), "in the way");
        var below = new JournalFile(temp.resolve("file/data"), Duration.ZERO);
        refuses(
                () -> open(below),
                "could not be used for the journal", "choose another data folder");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsASentence() throws Exception {
        Files.createDirectories(file.database());
        refuses(this::open, file.database() + " is a folder", "choose another data folder");
    }

    @Test
    void anotherProgramThatHoldsTheFileLockedIsASentenceAndTheWriteCanBeTriedAgain() throws Exception {
        try (var journal = open(new JournalFile(folder, Duration.ofMillis(50))); var shell = shell()) {
            run(shell, "BEGIN IMMEDIATE");
            refuses(() -> journal.save(registered(ORDERS)), "is locked by another program", "try again");
            run(shell, "ROLLBACK");
            journal.save(registered(ORDERS));
            assertThat(journal.register()).containsExactly(registered(ORDERS));
        }
    }

    @Test
    void readsGoOnWhileAnotherProgramHoldsTheFileLocked() throws Exception {
        try (var journal = open(); var shell = shell()) {
            journal.save(registered(ORDERS));
            run(shell, "BEGIN IMMEDIATE");
            assertThat(journal.register()).containsExactly(registered(ORDERS));
        }
    }

    @Test
    void aLongReadOfAnotherProgramKeepsNobodyWaiting() throws Exception {
        try (var journal = open(); var shell = shell()) {
            run(shell, "BEGIN");
            run(shell, "SELECT * FROM connection");
            journal.save(registered(ORDERS));
            assertThat(journal.register()).containsExactly(registered(ORDERS));
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsASentenceAndTheFirstGoesOn() {
        try (var journal = open()) {
            refuses(this::open, "Longshore already runs with the data folder " + folder, "--data-dir");
            refuses(this::open, "Longshore already runs with the data folder " + folder);
            journal.save(registered(ORDERS));
            assertThat(journal.register()).hasSize(1);
        }
    }

    @Test
    void theFolderIsFreeAgainWhenTheJournalIsClosed() {
        open().close();
        try (var journal = open()) {
            assertThat(journal.register()).isEmpty();
        }
    }

    @Test
    void aFileOfANewerVersionIsASentenceAndIsNotTouched() throws Exception {
        open().close();
        try (var shell = shell()) {
            run(shell, "PRAGMA user_version = 99");
        }
        var before = Files.readAllBytes(file.database());
        refuses(this::open, "written by a newer version", "99", "was not changed");
        assertThat(Files.readAllBytes(file.database())).isEqualTo(before);
    }

    @Test
    void anOpeningThatFailedLeavesTheFolderFree() throws Exception {
        open().close();
        try (var shell = shell()) {
            run(shell, "PRAGMA user_version = 99");
        }
        refuses(this::open, "newer version");
        try (var shell = shell()) {
            run(shell, "PRAGMA user_version = " + Schema.NEWEST);
        }
        try (var journal = open()) {
            assertThat(journal.register()).isEmpty();
        }
    }

    @Test
    void aRowThatSomebodyChangedIntoNonsenseIsASentence() throws Exception {
        try (var journal = open(); var shell = shell()) {
            journal.save(connection("prod", "Production"));
            run(shell, "UPDATE connection SET environment = 'STAGING'");
            refuses(journal::connections, file.database().toString(), "STAGING");
        }
    }

    @Test
    void aRowThatSomebodyEmptiedIsASentence() throws Exception {
        try (var journal = open(); var shell = shell()) {
            journal.save(connection("prod", "Production"));
            run(shell, "ALTER TABLE connection RENAME COLUMN name TO title");
            run(shell, "ALTER TABLE connection ADD COLUMN name TEXT");
            refuses(journal::connections, file.database().toString(), "The column name of a row is empty");
        }
    }

    @Test
    void aLibraryThatCannotBeLoadedIsASentence() {
        var fault = new SQLException("Error", new NativeLibraryNotFoundException("none"));
        assertThat(JournalErrors.of(file.database(), fault).fact()).isEqualTo(Fact.of(JournalFact.NOT_LOADED));
    }

    @Test
    void aChangeThatFailsHalfwayChangesNothing() throws Exception {
        try (var journal = open(); var shell = shell()) {
            run(shell, "CREATE TRIGGER refuse BEFORE INSERT ON last_known BEGIN SELECT raise(ABORT, 'no'); END");
            var observation = observation(ORDERS, NOON, "Initializing", "");
            refuses(() -> journal.recordObservation(observation, LastKnown.first(observation)), "reports an error");
            run(shell, "DROP TRIGGER refuse");
            assertThat(journal.history(ORDERS, NOON).observations()).isEmpty();
        }
    }

    @Test
    void aClosedJournalSaysThatItIsClosed() {
        var journal = open();
        journal.close();
        refuses(() -> journal.save(registered(ORDERS)), "closed");
        refuses(journal::register, "closed");
    }

    @Test
    void closingTwiceDoesNoHarm() {
        var journal = open();
        journal.close();
        journal.close();
        assertThat(file.database()).exists();
    }

    @Test
    void aFolderWithStrangeCharactersIsAFolderLikeAnyOther() throws IOException {
        folder = temp.resolve("a b?mode=memory&c#d%20é");
        file = new JournalFile(folder, TestWait.LIMIT);
        open().close();
        assertThat(Files.size(file.database())).isPositive();
    }

    private java.sql.Connection shell() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file.database());
    }

    private static void run(java.sql.Connection shell, String statement) throws SQLException {
        try (var each = shell.createStatement()) {
            each.execute(statement);
        }
    }
}
