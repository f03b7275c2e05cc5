package dev.longshore.journal;

import dev.longshore.bench.Measurement;
import dev.longshore.model.ConnectionId;
import dev.longshore.model.DatabaseId;
import dev.longshore.model.LastKnown;
import dev.longshore.model.MigrationId;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.MigrationRef;
import dev.longshore.model.Observation;
import dev.longshore.model.Progress;
import dev.longshore.model.Status;
import dev.longshore.support.EnglishText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What an observation costs until it is on the disk, as the watch records them, beside a transaction a row by JDBC. */
public final class AppendBenchmark {
    private static final int ROWS = 2_000;
    private static final int PAIRS = Integer.getInteger("bench.pairs", 5);
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    private AppendBenchmark() {}

    /** Measures. */
    public static List<Measurement> run(Path folder) throws Exception {
        var ours = new double[PAIRS];
        var plain = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            ours[pair] = ours(Files.createDirectory(folder.resolve("ours-" + pair)));
            plain[pair] = plain(Files.createDirectory(folder.resolve("plain-" + pair)));
        }
        return List.of(Measurement.ofPairs(
                "journal-append: an observation on the disk, 200 at a time / JDBC, a transaction a row", ours, plain,
                "us", 0.2));
    }

    private static double ours(Path folder) throws Exception {
        try (var journal = SqliteJournal.open(folder, InstantSource.fixed(BEGIN), EnglishText::say);
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = System.nanoTime();
            var recorded = IntStream.range(0, ROWS).mapToObj(nth -> workers.submit(() -> {
                var observation = observation(nth);
                journal.recordObservation(observation, LastKnown.first(observation));
            })).toList();
            for (var each : recorded) {
                each.get();
            }
            return (System.nanoTime() - begin) / 1e3 / ROWS;
        }
    }

    private static Observation observation(int nth) {
        var key = new MigrationKey(
                new ConnectionId("prod"), new MigrationRef(new DatabaseId("db"), new MigrationId("m-" + nth % 200)));
        return new Observation(key, BEGIN.plusSeconds(nth), Status.of("ImportInProgress"),
                Progress.of("Importing subset " + nth), null, null, null, null);
    }

    private static double plain(Path folder) throws SQLException {
        SqliteJournal.open(folder, InstantSource.fixed(BEGIN), EnglishText::say).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"))) {
            prepare(connection);
            var begin = System.nanoTime();
            try (var insert = connection.prepareStatement(
                    "INSERT INTO observation (migration, at, number, status, progress) VALUES (?, ?, ?, ?, ?)")) {
                for (var nth = 0; nth < ROWS; nth++) {
                    insert.setInt(1, 1);
                    insert.setString(2, StoredTimes.write(BEGIN.plusSeconds(nth)));
                    insert.setInt(3, nth);
                    insert.setString(4, "ImportInProgress");
                    insert.setString(5, "Importing subset " + nth);
                    insert.execute();
                }
            }
            return (System.nanoTime() - begin) / 1e3 / ROWS;
        }
    }

    /** In the mode in which the journal is written. */
    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute(
                    "INSERT INTO migration (id, connection_id, database_id, migration_id) VALUES (1, 'prod', 'db', 'm')");
        }
    }
}
