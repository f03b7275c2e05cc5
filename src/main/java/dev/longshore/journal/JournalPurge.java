package dev.longshore.journal;

import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which observations can be thrown away when a user wants that: old ones of migrations that are closed, but never the
 * newest of one. Nothing else in the file is ever thrown away.
 */
final class JournalPurge {
    private static final String OLD = """
            FROM observation WHERE migration = ?1 AND at < ?2 AND NOT EXISTS (
              SELECT 1 FROM last_known k WHERE k.migration = ?1
                AND k.observation_at = observation.at AND k.observation_number = observation.number)
            """;

    private final Sql sql;

    JournalPurge(Sql sql) {
        this.sql = sql;
    }

    PurgeResult purgeable(Instant before) throws SQLException {
        var purgeResult = PurgeResult.NOTHING;
        for (var migration : closed()) {
            purgeResult = purgeResult.and(sql.one(
                    "SELECT count(*) AS rows " + OLD, resultRow -> resultRow.number("rows"), migration, before)
                    .orElseThrow());
        }
        return purgeResult;
    }

    PurgeResult purge(Instant before) throws SQLException {
        var purgeResult = PurgeResult.NOTHING;
        for (var migration : closed()) {
            purgeResult = purgeResult.and(sql.run("DELETE " + OLD, migration, before));
        }
        return purgeResult;
    }

    private List<Long> closed() throws SQLException {
        var closed = new ArrayList<Long>();
        sql.each("SELECT migration, status FROM last_known", resultRow -> {
            if (Status.of(resultRow.text("status")).is(Phase.CLOSED)) {
                closed.add(resultRow.number("migration"));
            }
        });
        return closed;
    }
}
