package dev.longshore.journal;

import java.sql.SQLException;

/** What an exception of a database means for the journal in it. */
interface JournalFaults {
    /** With the fact that says what happened, and to which journal. */
    JournalException toJournalException(Exception cause);

    /** True when the connection to the database is gone, so that only another one can go on. */
    boolean isDisconnected(SQLException fault);
}
