package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.registered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTest {
    @TempDir Path temp;

    private SqliteJournal open(InstantSource clock) {
        return new JournalOpener(new JournalFile(temp.resolve("share/longshore"), TestWait.LIMIT), clock,
                TestWait.LIMIT, EnglishText::say)
                .journal();
    }

    @Test
    void whatItMakesIsReadableByTheOwnerOnly() throws IOException {
        open(InstantSource.fixed(NOON)).close();
        try (var journal = open(InstantSource.fixed(NOON))) {
            journal.save(registered(ORDERS));
            org.awaitility.Awaitility.await()
                    .until(() -> Files.exists(temp.resolve("share/longshore/backup/journal-20261121T120000Z.db")));
            assertThat(permissions()).isEqualTo(Map.of(
                    "share", "rwx------",
                    "share/longshore", "rwx------",
                    "share/longshore/journal.db", "rw-------",
                    "share/longshore/journal.db-wal", "rw-------",
                    "share/longshore/journal.db-shm", "rw-------",
                    "share/longshore/journal.lock", "rw-------",
                    "share/longshore/backup", "rwx------",
                    "share/longshore/backup/journal-20261121T120000Z.db", "rw-------"));
        }
    }

    @Test
    void readsNoDevice() throws IOException {
        var journal = Files.createDirectories(temp.resolve("share/longshore")).resolve("journal.db");
        Files.createSymbolicLink(journal, Path.of("/dev/zero"));

        assertThatExceptionOfType(JournalException.class).isThrownBy(() -> open(InstantSource.fixed(NOON)))
                .satisfies(no -> assertThat(say(no.fact()))
                        .endsWith("is no file. Move what is there away, or choose another data folder."));
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> SqliteJournal.readList(temp.resolve("share/longshore")));
        Files.delete(journal);
    }

    private Map<String, String> permissions() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(temp)) {
            for (var each : files.skip(1).toList()) {
                found.put(temp.relativize(each).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return found;
    }

    @Test
    void takesAFileThatOthersCouldReadAwayFromThem() throws IOException {
        open(InstantSource.fixed(NOON)).close();
        var database = temp.resolve("share/longshore/journal.db");
        Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
        open(InstantSource.fixed(NOON)).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(database))).isEqualTo("rw-------");
    }

    @Test
    void whatIsLeftFromATimeWhenTheFileWasReadOnlyDoesNotKeepItSo() throws IOException {
        open(InstantSource.fixed(NOON)).close();
        var left = temp.resolve("share/longshore/journal.db-shm");
        Files.createFile(left, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r--------")));
        try (var journal = open(InstantSource.fixed(NOON))) {
            journal.save(registered(ORDERS));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left))).isEqualTo("rw-------");
        }
    }

    /** As on a disk that cannot be written. */
    @Test
    void listsWhatRestsAlsoWhereThereIsNoPlaceForTheFilesBesideIt() throws IOException {
        var folder = temp.resolve("share/longshore");
        try (var journal = open(InstantSource.fixed(NOON))) {
            journal.save(registered(ORDERS));
        }
        Files.createSymbolicLink(folder.resolve("journal.db-shm"), temp.resolve("no folder/journal.db-shm"));

        assertThat(SqliteJournal.readList(folder).migrations()).containsExactly(registered(ORDERS));

        Files.writeString(folder.resolve("journal.db-wal"), "what is not in the file yet");
        assertThat(new JournalFile(folder, TestWait.LIMIT).isAtRest()).isFalse();
    }

    @Test
    void leavesOneFileBehindWhenItIsClosed() throws IOException {
        try (var journal = open(InstantSource.fixed(NOON))) {
            journal.save(registered(ORDERS));
        }
        try (var files = Files.list(temp.resolve("share/longshore"))) {
            assertThat(files.map(each -> each.getFileName().toString()).toList())
                    .isSubsetOf(List.of("journal.db", "journal.lock", "backup"));
        }
    }
}
