package dev.longshore.journal;

import dev.longshore.model.Phase;
import dev.longshore.model.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Which observations can be thrown away when a person wants that: old ones of migrations that are closed, but never the
 * newest of one. Nothing else in the file is ever thrown away.
 */
final class Retention {
    private static final String OLD = """
            FROM observation WHERE migration = ?1 AND at < ?2 AND NOT EXISTS (
              SELECT 1 FROM last_known k WHERE k.migration = ?1
                AND k.observation_at = observation.at AND k.observation_number = observation.number)
            """;

    private final Sql sql;

    Retention(Sql sql) {
        this.sql = sql;
    }

    Disposal disposable(Instant before) throws SQLException {
        var disposal = Disposal.NOTHING;
        for (var migration : closed()) {
            disposal = disposal.and(sql.one(
                    "SELECT count(*) AS rows " + OLD, row -> row.number("rows"), migration, before).orElseThrow());
        }
        return disposal;
    }

    Disposal dispose(Instant before) throws SQLException {
        var disposal = Disposal.NOTHING;
        for (var migration : closed()) {
            disposal = disposal.and(sql.run("DELETE " + OLD, migration, before));
        }
        return disposal;
    }

    private List<Long> closed() throws SQLException {
        return sql.list("SELECT migration, status FROM last_known", Known::read).stream()
                .filter(each -> each.status().is(Phase.CLOSED))
                .map(Known::migration)
                .toList();
    }

    private record Known(long migration, Status status) {
        static Known read(Row row) throws SQLException {
            return new Known(row.number("migration"), Status.of(row.text("status")));
        }
    }
}
