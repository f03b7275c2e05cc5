package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Where the journal lies, and how it is opened. */
final class JournalFile {
    private final Path folder;
    private final Duration patience;

    /**
     * The journal in a data folder.
     *
     * @param patience how long to wait while another program has the file locked
     */
    JournalFile(Path folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    Path folder() {
        return folder;
    }

    Path database() {
        return folder.resolve("journal.db");
    }

    /** What was committed and is not in the file yet. */
    Path writeAheadLog() {
        return folder.resolve("journal.db-wal");
    }

    /** By which several connections find their way in the write-ahead log. */
    Path sharedMemory() {
        return folder.resolve("journal.db-shm");
    }

    /** Held by the program that has the journal open. */
    Path lock() {
        return folder.resolve("journal.lock");
    }

    /** There when the file was found damaged while it was in use, for the next start. */
    Path damageMark() {
        return folder.resolve("journal.damaged");
    }

    boolean wasFoundDamaged() {
        return Files.exists(damageMark());
    }

    Path backups() {
        return folder.resolve("backup");
    }

    /**
     * Nothing but a file is a journal; whoever reads a pipe or a device may wait for ever.
     *
     * @throws JournalException when something else is in its place
     */
    void refuseOther() {
        if (Files.isDirectory(database())) {
            throw new JournalException(Fact.of(JournalFact.FOLDER_IN_THE_WAY, database().toString()));
        }
        if (Files.exists(database()) && !Files.isRegularFile(database())) {
            throw new JournalException(Fact.of(JournalFact.NO_FILE_IN_THE_WAY, database().toString()));
        }
    }

    /** True when there is no journal yet, or no more: SQLite would take a file of no length for a new one. */
    boolean isMissing() throws IOException {
        return Files.notExists(database()) || (Files.isRegularFile(database()) && Files.size(database()) == 0);
    }

    /** A connection that reads and writes; a commit on it returns when the disk has the rows, whatever happens next. */
    Sql openForWriting() throws SQLException, IOException {
        OwnerPermissions.file(database());
        // SQLite makes them as the file is; left over from a time when it was read-only, they would keep it so.
        OwnerPermissions.sameAs(database(), writeAheadLog());
        OwnerPermissions.sameAs(database(), sharedMemory());
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return connect(database(), config);
    }

    /** A connection to the lock's own file that does not wait. */
    Sql openLock() throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        return connect(lock(), config);
    }

    /** A connection that only reads, and neither waits for the writer nor makes it wait. */
    Sql openForReading() throws SQLException {
        return openForReading(database());
    }

    /** The same to a backup. */
    Sql openForReading(Path backup) throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return connect(backup, config);
    }

    /** True when no program has it open, and everything that was committed is in the one file. */
    boolean isAtRest() throws IOException {
        return !Files.isRegularFile(sharedMemory())
                && (Files.notExists(writeAheadLog()) || Files.size(writeAheadLog()) == 0);
    }

    /** A connection that only reads what {@linkplain #isAtRest rests}, and needs no file beside it for that. */
    Sql openAtRest() throws SQLException {
        var config = config();
        config.setReadOnly(true);
        return connect(database().toUri() + "?immutable=1", config);
    }

    private SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        return config;
    }

    private static Sql connect(Path file, SQLiteConfig config) throws SQLException {
        // As a URI, because the driver takes a question mark in a plain path for the beginning of its parameters.
        return connect(file.toUri().toString(), config);
    }

    private static Sql connect(String uri, SQLiteConfig config) throws SQLException {
        return new Sql(config.createConnection("jdbc:sqlite:" + uri), SqlDialect.SQLITE);
    }
}
