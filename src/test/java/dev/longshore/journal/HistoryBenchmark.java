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
import java.nio.file.Files;
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

    /** Fills journals in {@code folder} and measures. */
    public static List<Measurement> run(Path folder) throws Exception {
        var small = opened(Files.createDirectory(folder.resolve("small")), MIGRATIONS / 100);
        var medium = opened(Files.createDirectory(folder.resolve("medium")), MIGRATIONS / 10);
        var large = opened(Files.createDirectory(folder.resolve("large")), MIGRATIONS);
        return List.of(
                new Measurement("timeline-open: two weeks (2,000 of 1,000,000 observations) / the same rows by JDBC",
                        large.ours(), large.plain(), "ms", 2.0),
                Measurement.growth("timeline-open, 10,000 to 100,000 observations", small.ours(), medium.ours(), 10),
                Measurement.growth(
                        "timeline-open, 100,000 to 1,000,000 observations", medium.ours(), large.ours(), 10));
    }

    private record Took(double ours, double plain) {}

    private static Took opened(Path folder, int migrations) throws SQLException {
        var clock = (InstantSource) () -> BEGIN.plus(Duration.ofDays(14));
        SqliteJournal.open(folder, clock, EnglishText::say).close();
        var file = folder.resolve("journal.db");
        try (var plain = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            fill(plain, migrations);
        }
        var nth = Math.max(1, migrations / 2);
        try (var journal = SqliteJournal.open(folder, clock, EnglishText::say);
                var plain = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return new Took(
                    Measurement.milliseconds(() -> timeline(journal, key(nth), clock.instant())),
                    Measurement.milliseconds(() -> read(plain, nth)));
        }
    }

    private static MigrationKey key(int nth) {
        return new MigrationKey(
                new ConnectionId("prod"), new MigrationRef(new DatabaseId("db"), new MigrationId("m-" + nth)));
    }

    private static void fill(Connection plain, int migrations) throws SQLException {
        plain.setAutoCommit(false);
        try (var migration = plain.prepareStatement(
                "INSERT INTO migration (id, connection_id, database_id, migration_id) VALUES (?, 'prod', 'db', ?)");
                var observation = plain.prepareStatement(
                        "INSERT INTO observation (migration, at, number, status, progress) VALUES (?, ?, ?, ?, ?)")) {
            for (var nth = 1; nth <= migrations; nth++) {
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

    /** The same rows, all of their columns, and nothing made of them. */
    private static List<String> read(Connection plain, int nth) {
        var rows = new ArrayList<String>();
        try (var statement = plain.prepareStatement("SELECT * FROM observation WHERE migration = ? ORDER BY at")) {
            statement.setInt(1, nth);
            var result = statement.executeQuery();
            var columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.add(String.valueOf(result.getString(i)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
