package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Opens a journal: for one program at a time, looked through for damage, begun again from a backup where there is some. */
final class JournalOpener {
    private final JournalFile file;
    private final InstantSource clock;
    private final Duration timeToCheck;
    private final Function<Fact, String> english;
    private final Backups backups;
    private final Recovery recovery;

    /**
     * For the journal in {@code file}.
     *
     * @param timeToCheck what is not looked through for damage in that time is looked through while it is in use
     * @param english words the facts that stand as text in the file, in UTC
     */
    JournalOpener(JournalFile file, InstantSource clock, Duration timeToCheck, Function<Fact, String> english) {
        this.file = file;
        this.clock = clock;
        this.timeToCheck = timeToCheck;
        this.english = english;
        this.backups = new Backups(file.backups());
        this.recovery = new Recovery(file, backups);
    }

    SqliteJournal journal() {
        try {
            OwnerPermissions.folder(file.folder());
            return passOn(JournalLock.take(file), this::checkedAndOpened);
        } catch (IOException | UncheckedIOException | SQLException fault) {
            throw JournalErrors.of(file.database(), fault);
        }
    }

    private SqliteJournal checkedAndOpened(Sql lock) throws IOException, SQLException {
        var now = clock.instant();
        file.refuseOther();
        if (file.isMissing()) {
            var notice = recovery.fromLoss(now);
            return opened(lock, new JournalHealth(file, notice), now.plus(Backups.EVERY));
        }
        return switch (checkIntegrity()) {
            case SOUND -> opened(lock, new JournalHealth(file, Optional.empty()), backups.due(now));
            case UNDECIDED -> opened(lock, new JournalHealth(file, Optional.empty()), now);
            case DAMAGED -> {
                var notice = Optional.of(recovery.fromDamage(now));
                yield opened(lock, new JournalHealth(file, notice), backups.due(now));
            }
        };
    }

    private IntegrityCheck.IntegrityResult checkIntegrity() throws IOException, SQLException {
        var enough = System.nanoTime() + timeToCheck.toNanos();
        var toTheEnd = file.wasFoundDamaged();
        try (var sql = file.openForReading()) {
            return IntegrityCheck.of(sql, () -> !toTheEnd && System.nanoTime() - enough > 0);
        } catch (SQLException fault) {
            if (JournalErrors.isDamage(fault)) {
                return IntegrityCheck.IntegrityResult.DAMAGED;
            }
            throw fault;
        }
    }

    private SqliteJournal opened(Sql lock, JournalHealth journalHealth, Instant upkeepDue)
            throws IOException, SQLException {
        return passOn(file.openForWriting(), writing -> {
            Schema.bringUpToDate(writing, file.database());
            Files.deleteIfExists(file.damageMark());
            return new SqliteJournal(
                    lock,
                    Transactions.thatWrite(journalHealth, writing, english),
                    Transactions.thatRead(journalHealth, file.openForReading()),
                    new DailyMaintenance(file, backups, journalHealth, clock, upkeepDue),
                    journalHealth);
        });
    }

    /** What is done with a connection that was opened. */
    private interface OpeningStep {
        SqliteJournal with(Sql sql) throws IOException, SQLException;
    }

    /** Hands a connection on, or closes it where that fails. */
    private static SqliteJournal passOn(Sql sql, OpeningStep openingStep) throws IOException, SQLException {
        var done = false;
        try {
            var journal = openingStep.with(sql);
            done = true;
            return journal;
        } finally {
            if (!done) {
                sql.close();
            }
        }
    }
}
