package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** One connection to the file on which everything happens in a transaction, one after the other. */
final class Transactions implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final JournalHealth journalHealth;
    private final Sql sql;
    private final JournalTables journalTables;
    private final String begin;

    private Transactions(JournalHealth journalHealth, Sql sql, JournalTables journalTables, String begin) {
        this.journalHealth = journalHealth;
        this.sql = sql;
        this.journalTables = journalTables;
        this.begin = begin;
    }

    /** @param english words the facts that stand as text in the file, in UTC */
    static Transactions thatWrite(JournalHealth journalHealth, Sql sql, Function<Fact, String> english) {
        return new Transactions(journalHealth, sql, new JournalTables(sql, english), "BEGIN IMMEDIATE");
    }

    static Transactions thatRead(JournalHealth journalHealth, Sql sql) {
        return new Transactions(journalHealth, sql, new JournalTables(sql, Fact::toString), "BEGIN");
    }

    /** @throws JournalException when it could not be done; then nothing of it was */
    void change(Sql.SqlConsumer<JournalTables> tableChange) {
        query(journalTables -> {
            tableChange.accept(journalTables);
            return true;
        });
    }

    /** @throws JournalException when it could not be done; then nothing of it was */
    <T> T query(Sql.SqlFunction<JournalTables, T> tableQuery) {
        lock.lock();
        try {
            sql.script(begin);
            return committed(tableQuery);
        } catch (SQLException fault) {
            throw toJournalException(fault);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw JournalErrors.of(journalHealth.file().database(), unreadable);
        } finally {
            lock.unlock();
        }
    }

    private <T> T committed(Sql.SqlFunction<JournalTables, T> tableQuery) throws SQLException {
        var done = false;
        try {
            var result = tableQuery.apply(journalTables);
            sql.script("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.rollBack();
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself after some faults, a full disk among them; what led here is thrown.
        }
    }

    private JournalException toJournalException(SQLException fault) {
        if (JournalErrors.isDamage(fault)) {
            journalHealth.markDamaged();
        }
        return JournalErrors.of(journalHealth.file().database(), fault);
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            sql.close();
        } finally {
            lock.unlock();
        }
    }
}
