package dev.longshore.journal;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

/** Turns an exception into the fact that says what happened, and to which file. */
final class JournalErrors {
    private static final int PRIMARY = 0xff;

    private JournalErrors() {}

    static JournalException of(Path file, Exception cause) {
        return cause instanceof JournalException known ? known : new JournalException(fact(file, cause), cause);
    }

    private static Fact fact(Path file, Exception cause) {
        return switch (cause) {
            case SQLException fault when fault.getCause() instanceof NativeLibraryNotFoundException ->
                Fact.of(JournalFact.NOT_LOADED);
            case SQLException fault -> fact(file, fault);
            case IOException fault -> fact(file, fault);
            default -> Fact.of(JournalFact.FAILED, file.toString(), String.valueOf(cause.getMessage()));
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

    static boolean isNotOpened(SQLException fault) {
        return code(fault) == SQLiteErrorCode.SQLITE_CANTOPEN;
    }

    private static Fact fact(Path file, SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_FULL -> Fact.of(JournalFact.DISK_FULL, file.toString());
            case SQLITE_READONLY, SQLITE_PERM -> Fact.of(JournalFact.NOT_WRITABLE, file.toString());
            case SQLITE_CANTOPEN, SQLITE_AUTH -> Fact.of(JournalFact.NOT_OPENED, file.toString());
            case SQLITE_BUSY, SQLITE_LOCKED -> Fact.of(JournalFact.LOCKED, file.toString());
            case SQLITE_CORRUPT, SQLITE_NOTADB -> Fact.of(JournalFact.DAMAGED, file.toString());
            case SQLITE_IOERR -> Fact.of(JournalFact.DISK_FAILED, file.toString());
            default -> Fact.of(JournalFact.FAILED, file.toString(), String.valueOf(fault.getMessage()));
        };
    }

    private static Fact fact(Path file, IOException fault) {
        return switch (fault) {
            case FileAlreadyExistsException inTheWay -> Fact.of(JournalFact.FILE_IN_THE_WAY, inTheWay.getFile());
            case AccessDeniedException denied -> Fact.of(JournalFact.ACCESS_DENIED, denied.getFile());
            case FileSystemException other when other.getReason() != null ->
                Fact.of(JournalFact.FILE_SYSTEM, other.getFile(), other.getReason());
            default -> Fact.of(JournalFact.NOT_READ_OR_WRITTEN, file.toString(), String.valueOf(fault.getMessage()));
        };
    }

    private static SQLiteErrorCode code(SQLException fault) {
        return SQLiteErrorCode.getErrorCode(fault.getErrorCode() & PRIMARY);
    }
}
