package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One connection to the file on which everything happens in a transaction, one after the other. */
final class Transactions implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<WaitingChange> waiting = new ConcurrentLinkedQueue<>();
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

    /**
     * As {@link #change}; what waits for the disk at the same time shares one transaction and one wait. Where that fails,
     * each is done by itself, so that the fault of one is not that of the others.
     *
     * @throws JournalException when it could not be done; then nothing of it was
     */
    void changeTogether(Sql.SqlConsumer<JournalTables> tableChange) {
        var own = new WaitingChange(tableChange);
        waiting.add(own);
        lock.lock();
        try {
            if (!own.isDone) {
                commitWaiting(own);
            }
        } finally {
            lock.unlock();
        }
        if (own.failure != null) {
            throw own.failure;
        }
    }

    /** A change that another thread may commit with its own; read and written by who holds the lock. */
    private static final class WaitingChange {
        private final Sql.SqlConsumer<JournalTables> tableChange;
        private boolean isDone;
        private @Nullable RuntimeException failure;

        WaitingChange(Sql.SqlConsumer<JournalTables> tableChange) {
            this.tableChange = tableChange;
        }
    }

    /** With {@code own} in any case: who took it out of the queue may have failed on the way. */
    private void commitWaiting(WaitingChange own) {
        var together = new ArrayList<WaitingChange>(List.of(own));
        waiting.remove(own);
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
        }
        try {
            change(journalTables -> {
                for (var each : together) {
                    each.tableChange.accept(journalTables);
                }
            });
        } catch (RuntimeException failure) {
            if (together.size() == 1) {
                together.getFirst().failure = failure;
            } else {
                together.forEach(this::commitAlone);
            }
        }
        together.forEach(each -> each.isDone = true);
    }

    private void commitAlone(WaitingChange waitingChange) {
        try {
            change(waitingChange.tableChange);
        } catch (RuntimeException failure) {
            waitingChange.failure = failure;
        }
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
