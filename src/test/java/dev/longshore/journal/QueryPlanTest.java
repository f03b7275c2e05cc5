package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The queries that must stay fast at a million observations read by key and neither all rows nor a sorted copy. */
class QueryPlanTest {
    @TempDir Path folder;

    private Sql sql;

    @BeforeEach
    void open() throws SQLException {
        SqliteJournal.open(folder, InstantSource.fixed(NOON), EnglishText::say).close();
        sql = new JournalFile(folder, Duration.ofSeconds(1)).openForReading();
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
    }

    private List<String> plan(String query) throws SQLException {
        return sql.list("EXPLAIN QUERY PLAN " + query, resultRow -> resultRow.text("detail"));
    }

    @Test
    void aHistoryIsReadInOnePieceByMigrationAndTime() throws SQLException {
        assertThat(plan(ObservationTable.SINCE))
                .contains("SEARCH observation USING PRIMARY KEY (migration=? AND at>?)")
                .noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE"));
    }

    @Test
    void theNewestObservationOfAMigrationIsReadByItsKey() throws SQLException {
        assertThat(plan(ObservationTable.NEWEST))
                .contains("SEARCH o USING PRIMARY KEY (migration=? AND at=? AND number=?)")
                .noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void theBlindSpansOfAMigrationAreReadByTheirIndex() throws SQLException {
        assertThat(plan(WatchGapTable.SINCE)).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void theCommandsOfAMigrationAreReadByTheirIndex() throws SQLException {
        assertThat(plan(CommandTable.SINCE)).noneMatch(step -> step.startsWith("SCAN"));
    }

    @Test
    void whatIsLastKnownIsReadFromTheRegisterOnwards() throws SQLException {
        assertThat(plan(LastKnownTable.OF_REGISTER)).filteredOn(step -> step.startsWith("SCAN"))
                .containsExactly("SCAN e");
    }

    @ParameterizedTest
    @EnumSource
    void theActivityLogIsReadByTimeAndStopsWhereThePageEnds(ActivityTables.LogSource source) throws SQLException {
        assertThat(plan(source.query))
                .noneMatch(step -> step.startsWith("SCAN") && !step.equals("SCAN r"))
                .noneMatch(step -> step.contains("TEMP B-TREE FOR ORDER BY"));
    }
}
