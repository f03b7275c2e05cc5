package dev.longshore.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.longshore.bench.Figure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.LoggerFactory;

/** 200 migrations watched for a month, one call in twenty failing. */
public final class MonthBenchmark {
    private static final Duration MONTH = Duration.ofDays(30);

    private MonthBenchmark() {}

    /** Watches, and fails where anything was missed. */
    public static List<Figure> run(Path folder) {
        if (LoggerFactory.getLogger("dev.longshore") instanceof Logger ours) {
            ours.setLevel(Level.OFF);
        }
        var begin = System.nanoTime();
        var figures = MonthOfWatching.run(folder, 200, MONTH);
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println("A month of watching 200 migrations: " + figures);
        if (!figures.missed().isEmpty() || !figures.alive()) {
            throw new IllegalStateException("The watch missed something: " + figures.missed());
        }
        return List.of(
                new Figure("a month of watching 200 migrations / the month", seconds, MONTH.toSeconds(), "s", null),
                new Figure(
                        "heap at the end of that month / after a quarter of it", figures.late().heapMegabytes(),
                        figures.early().heapMegabytes(), "MB", null));
    }
}
