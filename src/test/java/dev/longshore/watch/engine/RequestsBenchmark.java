package dev.longshore.watch.engine;

import dev.longshore.bench.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How many calls a day of watching 50 migrations takes, and how late a change is seen, beside loops that just ask. */
public final class RequestsBenchmark {
    private static final int MIGRATIONS = 50;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LOOP = Duration.ofSeconds(30);
    private static final Duration SLOW_LOOP = Duration.ofSeconds(60);

    private RequestsBenchmark() {}

    /** Counts. */
    public static List<Measurement> run(Path folder) throws IOException {
        var result = MonthOfWatching.run(folder, MIGRATIONS, DAY);
        System.out.println("A day of watching 50 migrations: " + result);
        return List.of(
                new Measurement("requests: calls in a day for 50 migrations / a loop of 30 s", result.calls(),
                        (double) MIGRATIONS * DAY.dividedBy(LOOP), "calls", 0.25),
                new Measurement("requests: the latest change, as seen / by a loop of 60 s",
                        result.longestDelay().toSeconds(), SLOW_LOOP.toSeconds(), "s", 1.0));
    }
}
