package dev.longshore.journal;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.concurrent.locks.ReentrantLock;

/** One connection to the file on which everything happens in a transaction, one after the other. */
final class Transactions implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Health health;
    private final Sql sql;
    private final Tables tables;
    private final String begin;

    private Transactions(Health health, Sql sql, String begin) {
        this.health = health;
        this.sql = sql;
        this.tables = new Tables(sql);
        this.begin = begin;
    }

    static Transactions thatWrite(Health health, Sql sql) {
        return new Transactions(health, sql, "BEGIN IMMEDIATE");
    }

    static Transactions thatRead(Health health, Sql sql) {
        return new Transactions(health, sql, "BEGIN");
    }

    /** What happens in one transaction. */
    interface Work<T> {
        T on(Tables tables) throws SQLException;
    }

    /** What happens in one transaction and answers nothing. */
    interface Change {
        void on(Tables tables) throws SQLException;
    }

    /** @throws JournalException when it could not be done; then nothing of it was */
    void change(Change change) {
        query(tables -> {
            change.on(tables);
            return true;
        });
    }

    /** @throws JournalException when it could not be done; then nothing of it was */
    <T> T query(Work<T> work) {
        turn.lock();
        try {
            sql.script(begin);
            return committed(work);
        } catch (SQLException fault) {
            throw told(fault);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw Faults.of(health.file().database(), unreadable);
        } finally {
            turn.unlock();
        }
    }

    private <T> T committed(Work<T> work) throws SQLException {
        var done = false;
        try {
            var result = work.on(tables);
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

    private JournalException told(SQLException fault) {
        if (Faults.isDamage(fault)) {
            health.damaged();
        }
        return Faults.of(health.file().database(), fault);
    }

    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            sql.close();
        } finally {
            turn.unlock();
        }
    }
}
