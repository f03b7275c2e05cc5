package dev.longshore.journal;

import java.util.Optional;

/**
 * What was found at the address of a team's journal.
 *
 * @param encryption the version of TLS, as the server names it; empty where the connection is not encrypted
 * @param user the name of the database's user
 * @param schema the version of the tables; 0 where there are none
 * @param newest the version that this program makes
 * @param role what the user may do there
 * @param migrations how many are on the list
 */
public record JournalTrial(
        Optional<String> encryption, String user, int schema, int newest, DatabaseRole role, long migrations) {
    /** What a user of the database may do with the journal in it. */
    public enum DatabaseRole {
        /** Make and change its tables, and everything else. */
        OWNER,
        /** Read and write. */
        WRITER,
        /** Read only. */
        READER,
        /** Nothing. */
        NONE
    }

    /** True where tables can be made, or brought up to date. */
    public boolean canCreate() {
        return schema < newest && role == DatabaseRole.OWNER;
    }

    /** True where the tables are there and can be written. */
    public boolean canBringIn() {
        return schema == newest && (role == DatabaseRole.OWNER || role == DatabaseRole.WRITER);
    }

    /** True where the journal can be opened. */
    public boolean canUse() {
        return schema == newest && role != DatabaseRole.NONE;
    }
}
