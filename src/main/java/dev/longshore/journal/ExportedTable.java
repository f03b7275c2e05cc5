package dev.longshore.journal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What can be exported: a row of CSV for each, and an object of JSON, in which states are in an array of their own. */
public enum ExportedTable {
    /** An answer that said something new, with the time at which the one before it was last seen. */
    OBSERVATIONS(
            "at, previous_seen_at, name, connection_id, database_id, migration_id, status, progress, "
                    + "expected_cleanup_time, upload_bucket_dir, credential_expiration",
            "",
            "observation_log ORDER BY connection_id, database_id, migration_id, at, number"),
    /** A state of a command, in the order in which the commands were asked for. */
    COMMANDS(
            "command_id, name, connection_id, database_id, migration_id, action, cleanup_time, asked_by, reason",
            "at, state, service_cleanup_time, why",
            "command_log ORDER BY position, state_position"),
    /** The record of scheduled cleanups: what was asked for, answered, and seen of the cleanup time afterwards. */
    CLEANUPS(
            "at, event, name, connection_id, database_id, migration_id, asked_by, reason, asked_for, "
                    + "service_cleanup_time, due_before, why, command_id",
            "",
            "cleanup_log ORDER BY connection_id, database_id, migration_id, at, part, number"),
    /** What initialize was asked for, and what came of it. */
    INITIALIZES(
            "at, name, connection_id, database_id, datacenter_id, concurrency, subset_size_gb, asked_by, answer, answered_at, "
                    + "migration_id, why, dismissed_at, id, follows",
            "",
            "initialize_log JOIN initialize_settings USING (position) ORDER BY position"),
    /** A state of an alert, in the order in which the alerts were raised. */
    ALERTS(
            "alert_id, kind, about, name, connection_id, database_id, migration_id",
            "at, state, severity, sentence",
            "alert_log ORDER BY position, state_position"),
    /** What users let each other know: notes, who looks after a migration or an alert, acknowledgements that hold for all. */
    REMARKS(
            "at, kind, author, text, alert_kind, about, name, connection_id, database_id, migration_id, id",
            "",
            "(SELECT l.*, r.about FROM remark_log l JOIN remark r ON r.position = l.position) AS remark_export "
                    + "ORDER BY position"),
    /** A deadline that a user has set; {@code removed} is 1 once they have taken it away. */
    OWN_DEADLINES(
            "deadline_id, deadline_name, at, counted_from, offset_seconds, route, changed_at, removed, name, connection_id, "
                    + "database_id, migration_id",
            "",
            "(SELECT d.position, d.id AS deadline_id, d.name AS deadline_name, d.at, d.anchor AS counted_from, "
                    + "d.offset_seconds, d.route, d.changed_at, d.removed, r.name, m.connection_id, m.database_id, "
                    + "m.migration_id FROM own_deadline d JOIN migration m ON m.id = d.migration "
                    + "LEFT JOIN register_entry r ON r.migration = m.id) AS own_deadline_log ORDER BY position"),
    /** A freeze window, once or weekly; {@code removed} is 1 once the user has taken it away. */
    FREEZE_WINDOWS(
            "freeze_id, freeze_name, connection_id, tag, started_at, ended_at, first_day, first_time, last_day, last_time, "
                    + "zone, changed_at, removed",
            "",
            "(SELECT position, id AS freeze_id, name AS freeze_name, connection_id, tag, started_at, ended_at, first_day, "
                    + "first_time, last_day, last_time, zone, changed_at, removed FROM freeze_window) "
                    + "AS freeze_window_log ORDER BY position"),
    /** A time in which nobody watched a migration. */
    BLIND_SPANS(
            "started_at, ended_at, cause, name, connection_id, database_id, migration_id",
            "",
            "blind_span_log ORDER BY connection_id, database_id, migration_id, started_at, id"),
    /** A period in which nothing at all was watched. */
    UNWATCHED_PERIODS("started_at, ended_at, cause", "", "unwatched_period ORDER BY started_at, id");

    /** The columns of facts as text; the facts themselves are in the column {@code facts} of the same view. */
    static final Set<String> FACTS = Set.of("why", "sentence");

    private final String commonColumns;
    private final String stateColumns;
    private final String source;

    /** @param ofAState what differs from state to state of one thing, whose ID is the first column */
    ExportedTable(String ofTheWhole, String ofAState, String source) {
        this.commonColumns = ofTheWhole;
        this.stateColumns = ofAState;
        this.source = source;
    }

    private static List<String> names(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split(", ", -1));
    }

    /** The name of its file, without an ending, and of its array. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String query() {
        var read = columns().stream().anyMatch(FACTS::contains) ? ", facts" : "";
        return "SELECT " + String.join(", ", columns()) + read + " FROM " + source;
    }

    List<String> columns() {
        return Stream.concat(commonColumns().stream(), stateColumns().stream()).toList();
    }

    List<String> commonColumns() {
        return names(commonColumns);
    }

    /** Empty where every row stands for itself. */
    List<String> stateColumns() {
        return names(stateColumns);
    }
}
