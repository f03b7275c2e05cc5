package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.BILLING;
import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.ORDERS;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static dev.longshore.support.EnglishText.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.longshore.model.LastKnown;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TestWait;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path folder;

    private Instant now = NOON;
    private JournalFile file;

    @BeforeEach
    void prepare() {
        file = new JournalFile(folder, TestWait.LIMIT);
    }

    private SqliteJournal open() {
        return new JournalOpener(file, () -> now, TestWait.LIMIT, EnglishText::say).journal();
    }

    /** A journal with a migration in its backup and another that came later. */
    private void keepWithBackup() throws IOException {
        try (var journal = open()) {
            journal.save(registered(ORDERS));
        }
        try (var journal = open()) {
            awaitBackups(1);
            journal.save(registered(BILLING));
        }
    }

    private static ConditionFactory eventually() {
        return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
    }

    private void awaitBackups(int count) {
        eventually().untilAsserted(() -> assertThat(backups()).hasSize(count));
    }

    private List<Path> backups() throws IOException {
        return new Backups(file.backups()).newestFirst().stream().map(Backups.Backup::file).toList();
    }

    private void overwrite(Path path, long from) throws IOException {
        try (var bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.seek(from);
            bytes.write("no sense ".repeat(500).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aSoundJournalHasNothingToSay() {
        try (var journal = open()) {
            assertThat(journal.notice()).isEmpty();
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndTheBackupTakesItsPlace() throws IOException {
        keepWithBackup();
        overwrite(file.database(), 4096);
        now = NOON.plus(Duration.ofHours(2));
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(say(journal.notice().orElseThrow()))
                    .contains("was damaged", "set aside as journal.db.damaged-20261121T140000Z",
                            "backup of Sat 21 Nov, 12:00 UTC");
        }
        assertThat(folder.resolve("journal.db.damaged-20261121T140000Z")).exists();
    }

    @Test
    void aFileWithoutItsBeginningIsDamaged() throws IOException {
        keepWithBackup();
        overwrite(file.database(), 0);
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(journal.notice()).isPresent();
        }
    }

    @Test
    void aFileThatWasCutOffIsDamaged() throws IOException {
        keepWithBackup();
        try (var bytes = new RandomAccessFile(file.database().toFile(), "rw")) {
            bytes.setLength(bytes.length() / 2);
        }
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(journal.notice()).isPresent();
        }
    }

    @Test
    void aDamagedFileWithoutABackupGivesWayToAnEmptyJournal() throws IOException {
        try (var journal = open()) {
            journal.save(registered(ORDERS));
        }
        overwrite(file.database(), 0);
        try (var journal = open()) {
            assertThat(journal.register()).isEmpty();
            assertThat(say(journal.notice().orElseThrow())).contains("was damaged", "no sound backup");
        }
    }

    @Test
    void aDamagedBackupIsPassedOverForAnOlderOne() throws IOException {
        keepWithBackup();
        now = NOON.plus(DAY);
        try (var journal = open()) {
            journal.save(registered(BILLING));
            awaitBackups(2);
        }
        overwrite(backups().getFirst(), 0);
        overwrite(file.database(), 0);
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
        }
    }

    @Test
    void aJournalThatIsGoneIsBegunAgainFromItsBackup() throws IOException {
        keepWithBackup();
        Files.delete(file.database());
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(say(journal.notice().orElseThrow())).contains("was missing", "backup of Sat 21 Nov, 12:00 UTC");
        }
    }

    @Test
    void aJournalOfNoLengthIsGone() throws IOException {
        keepWithBackup();
        Files.write(file.database(), new byte[0]);
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS));
            assertThat(journal.notice()).isPresent();
        }
    }

    @Test
    void whatWasKeptAfterARescueIsThereAtTheNextStart() throws IOException {
        keepWithBackup();
        overwrite(file.database(), 0);
        try (var journal = open()) {
            journal.save(registered(BILLING));
        }
        try (var journal = open()) {
            assertThat(journal.register()).containsExactly(registered(ORDERS), registered(BILLING));
            assertThat(journal.notice()).isEmpty();
        }
    }

    @Test
    void damageThatIsFoundInUseStopsAllWritingAndIsMendedAtTheNextStart() throws IOException {
        keepWithBackup();
        try (var journal = open()) {
            overwrite(file.database(), 4096);
            now = NOON.plus(DAY);
            journal.save(registered(BILLING));
            eventually().until(() -> journal.notice().isPresent());
            assertThatThrownBy(() -> journal.save(registered(BILLING)))
                    .isInstanceOf(JournalException.class)
                    .satisfies(fault -> assertThat(say(fault))
                            .contains("is damaged, and nothing more is written", "Start Longshore again")
                            .isEqualTo(say(journal.notice().orElseThrow())));
            assertThat(file.damageMark()).exists();
        }
        assertThat(backups()).hasSize(1);
        try (var journal = open()) {
            assertThat(say(journal.notice().orElseThrow())).contains("was damaged");
            assertThat(file.damageMark()).doesNotExist();
        }
    }

    @Test
    void makesABackupADayWhileItIsOpen() throws IOException {
        try (var journal = open()) {
            journal.save(registered(ORDERS));
            assertThat(backups()).isEmpty();
            now = NOON.plus(DAY);
            journal.save(registered(BILLING));
            awaitBackups(1);
            now = NOON.plus(DAY.multipliedBy(2));
            var same = observation(ORDERS, now, "Initializing", "");
            journal.recordObservation(same, LastKnown.first(same));
            awaitBackups(2);
        }
    }

    @Test
    void keepsTheSevenNewestBackups() throws IOException {
        open().close();
        for (int day = 0; day < 9; day++) {
            now = NOON.plus(DAY.multipliedBy(day));
            var name = "journal-" + Backups.STAMP.format(now) + ".db";
            try (var journal = open()) {
                eventually().until(() -> Files.exists(file.backups().resolve(name)));
                assertThat(journal.notice()).isEmpty();
            }
        }
        awaitBackups(Backups.KEPT);
        assertThat(backups()).first().asString().contains("20261129");
    }

    @Test
    void aBackupIsAWholeJournalOfItsOwn() throws Exception {
        keepWithBackup();
        try (var sql = file.openForReading(backups().getFirst())) {
            assertThat(IntegrityCheck.of(sql, () -> false)).isEqualTo(IntegrityCheck.IntegrityResult.SOUND);
            assertThat(new JournalTables(sql, EnglishText::say).register.all()).containsExactly(registered(ORDERS));
        }
    }

    @Test
    void aBackupThatCannotBeMadeIsSaidAndTheJournalGoesOn() throws IOException {
        open().close();
        Files.writeString(file.backups(), "in the way");
        try (var journal = open()) {
            eventually().until(() -> journal.notice().isPresent());
            assertThat(say(journal.notice().orElseThrow())).contains("daily backup", file.backups() + " is a file");
            journal.save(registered(ORDERS));
            assertThat(journal.register()).hasSize(1);
        }
    }

    @Test
    void aCheckupThatIsGivenUpIsUndecided() throws Exception {
        open().close();
        try (var sql = file.openForWriting()) {
            sql.script("BEGIN");
            keepObservations(new JournalTables(sql, EnglishText::say), 1_000);
            sql.script("COMMIT");
        }
        try (var sql = file.openForReading()) {
            assertThat(IntegrityCheck.of(sql, () -> true)).isEqualTo(IntegrityCheck.IntegrityResult.UNDECIDED);
        }
    }

    private static void keepObservations(JournalTables journalTables, int count) throws SQLException {
        for (int number = 0; number < count; number++) {
            var each = observation(ORDERS, NOON.plusSeconds(number), "Paused", number + "%");
            journalTables.recordObservation(each, LastKnown.first(each));
        }
    }

    @Test
    void aBackupFromATimeThatIsYetToComeDoesNotKeepANewOneFromBeingMade() throws IOException {
        open().close();
        Files.createDirectories(file.backups());
        Files.write(file.backups().resolve("journal-20991231T000000Z.db"), new byte[0]);
        assertThat(new Backups(file.backups()).due(NOON)).isEqualTo(NOON);
    }

    @Test
    void aBackupIsKeptHoweverManyThereAreFromATimeThatIsYetToCome() throws IOException {
        open().close();
        Files.createDirectories(file.backups());
        for (int day = 1; day <= Backups.KEPT; day++) {
            Files.write(file.backups().resolve("journal-2099010" + day + "T000000Z.db"), new byte[0]);
        }
        var name = "journal-" + Backups.STAMP.format(now) + ".db";

        try (var journal = open()) {
            eventually().untilAsserted(
                    () -> assertThat(backups()).hasSize(Backups.KEPT).last().asString().endsWith(name));
            assertThat(journal.notice()).isEmpty();
        }
    }
}
