package dev.longshore.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/** Where the journal lies, and how it is opened. */
final class JournalFile {
    private static final String OWNER_ONLY_FOLDER = "rwx------";
    private static final String OWNER_ONLY_FILE = "rw-------";

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

    /** Makes folder and file where they are missing, readable by the owner only. */
    void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            restrict(folder, OWNER_ONLY_FOLDER);
        }
        if (!Files.exists(database())) {
            Files.createFile(database());
        }
        restrict(database(), OWNER_ONLY_FILE);
    }

    /** A connection that reads and writes; a commit on it returns when the disk has the rows, whatever happens next. */
    Sql openForWriting() throws SQLException {
        var config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return connect(config);
    }

    /** A connection that only reads, and neither waits for the writer nor makes it wait. */
    Sql openForReading() throws SQLException {
        var sql = connect(config());
        sql.script("PRAGMA query_only = ON");
        return sql;
    }

    private SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        return config;
    }

    private Sql connect(SQLiteConfig config) throws SQLException {
        // As a URI, because the driver takes a question mark in a plain path for the beginning of its parameters.
        return new Sql(config.createConnection("jdbc:sqlite:" + database().toUri()));
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
