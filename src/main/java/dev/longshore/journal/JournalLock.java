package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.sql.SQLException;

/**
 * Keeps a data folder to one running program; gone with the program, however it ends. An SQLite file of its own that is
 * held locked: a lock of {@code FileChannel} would be lost on POSIX systems as soon as the same process opened and
 * closed the file a second time.
 */
final class JournalLock {
    private JournalLock() {}

    /**
     * Takes it until the connection is closed.
     *
     * @throws JournalException when another program has it
     */
    static Sql take(JournalFile file) throws IOException, SQLException {
        OwnerPermissions.file(file.lock());
        var sql = file.openLock();
        try {
            // Nothing is ever written into it, so it needs no rollback journal beside it.
            sql.script("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;");
            return sql;
        } catch (SQLException taken) {
            sql.close();
            if (JournalErrors.isLocked(taken)) {
                throw alreadyRunning(file, taken);
            }
            throw taken;
        }
    }

    private static JournalException alreadyRunning(JournalFile file, SQLException taken) {
        return new JournalException(Fact.of(JournalFact.ALREADY_OPEN, file.folder().toString()), taken);
    }
}
