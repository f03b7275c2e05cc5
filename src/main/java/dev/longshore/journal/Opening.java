package dev.longshore.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Opens a journal: for one program at a time, looked through for damage, begun again from a backup where there is some. */
final class Opening {
    /** A window waits for this. A file too big to be looked through in that time is looked through while it is in use. */
    private static final Duration TIME_TO_LOOK = Duration.ofMillis(500);

    private final JournalFile file;
    private final InstantSource clock;
    private final Backups backups;
    private final Rescue rescue;

    Opening(JournalFile file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.backups = new Backups(file.backups());
        this.rescue = new Rescue(file, backups);
    }

    SqliteJournal journal() {
        try {
            OwnerOnly.folder(file.folder());
            return handOn(JournalLock.take(file), this::lookedThrough);
        } catch (IOException | UncheckedIOException | SQLException fault) {
            throw Faults.of(file.database(), fault);
        }
    }

    private SqliteJournal lookedThrough(Sql lock) throws IOException, SQLException {
        var now = clock.instant();
        if (Files.isDirectory(file.database())) {
            throw new JournalException("The journal " + file.database()
                    + " is a folder, but must be a file. Move that folder away, or choose another data folder.");
        }
        if (file.isMissing()) {
            var notice = rescue.fromLoss(now);
            return opened(lock, new Health(file, notice), now.plus(Backups.EVERY));
        }
        return switch (look()) {
            case SOUND -> opened(lock, new Health(file, Optional.empty()), backups.due(now));
            case UNDECIDED -> opened(lock, new Health(file, Optional.empty()), now);
            case DAMAGED -> {
                var notice = Optional.of(rescue.fromDamage(now));
                yield opened(lock, new Health(file, notice), backups.due(now));
            }
        };
    }

    private Checkup.Verdict look() throws IOException, SQLException {
        var enough = System.nanoTime() + TIME_TO_LOOK.toNanos();
        var toTheEnd = file.wasFoundDamaged();
        try (var sql = file.openForReading()) {
            return Checkup.of(sql, () -> !toTheEnd && System.nanoTime() - enough > 0);
        } catch (SQLException fault) {
            if (Faults.isDamage(fault)) {
                return Checkup.Verdict.DAMAGED;
            }
            throw fault;
        }
    }

    private SqliteJournal opened(Sql lock, Health health, Instant upkeepDue) throws IOException, SQLException {
        return handOn(file.openForWriting(), writing -> {
            Schema.bringUpToDate(writing, file.database());
            Files.deleteIfExists(file.damageMark());
            return new SqliteJournal(
                    lock,
                    Transactions.thatWrite(health, writing),
                    Transactions.thatRead(health, file.openForReading()),
                    new Upkeep(file, backups, health, clock, upkeepDue),
                    health);
        });
    }

    /** What is done with a connection that was opened. */
    private interface Step {
        SqliteJournal with(Sql sql) throws IOException, SQLException;
    }

    /** Hands a connection on, or closes it where that fails. */
    private static SqliteJournal handOn(Sql sql, Step step) throws IOException, SQLException {
        var done = false;
        try {
            var journal = step.with(sql);
            done = true;
            return journal;
        } finally {
            if (!done) {
                sql.close();
            }
        }
    }
}
