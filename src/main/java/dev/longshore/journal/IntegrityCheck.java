package dev.longshore.journal;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Looks through a whole file for damage. */
final class IntegrityCheck {
    /** What came of it. */
    enum IntegrityResult {
        SOUND,
        DAMAGED,
        /** It was given up before the end. */
        UNDECIDED
    }

    private IntegrityCheck() {}

    static IntegrityResult of(Sql sql, BooleanSupplier giveUp) throws SQLException {
        sql.giveUpWhen(giveUp);
        try {
            return sql.one("PRAGMA integrity_check(1)", resultRow -> resultRow.text("integrity_check")).orElse("")
                    .equals("ok")
                            ? IntegrityResult.SOUND
                            : IntegrityResult.DAMAGED;
        } catch (SQLException fault) {
            return verdict(fault);
        }
    }

    private static IntegrityResult verdict(SQLException fault) throws SQLException {
        if (JournalErrors.isDamage(fault)) {
            return IntegrityResult.DAMAGED;
        }
        if (JournalErrors.isGivenUp(fault)) {
            return IntegrityResult.UNDECIDED;
        }
        throw fault;
    }
}
