package dev.longshore.journal;

import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Looks through a whole file for damage. */
final class Checkup {
    /** What came of it. */
    enum Verdict {
        SOUND,
        DAMAGED,
        /** It was given up before the end. */
        UNDECIDED
    }

    private Checkup() {}

    static Verdict of(Sql sql, BooleanSupplier giveUp) throws SQLException {
        sql.giveUpWhen(giveUp);
        try {
            return sql.one("PRAGMA integrity_check(1)", row -> row.text("integrity_check")).orElse("").equals("ok")
                    ? Verdict.SOUND
                    : Verdict.DAMAGED;
        } catch (SQLException fault) {
            return verdict(fault);
        }
    }

    private static Verdict verdict(SQLException fault) throws SQLException {
        if (Faults.isDamage(fault)) {
            return Verdict.DAMAGED;
        }
        if (Faults.isGivenUp(fault)) {
            return Verdict.UNDECIDED;
        }
        throw fault;
    }
}
