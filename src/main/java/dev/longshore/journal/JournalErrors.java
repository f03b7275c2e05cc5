package dev.longshore.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

/** Turns what went wrong into a sentence that says what happened, to what, and what to do. */
final class JournalErrors {
    private static final int PRIMARY = 0xff;
    private static final String NOT_LOADED = "SQLite, in which the journal is kept, could not be loaded. Mostly this is"
            + " because nothing may be run from the folder for temporary files. Choose another one by setting the"
            + " environment variable JAVA_TOOL_OPTIONS to -Dorg.sqlite.tmpdir=FOLDER.";

    private JournalErrors() {}

    static JournalException of(Path file, Exception cause) {
        return switch (cause) {
            case JournalException told -> told;
            case SQLException fault when fault.getCause() instanceof NativeLibraryNotFoundException ->
                new JournalException(NOT_LOADED, fault);
            case SQLException fault -> new JournalException(sentence(file, fault), fault);
            case IOException fault -> new JournalException(sentence(file, fault), fault);
            default -> new JournalException("The journal " + file + " could not do this: " + cause.getMessage(), cause);
        };
    }

    /** True when the file itself is broken: waiting, or freeing space, would not mend it. */
    static boolean isDamage(SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
            default -> false;
        };
    }

    static boolean isLocked(SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_BUSY, SQLITE_LOCKED -> true;
            default -> false;
        };
    }

    static boolean isGivenUp(SQLException fault) {
        return code(fault) == SQLiteErrorCode.SQLITE_INTERRUPT;
    }

    static String damage(Path file) {
        return "The journal " + file
                + " is damaged, and nothing more is written into it. Start Longshore again: it sets"
                + " the damaged file aside and goes on from the newest backup.";
    }

    private static String sentence(Path file, SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_FULL -> "The disk is full: nothing more can be kept in " + file
                    + ". Free some space there; what was kept before is safe.";
            case SQLITE_READONLY, SQLITE_PERM -> "The journal " + file
                    + " may not be written. Make the file and its folder writable for your user.";
            case SQLITE_CANTOPEN, SQLITE_AUTH -> "The journal " + file
                    + " cannot be opened. See that its folder exists and that your user may read and write it.";
            case SQLITE_BUSY, SQLITE_LOCKED -> "The journal " + file + " is locked by another program, such as an"
                    + " sqlite3 shell in the middle of a transaction. End that and try again; nothing was changed.";
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damage(file);
            case SQLITE_IOERR -> "The disk could not read or write the journal " + file
                    + ". See that it is still there and has space left; what was kept before is safe.";
            default -> "The journal " + file + " could not do this: " + fault.getMessage();
        };
    }

    private static String sentence(Path file, IOException fault) {
        return switch (fault) {
            case FileAlreadyExistsException inTheWay -> inTheWay.getFile()
                    + " is a file, but the journal needs a folder there. Move it away, or choose another data folder.";
            case AccessDeniedException denied -> "Your user may not read and write " + denied.getFile()
                    + ". Change its permissions, or choose another data folder.";
            case FileSystemException told when told.getReason() != null -> told.getFile() + " could not be used for the"
                    + " journal: " + told.getReason() + ". Mend that, or choose another data folder.";
            default -> "The journal " + file + " could not be read or written: " + fault.getMessage() + ".";
        };
    }

    private static SQLiteErrorCode code(SQLException fault) {
        return SQLiteErrorCode.getErrorCode(fault.getErrorCode() & PRIMARY);
    }
}
