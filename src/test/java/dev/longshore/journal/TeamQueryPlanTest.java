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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every desk asks each second must not read a whole table of a long history. */
class TeamQueryPlanTest {
    @TempDir Path folder;

    private PostgresServer server() {
        return new PostgresServer(TeamServer.address(folder), Map.of(), new UUID(0, 1));
    }

    static Stream<Arguments> eachSecond() {
        return Stream.of(
                Arguments.of(ColleagueTables.POSITION, "command_state_by_sequence"),
                Arguments.of(ColleagueTables.POSITION, "last_known_by_sequence"),
                Arguments.of("SELECT c.id FROM command c WHERE " + ColleagueTables.CHANGED_SINCE.replace("?", "7"),
                        "command_state_by_sequence"),
                Arguments.of(LastKnownTable.OF_OTHER_DESKS.replace("?", "7"), "last_known_by_sequence"));
    }

    @ParameterizedTest
    @MethodSource("eachSecond")
    void isReadByAnIndex(String query, String index) throws SQLException {
        PostgresJournal.open(server(), EnglishText::say, "dba").close();
        try (var sql = server().open()) {
            // With few rows any plan reads the table; what is asked is whether the index would do.
            sql.script("SET enable_seqscan = off");
            var plan = sql.list("EXPLAIN " + query, resultRow -> resultRow.text("QUERY PLAN"));
            assertThat(String.join("\n", plan)).contains(index);
        }
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
