package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static dev.longshore.journal.JournalSamples.command;
import static dev.longshore.journal.JournalSamples.key;
import static dev.longshore.journal.JournalSamples.observation;
import static dev.longshore.journal.JournalSamples.registered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.model.LastKnown;
import dev.longshore.support.EnglishText;
import dev.longshore.support.TeamServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every desk asks each second must not read a whole table of a long history. */
class TeamQueryPlanTest {
    @TempDir Path folder;

    private PostgresServer server() {
        return new PostgresServer(TeamServer.address(folder), Map.of(), new UUID(0, 1));
    }

    /** What 1,000 migrations make in a month: each of them 300 observations that say something new, and ten commands. */
    private static final String MONTH = """
            INSERT INTO migration (connection_id, database_id, migration_id)
              SELECT 'prod', 'db-' || m / 4, 'm-' || m FROM generate_series(1, 1000) m;
            INSERT INTO register_entry (migration, name, registered_at)
              SELECT id, migration_id, at(0) FROM migration;
            INSERT INTO observation (migration, at, number, status, progress, expected_cleanup_time, news)
              SELECT m.id, at(n), n, 'ImportInProgress', n || ' of 300', at(500), CASE WHEN n % 20 = 0 THEN 1 ELSE 0 END
              FROM migration m, generate_series(1, 300) n;
            INSERT INTO last_known (migration, observation_at, observation_number, observed_at, status, since)
              SELECT id, at(300), 300, at(300), 'ImportInProgress', at(1) FROM migration;
            INSERT INTO command (id, migration, action, desk)
              SELECT m.id || '-' || n, m.id, 'LAUNCH', '00000000-0000-0000-0000-00000000000' || n % 10 FROM migration m, generate_series(1, 10) n;
            INSERT INTO command_state (command, position, state, at)
              SELECT c.position, n, (ARRAY['REQUESTED', 'ACCEPTED', 'TOOK_EFFECT'])[n + 1], at(c.position % 300)
              FROM command c, generate_series(0, 2) n;
            INSERT INTO desk_alert (id, connection_id, migration, kind, desk)
              SELECT m.id || '-' || n, 'prod', m.id, 'CLEANUP', '00000000-0000-0000-0000-00000000000' || n % 10
              FROM migration m, generate_series(1, 20) n;
            INSERT INTO alert_state (alert, position, state, at, severity, sentence)
              SELECT a.position, n, (ARRAY['RAISED', 'ENDED'])[n + 1], at(a.position % 300), 'RED', 'soon'
              FROM desk_alert a, generate_series(0, 1) n;
            INSERT INTO desk_blind_span (migration, started_at, ended_at, cause, desk)
              SELECT m.id, at(n), at(n + 1), 'UNREACHABLE', '00000000-0000-0000-0000-00000000000' || n % 10 FROM migration m, generate_series(1, 20) n;
            INSERT INTO remark (id, migration, kind, author, at, text)
              SELECT m.id || '-' || n, m.id, 'NOTE', 'anna', at(n), 'a note' FROM migration m, generate_series(1, 5) n;
            ANALYZE"""
            .replaceAll("at\\((.*?)\\)(?=[ ,;\n])", "to_char("
                    + "timestamp '2026-10-21' + ($1) * interval '8640 s', 'YYYY-MM-DD\"T\"HH24:MI:SS\".000000000Z\"')");
    private static final List<String> LARGE = List.of("observation", "command", "command_state", "desk_alert",
            "alert_state",
            "desk_blind_span", "remark");
    private static final Instant LATE = Instant.parse("2026-11-20T00:00:00Z");

    /** A query as the program asks it. */
    private record TriedQuery(String when, String query, List<Object> values) {
        TriedQuery(String when, String query, Object... values) {
            this(when, query, List.of(values));
        }
    }

    private static List<TriedQuery> queries() {
        var all = new ArrayList<>(List.of(
                new TriedQuery("each second: is there news", ColleagueTables.POSITION),
                new TriedQuery("each second: open commands of others", ColleagueTables.OPEN_ELSEWHERE),
                new TriedQuery("each second: who is there", ColleagueTables.DESKS),
                new TriedQuery("news: commands", CommandTable.COMMANDS + " WHERE " + ColleagueTables.CHANGED_SINCE
                        + " ORDER BY c.position, s.position", 30_990),
                new TriedQuery("news: observations", LastKnownTable.OF_OTHER_DESKS, 990),
                new TriedQuery("news: looks that failed", LastKnownTable.FAILED_LOOKS, 990),
                new TriedQuery("news: what was seen", ObservationTable.NEWEST, 500),
                new TriedQuery("news: remarks", RemarkTable.AFTER, 4_990),
                new TriedQuery("launch: was a colleague first", ColleagueTables.FIRST_INTENT_SINCE, 30_990, "prod",
                        "db-7"),
                new TriedQuery("detail: timeline", ObservationTable.SINCE, 500, LATE),
                new TriedQuery("detail: commands", CommandTable.SINCE, 500, LATE),
                new TriedQuery("detail: gaps", WatchGapTable.SINCE, 500, LATE)));
        for (var source : ActivityTables.LogSource.values()) {
            all.add(new TriedQuery("activity: " + source, source.query, LATE, 0L, 0L, "prod", 101));
        }
        return all;
    }

    @Test
    void readsNoLargeTableAsAWholeForWhatIsAskedEachSecondOrByOpeningAScreen() throws SQLException {
        PostgresJournal.open(server(), EnglishText::say, "dba").close();
        TeamServer.run(folder, "SET longshore.desk = 'desk 1'; " + MONTH);
        try (var sql = server().open()) {
            for (var each : queries()) {
                var plan = sql.list("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + each.query(),
                        resultRow -> resultRow.text("QUERY PLAN"), each.values().toArray());
                System.out.printf("%-40s %s; %s%n", each.when(), plan.getLast(), plan.stream()
                        .filter(line -> line.contains("Scan")).map(line -> line.replaceAll(
                                "^[ >-]*|Scan|using|Heap|\\(.*", "").replaceAll(" +", " ").strip())
                        .distinct().toList());
                assertThat(plan).as(each.when()).noneMatch(TeamQueryPlanTest::readsLargeTable);
            }
        }
    }

    private static boolean readsLargeTable(String line) {
        return LARGE.stream().anyMatch(each -> line.matches(".*Seq Scan on " + each + "\\b.*"));
    }

    @Test
    void saysHowLargeAThousandObservationsAre() {
        try (var journal = PostgresJournal.open(server(), EnglishText::say, "dba")) {
            var migration = key("large");
            journal.save(registered(migration));
            journal.recordIntent(command("c1", migration, NOON));
            var before = journal.figures().bytes();
            for (int number = 0; number < 1000; number++) {
                var seen = observation(migration, NOON.plusSeconds(60L * number), "ImportInProgress",
                        number + " of 2000");
                journal.recordObservation(seen, LastKnown.first(seen));
            }
            var figures = journal.figures();
            System.out.printf(
                    "1,000 observations that say something new: %,d bytes in PostgreSQL%n", figures.bytes() - before);
            assertThat(figures.rows()).containsEntry("observation", 1000L);
            assertThat(List.of(migration)).allSatisfy(
                    each -> assertThat(journal.history(each, NOON).observations()).hasSize(1000));
        }
    }
}
