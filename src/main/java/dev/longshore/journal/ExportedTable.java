package dev.longshore.journal;

import java.util.List;

/** What can be exported, a row of CSV each. */
public enum ExportedTable {
    /** An answer that said something new, with the time at which the one before it was last seen. */
    OBSERVATIONS(
            "at, previous_seen_at, name, connection_id, database_id, migration_id, status, progress, "
                    + "expected_cleanup_time, upload_bucket_dir, credential_expiration",
            "observation_log ORDER BY connection_id, database_id, migration_id, at, number"),
    /** A state of a command, in the order in which the commands were asked for. */
    COMMANDS(
            "command_id, name, connection_id, database_id, migration_id, action, cleanup_time, at, state, why",
            "command_log ORDER BY position, state_position"),
    /** A time in which nobody watched a migration. */
    BLIND_SPANS(
            "started_at, ended_at, cause, name, connection_id, database_id, migration_id",
            "blind_span_log ORDER BY connection_id, database_id, migration_id, started_at, id");

    private final String columns;
    private final String source;

    ExportedTable(String columns, String source) {
        this.columns = columns;
        this.source = source;
    }

    String query() {
        return "SELECT " + columns + " FROM " + source;
    }

    List<String> columns() {
        return List.of(columns.split(", *", -1));
    }
}
