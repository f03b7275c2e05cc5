package dev.longshore.journal;

import dev.longshore.bench.Measurement;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.timeline.Timeline;
import dev.longshore.support.EnglishText;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Two weeks of one migration as a timeline, out of a journal with a million observations. */
public final class HistoryBenchmark {
    private static final int MIGRATIONS = 500;
    private static final int EACH = 2_000;
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofDays(14).dividedBy(EACH);

    private HistoryBenchmark() {}

    /** Fills a journal in {@code folder} and measures. */
    public static List<Measurement> run(Path folder) throws SQLException {
        var clock = (InstantSource) () -> BEGIN.plus(Duration.ofDays(14));
        SqliteJournal.open(folder, clock, EnglishText::say).close();
        var file = folder.resolve("journal.db");
        try (var plain = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            fill(plain);
        }
        try (var journal = SqliteJournal.open(folder, clock, EnglishText::say);
                var plain = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            var ours = Measurement.milliseconds(() -> timeline(journal, key(MIGRATIONS / 2), clock.instant()));
            var scan = Measurement.milliseconds(() -> scan(plain, MIGRATIONS / 2));
            return List.of(new Measurement(
                    "timeline of two weeks (2,000 of 1,000,000 observations) / full scan", ours, scan, "ms", 50.0));
        }
    }

    private static MigrationKey key(int nth) {
        return new MigrationKey(
                new ConnectionId("prod"), new MigrationRef(new DatabaseId("db"), new MigrationId("m-" + nth)));
    }

    private static void fill(Connection plain) throws SQLException {
        plain.setAutoCommit(false);
        try (var migration = plain.prepareStatement(
                "INSERT INTO migration (id, connection_id, database_id, migration_id) VALUES (?, 'prod', 'db', ?)");
                var observation = plain.prepareStatement(
                        "INSERT INTO observation (migration, at, number, status, progress) VALUES (?, ?, ?, ?, ?)")) {
            for (var nth = 1; nth <= MIGRATIONS; nth++) {
                migration.setInt(1, nth);
                migration.setString(2, "m-" + nth);
                migration.execute();
                for (var number = 1; number <= EACH; number++) {
                    observation.setInt(1, nth);
                    observation.setString(2, StoredTimes.write(BEGIN.plus(BETWEEN.multipliedBy(number))));
                    observation.setInt(3, number);
                    observation.setString(4, number < 200 ? "ReceivingFiles" : "ImportInProgress");
                    observation.setString(5, "Importing subset " + number + " of " + EACH);
                    observation.addBatch();
                }
                observation.executeBatch();
            }
        }
        plain.commit();
    }

    private static Timeline timeline(SqliteJournal journal, MigrationKey key, Instant now) {
        var history = journal.history(key, now.minus(Duration.ofDays(14)));
        var known = LastKnown.first(history.observations().getLast());
        return Timeline.of(history, known, now);
    }

    /** What a journal without an order by migration would have to do: look at every row. */
    private static List<String> scan(Connection plain, int nth) {
        var rows = new ArrayList<String>();
        try (var statement = plain.createStatement();
                var result = statement.executeQuery(
                        "SELECT at, status, progress FROM observation WHERE +migration = " + nth + " ORDER BY at")) {
            while (result.next()) {
                rows.add(result.getString(1) + result.getString(2) + result.getString(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
