package dev.longshore.journal;

import dev.longshore.model.Action;
import dev.longshore.model.Observation;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code cleanup_move}: of each migration whose cleanup was scheduled here, how the time was seen to change
 * afterwards. Together with the commands it is the record of rescheduled cleanups that the Sideloader documentation
 * advises to keep.
 */
final class CleanupMoveTable {
    private static final String ADD = """
            INSERT INTO cleanup_move (migration, at, from_time, to_time, asked_for)
            SELECT ?1, ?2, ?3, ?4, cleanup_time FROM command
            WHERE migration = ?1 AND action = ?5 AND cleanup_time IS NOT NULL
            ORDER BY position DESC LIMIT 1
            """;

    private final Sql sql;

    CleanupMoveTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Adds a row where {@code observation} names another time than is known, and one was asked for before.
     *
     * @return the time that was known; null where there was none, or none is named now
     */
    @Nullable
    Instant recordObservation(long migration, Observation observation) throws SQLException {
        var to = observation.expectedCleanupTime();
        var known = to == null ? null : known(migration);
        if (to != null && !StoredTimes.write(to).equals(known)) {
            sql.run(ADD, migration, observation.at(), known, to, Action.SCHEDULE_CLEANUP);
        }
        return known == null ? null : StoredTimes.read(known);
    }

    private @Nullable String known(long migration) throws SQLException {
        return sql.one(
                "SELECT coalesce(expected_cleanup_time, '') AS time FROM last_known WHERE migration = ?",
                resultRow -> resultRow.text("time"), migration).filter(time -> !time.isEmpty()).orElse(null);
    }
}
