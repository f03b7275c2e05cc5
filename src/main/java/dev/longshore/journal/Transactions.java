package dev.longshore.journal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/** One connection to the file on which everything happens in a transaction, one after the other. */
final class Transactions implements AutoCloseable {
    private final ReentrantLock turn = new ReentrantLock();
    private final Path file;
    private final Sql sql;
    private final Tables tables;
    private final String begin;

    private Transactions(Path file, Sql sql, String begin) {
        this.file = file;
        this.sql = sql;
        this.tables = new Tables(sql);
        this.begin = begin;
    }

    static Transactions thatWrite(Path file, Sql sql) {
        return new Transactions(file, sql, "BEGIN IMMEDIATE");
    }

    static Transactions thatRead(Path file, Sql sql) {
        return new Transactions(file, sql, "BEGIN");
    }

    /** What happens in one transaction. */
    interface Work<T> {
        T on(Tables tables) throws SQLException;
    }

    /** What happens in one transaction and answers nothing. */
    interface Change {
        void on(Tables tables) throws SQLException;
    }

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
            throw Faults.of(file, fault);
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
        } catch (RuntimeException fault) {
            throw Faults.of(file, fault);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() {
        try {
            sql.script("ROLLBACK");
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself after some faults, a full disk among them; what led here is thrown.
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            sql.close();
        } catch (SQLException fault) {
            throw Faults.of(file, fault);
        } finally {
            turn.unlock();
        }
    }
}
