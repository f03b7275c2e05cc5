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
    private final JournalFaults faults;
    private final Function<Sql, JournalTables> tables;
    private final JournalExport.SqlOpener opener;
    private final String begin;
    private @Nullable OpenTables openTables;

    /** A connection and the tables on it. */
    private record OpenTables(Sql sql, JournalTables journalTables) {}

    /**
     * On connections that are opened when they are needed.
     *
     * @param begin the statements that begin a transaction
     */
    Transactions(JournalFaults faults, JournalExport.SqlOpener opener, Function<Sql, JournalTables> tables,
            String begin) {
        this.faults = faults;
        this.opener = opener;
        this.tables = tables;
        this.begin = begin;
    }

    /** @param english words the facts that stand as text in the file, in UTC */
    static Transactions thatWrite(JournalHealth journalHealth, Sql sql, Function<Fact, String> english) {
        return on(sql, journalHealth, each -> new JournalTables(each, english), "BEGIN IMMEDIATE");
    }

    static Transactions thatRead(JournalHealth journalHealth, Sql sql) {
        return on(sql, journalHealth, each -> new JournalTables(each, Fact::toString), "BEGIN");
    }

    private static Transactions on(Sql sql, JournalFaults faults, Function<Sql, JournalTables> tables, String begin) {
        var transactions = new Transactions(faults, () -> sql, tables, begin);
        transactions.openTables = new OpenTables(sql, tables.apply(sql));
        return transactions;
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
            return committed(begun(), tableQuery);
        } catch (SQLException fault) {
            disconnectAfter(fault);
            throw faults.toJournalException(fault);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw faults.toJournalException(unreadable);
        } finally {
            lock.unlock();
        }
    }

    /** A connection that broke while nothing was under way is replaced before anything is lost by it. */
    private OpenTables begun() throws SQLException {
        var before = openTables;
        if (before == null) {
            return begin(open());
        }
        try {
            return begin(before);
        } catch (SQLException fault) {
            if (!faults.isDisconnected(fault)) {
                throw fault;
            }
            disconnectAfter(fault);
            return begin(open());
        }
    }

    private OpenTables begin(OpenTables open) throws SQLException {
        try {
            open.sql().script(begin);
            return open;
        } catch (SQLException notBegun) {
            rollBack(open.sql());
            throw notBegun;
        }
    }

    private OpenTables open() throws SQLException {
        var sql = opener.open();
        var opened = new OpenTables(sql, tables.apply(sql));
        openTables = opened;
        return opened;
    }

    private void disconnectAfter(SQLException fault) {
        var open = openTables;
        if (open != null && faults.isDisconnected(fault)) {
            openTables = null;
            SqlJournal.closeQuietly(open.sql());
        }
    }

    private static <T> T committed(OpenTables open, Sql.SqlFunction<JournalTables, T> tableQuery)
            throws SQLException {
        var done = false;
        try {
            var result = tableQuery.apply(open.journalTables());
            open.sql().script("COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(open.sql());
            }
        }
    }

    private static void rollBack(Sql sql) {
        try {
            sql.rollBack();
        } catch (SQLException alreadyRolledBack) {
            // SQLite does so by itself after some faults, a full disk among them; what led here is thrown.
        }
    }

    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            if (openTables != null) {
                openTables.sql().close();
                openTables = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
