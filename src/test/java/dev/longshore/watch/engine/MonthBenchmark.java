package dev.longshore.watch.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.longshore.bench.Measurement;
import dev.longshore.support.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** 200 migrations watched for a month, one call in twenty failing. */
public final class MonthBenchmark {
    private static final Duration MONTH = Duration.ofDays(30);

    private MonthBenchmark() {}

    /** Watches, and fails where anything was missed. */
    public static List<Measurement> run(Path folder) throws IOException {
        if (LoggerFactory.getLogger("dev.longshore") instanceof Logger ours) {
            ours.setLevel(Level.OFF);
        }
        var begin = System.nanoTime();
        MonthOfWatching.MonthResult monthResult;
        try (var journal = inMemory(folder)) {
            monthResult = MonthOfWatching.run(journal.path(), 200, MONTH);
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println("A month of watching 200 migrations: " + monthResult);
        if (!monthResult.missed().isEmpty() || !monthResult.alive()) {
            throw new IllegalStateException("The watch missed something: " + monthResult.missed());
        }
        return List.of(
                new Measurement("a month of watching 200 migrations / the month", seconds, MONTH.toSeconds(), "s",
                        null),
                new Measurement(
                        "heap at the end of that month / after a quarter of it", monthResult.late().heapMegabytes(),
                        monthResult.early().heapMegabytes(), "MB", null));
    }

    /** A month's commits, each forced to the disk, would measure the disk: a file system in memory where there is one. */
    private static TemporaryFolder inMemory(Path otherwise) throws IOException {
        var memory = Path.of("/dev/shm");
        return TemporaryFolder.createIn(Files.isWritable(memory) ? memory : otherwise);
    }
}
