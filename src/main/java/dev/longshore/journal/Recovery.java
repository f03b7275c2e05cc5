package dev.longshore.journal;

import dev.longshore.atomicfile.AtomicFile;
import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

/** Begins the journal again where its file is damaged or gone: from the newest sound backup, or empty. */
final class Recovery {
    private final JournalFile file;
    private final Backups backups;

    Recovery(JournalFile file, Backups backups) {
        this.file = file;
        this.backups = backups;
    }

    /** Sets the damaged file aside and begins again; says so. */
    Fact fromDamage(Instant now) throws IOException, SQLException {
        var aside = setAside(now);
        return Fact.sentences(
                Fact.of(JournalFact.SET_ASIDE, file.database().toString(), aside.getFileName().toString()),
                restore().map(backup -> restored(backup, JournalFact.REST_IS_SET_ASIDE))
                        .orElse(Fact.of(JournalFact.BEGUN_EMPTY)));
    }

    /** Where a backup shows that there was a journal, begins again from it and says so. */
    Optional<Fact> fromLoss(Instant now) throws IOException, SQLException {
        if (backups.newestFirst().isEmpty()) {
            return Optional.empty();
        }
        setAside(now);
        return restore().map(backup -> Fact.sentences(
                Fact.of(JournalFact.GONE, file.database().toString()), restored(backup, JournalFact.REST_IS_LOST)));
    }

    private static Fact restored(Backups.Backup backup, JournalFact rest) {
        return Fact.sentences(Fact.of(JournalFact.RESTORED, backup.madeAt()), Fact.of(rest));
    }

    /** The file together with its write-ahead log, so that the sqlite3 tool can still open it. */
    private Path setAside(Instant now) throws IOException {
        var aside = freeName("journal.db.damaged-" + Backups.STAMP.format(now));
        move(file.database(), aside);
        move(file.writeAheadLog(), Path.of(aside + "-wal"));
        Files.deleteIfExists(file.sharedMemory());
        return aside;
    }

    /** Two may be set aside within a second. */
    private Path freeName(String name) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> file.folder().resolve(number == 1 ? name : name + "-" + number))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }

    private Optional<Backups.Backup> restore() throws IOException, SQLException {
        for (var backup : backups.newestFirst()) {
            if (isSound(backup)) {
                putInPlace(backup);
                return Optional.of(backup);
            }
        }
        return Optional.empty();
    }

    private void putInPlace(Backups.Backup backup) throws IOException {
        var unfinished = file.folder().resolve("journal.db.unfinished");
        Files.copy(backup.file(), unfinished, StandardCopyOption.REPLACE_EXISTING);
        OwnerPermissions.file(unfinished);
        AtomicFile.replace(unfinished, file.database());
    }

    private boolean isSound(Backups.Backup backup) throws SQLException {
        try (var sql = file.openForReading(backup.file())) {
            return IntegrityCheck.of(sql, () -> false) == IntegrityCheck.IntegrityResult.SOUND;
        } catch (SQLException fault) {
            if (JournalErrors.isDamage(fault)) {
                return false;
            }
            throw fault;
        }
    }
}
