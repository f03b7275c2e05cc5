package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The journal in one SQLite file, {@code journal.db} in the data folder, which the {@code sqlite3} tool can read at any
 * time. Only one program at a time has it open.
 */
public final class SqliteJournal extends SqlJournal {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** A window waits for it. */
    private static final Duration TIME_TO_CHECK = Duration.ofMillis(500);

    private final Sql lock;
    private final DailyMaintenance dailyMaintenance;
    private final JournalHealth journalHealth;

    SqliteJournal(Sql lock, Transactions writing, Transactions reading, DailyMaintenance dailyMaintenance,
            JournalHealth journalHealth) {
        super(writing, reading);
        this.lock = lock;
        this.dailyMaintenance = dailyMaintenance;
        this.journalHealth = journalHealth;
        dailyMaintenance.runIfDue();
    }

    /**
     * Opens the journal of a data folder, or begins one. Blocks: it looks for damage, at most half a second before it
     * returns and then in the background.
     *
     * @param dataFolder made where there is none, for its owner only
     * @param english words the facts that stand as text in the file, for those who read it with other tools, in UTC
     * @throws JournalException when that is not possible
     */
    public static SqliteJournal open(Path dataFolder, InstantSource clock, Function<Fact, String> english) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        return new JournalOpener(file, clock, TIME_TO_CHECK, english).journal();
    }

    /**
     * What a data folder's list holds, read beside the program that has the journal open, if any does. Blocks; makes
     * nothing where there is no journal.
     *
     * @throws JournalException when it cannot be read
     */
    public static StoredList readList(Path dataFolder) {
        var file = new JournalFile(dataFolder.toAbsolutePath(), PATIENCE);
        try {
            file.refuseOther();
            return file.isMissing() ? StoredList.empty() : readList(file);
        } catch (IOException | SQLException fault) {
            throw JournalErrors.of(file.database(), fault);
        }
    }

    /** On a disk that cannot be written, nobody can have it open, and there is no place for what SQLite reads it by. */
    private static StoredList readList(JournalFile file) throws IOException, SQLException {
        try (var sql = file.openForReading()) {
            return readList(file, sql);
        } catch (SQLException fault) {
            if (!JournalErrors.isNotOpened(fault) || !file.isAtRest()) {
                throw fault;
            }
        }
        try (var sql = file.openAtRest()) {
            return readList(file, sql);
        }
    }

    private static StoredList readList(JournalFile file, Sql sql) throws SQLException {
        Schema.refuseNewer(sql, file.database());
        return Transactions.thatRead(new JournalHealth(file, Optional.empty()), sql).query(StoredList::of);
    }

    @Override
    public Optional<Fact> notice() {
        return journalHealth.notice();
    }

    @Override
    void beforeChange() {
        journalHealth.refuseIfDamaged();
    }

    @Override
    void afterChange() {
        dailyMaintenance.runIfDue();
    }

    @Override
    JournalExport.Source source() {
        return new JournalExport.Source(journalHealth.file()::openForReading, journalHealth);
    }

    @Override
    public JournalFigures figures() {
        try {
            return JournalFigures.of(journalHealth.file());
        } catch (SQLException | IOException fault) {
            throw journalHealth.toJournalException(fault);
        }
    }

    @Override
    public void close() {
        dailyMaintenance.close();
        super.close();
        closeQuietly(lock);
    }
}
