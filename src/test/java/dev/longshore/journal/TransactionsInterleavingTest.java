package dev.longshore.journal;

import static dev.longshore.journal.JournalSamples.connection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.JournalFact;
import dev.longshore.support.TwoThreads;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Public, and its tests without parameters, for Fray. */
public class TransactionsInterleavingTest {
    private static final JournalFaults FAULTS = new JournalFaults() {
        @Override
        public JournalException toJournalException(Exception cause) {
            return new JournalException(Fact.of(JournalFact.FAILED, "memory", cause.getClass().getSimpleName()));
        }

        @Override
        public boolean isDisconnected(SQLException fault) {
            return false;
        }
    };

    @Test
    public void whatIsWrittenBesideSomethingThatFailsIsThere() throws SQLException {
        try (var sql = new Sql(DriverManager.getConnection("jdbc:sqlite::memory:"), SqlDialect.SQLITE)) {
            Schema.bringUpToDate(sql, Path.of("memory"));
            var writing = new Transactions(FAULTS, () -> sql, each -> new JournalTables(each, Fact::toString), "BEGIN");

            TwoThreads.run(() -> writing.changeTogether(tables -> tables.connections.save(connection("a", "First"))),
                    () -> assertThatThrownBy(() -> writing.changeTogether(_ -> {
                        throw new IllegalArgumentException("This one cannot be done.");
                    })).isInstanceOf(JournalException.class));

            assertThat(writing.<Integer>query(tables -> tables.connections.all().size())).isEqualTo(1);
        }
    }
}
