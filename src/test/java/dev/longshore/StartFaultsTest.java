package dev.longshore;

import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.cli.Arguments;
import dev.longshore.journal.JournalException;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.fact.FactException;
import dev.longshore.platform.Folders;
import dev.longshore.platform.SingleInstance;
import dev.longshore.support.EnglishText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the program from starting is one sentence, and touches nothing that was kept before. */
class StartFaultsTest {
    @TempDir Path temp;

    private void start(Path folder) throws IOException {
        var arguments = new Arguments.OpenWindow(
                false, Optional.of(folder), Optional.empty(), List.of(), OptionalDouble.empty());
        new AppContext(arguments, new Folders(temp.resolve("usual")), Map.of(), InstantSource.system()).close();
    }

    private static void run(Path folder, String statement) throws SQLException {
        try (var shell = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"))) {
            shell.createStatement().execute(statement);
        }
    }

    private static int version(Path folder) throws SQLException {
        try (var shell = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"))) {
            return shell.createStatement().executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    @Test
    void aDataFolderThatCannotBeMadeIsASentence() throws Exception {
        Files.writeString(temp.resolve("file"), "in the way");

        assertThatThrownBy(() -> start(temp.resolve("file/data")))
                .isInstanceOf(FactException.class)
                .satisfies(fault -> assertThat(say(fault)).contains(temp.resolve("file").toString()).endsWith("."));
    }

    @Test
    void aDataFolderOnAReadOnlyDiskIsASentence() {
        assertThatThrownBy(() -> start(Path.of("/proc/longshore")))
                .isInstanceOf(FactException.class)
                .satisfies(fault -> assertThat(say(fault)).contains("/proc/longshore").endsWith("."));
    }

    @Test
    void aJournalOfANewerVersionIsASentenceAndTheFolderIsFreeAgain() throws Exception {
        start(temp);
        var known = version(temp);
        run(temp, "PRAGMA user_version = 99");

        assertThatThrownBy(() -> start(temp))
                .isInstanceOf(JournalException.class)
                .satisfies(fault -> assertThat(say(fault)).contains("was written by a newer version of Longshore"));

        run(temp, "PRAGMA user_version = " + known);
        start(temp);
    }

    @Test
    void aJournalThatAnotherProgramHoldsIsASentence() throws Exception {
        try (var other = SqliteJournal.open(temp, InstantSource.system(), EnglishText::say)) {
            assertThatThrownBy(() -> start(temp))
                    .isInstanceOf(JournalException.class)
                    .satisfies(fault -> assertThat(say(fault)).contains("Longshore already runs with the data folder"));
            assertThat(other.register()).isEmpty();
        }
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedBeforeItTouchesTheJournal() throws Exception {
        try (var _ = SingleInstance.claim(temp)) {
            assertThatThrownBy(() -> start(temp)).isInstanceOf(FactException.class);
            assertThat(temp.resolve("journal.db")).doesNotExist();
        }
    }
}
