package dev.longshore.watch.engine;

import dev.longshore.bench.ClientCalls;
import dev.longshore.bench.Measurement;
import dev.longshore.bench.ServiceProcess;
import dev.longshore.devops.http.ClientOptions;
import dev.longshore.devops.http.OkHttpConnector;
import dev.longshore.journal.SqliteJournal;
import dev.longshore.model.MigrationKey;
import dev.longshore.model.Secret;
import dev.longshore.platform.Workers;
import dev.longshore.support.EnglishText;
import dev.longshore.watch.Intervals;
import dev.longshore.watch.WatchSettings;
import dev.longshore.watch.WatchedMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * One look at each of 500 migrations whose service takes 20 ms an answer, sixteen at a time: by the watch, with its
 * journal, beside the line of shell that does it without.
 */
public final class RoundBenchmark {
    private static final int LATENCY = 20;
    private static final int AT_ONCE = 16;
    private static final int MIGRATIONS = 500;
    private static final int ROUNDS = Integer.getInteger("bench.pairs", 5);
    private static final int PLENTY = 10_000_000;

    private RoundBenchmark() {}

    /** Milliseconds. */
    private record Took(double wall, double processor) {}

    /** Measures. */
    public static List<Measurement> run(Path folder) throws Exception {
        var ours = new ArrayList<Took>();
        var plain = new ArrayList<Took>();
        round(folder, MIGRATIONS, ROUNDS, ours, plain);
        var small = new ArrayList<Took>();
        var large = new ArrayList<Took>();
        round(folder.resolve("small"), MIGRATIONS / 10, ROUNDS, small, new ArrayList<>());
        round(folder.resolve("large"), MIGRATIONS * 10, 2, large, new ArrayList<>());
        var name = "round-%s: 500 migrations, 20 ms latency, 16 at a time / xargs curl and jq";
        return List.of(
                Measurement.ofPairs(name.formatted("wall"), walls(ours), walls(plain), "ms", 0.3),
                Measurement.ofPairs(name.formatted("cpu"), processors(ours), processors(plain), "ms", 0.1),
                Measurement.growth("round-cpu, 50 to 500 migrations", Measurement.median(processors(small)),
                        Measurement.median(processors(ours)), 10),
                Measurement.growth("round-cpu, 500 to 5,000 migrations", Measurement.median(processors(ours)),
                        Measurement.median(processors(large)), 10));
    }

    private static double[] walls(List<Took> rounds) {
        return rounds.stream().mapToDouble(Took::wall).toArray();
    }

    private static double[] processors(List<Took> rounds) {
        return rounds.stream().mapToDouble(Took::processor).toArray();
    }

    private static void round(Path folder, int count, int rounds, List<Took> ours, List<Took> plain)
            throws Exception {
        Files.createDirectories(folder);
        try (var service = ServiceProcess.start(count, LATENCY);
                var journal = SqliteJournal.open(folder, InstantSource.system(), EnglishText::say);
                var workers = new Workers();
                var watch = watch(journal, workers)) {
            watch.start(List.of(new PollingWatch.ConnectionToOpen(
                    ClientCalls.connection(service.address()), Secret.of(service.token()))));
            for (var each : service.migrations()) {
                watch.add(new MigrationKey(ClientCalls.connection(service.address()).id(), ClientCalls.ref(each)), "")
                        .join();
            }
            for (var round = -1; round < rounds; round++) {
                var took = look(watch);
                if (round >= 0) {
                    ours.add(took);
                    plain.add(count == MIGRATIONS ? shell(service, folder) : took);
                }
            }
        }
    }

    /** Asked only when told to, and then as fast as sixteen at a time are. */
    private static PollingWatch watch(SqliteJournal journal, Workers workers) {
        var never = Intervals.LONGEST;
        var settings = new WatchSettings(
                new Intervals(never, never, never, never, never), Duration.ofMillis(1), Duration.ofMinutes(10),
                Duration.ofMinutes(10), PLENTY, AT_ONCE);
        var connector = new OkHttpConnector(InstantSource.system(), ClientOptions.defaults("bench"));
        return new PollingWatch(
                new WatchDependencies(journal, new NoTokenStore(), connector, InstantSource.system(), workers),
                settings, new Random(1), "bench");
    }

    private static Took look(PollingWatch watch) throws InterruptedException {
        var begin = Instant.now();
        var processor = ClientCalls.processorTime();
        watch.pollNow();
        while (watch.snapshot().migrations().stream().anyMatch(each -> !wasSeenSince(each, begin))) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new Took(Duration.between(begin, Instant.now()).toMillis(),
                ClientCalls.processorTime().minus(processor).toMillis());
    }

    private static boolean wasSeenSince(WatchedMigration migration, Instant begin) {
        return migration.lastKnown() != null
                && !Objects.requireNonNull(migration.lastKnown()).observedAt().isBefore(begin);
    }

    private static Took shell(ServiceProcess service, Path folder) throws IOException, InterruptedException {
        var urls = folder.resolve("urls.txt");
        Files.write(urls, service.migrations().stream()
                .map(each -> service.address() + "/v2/databases/" + each.replace("/", "/migrations/")).toList());
        var line = "xargs -P%d -n1 sh -c 'curl -s -H \"Authorization: Bearer $TOKEN\" \"$0\" | jq -r .status' < %s > %s"
                .formatted(AT_ONCE, urls, folder.resolve("answers.txt"));
        var builder = new ProcessBuilder("bash", "-c", "TIMEFORMAT='%R %U %S'; time " + line);
        builder.environment().put("TOKEN", service.token());
        builder.redirectErrorStream(true);
        var process = builder.start();
        var times = List.of(process.inputReader().lines().toList().getLast().split(" "));
        if (process.waitFor() != 0) {
            throw new IOException("curl or jq is missing.");
        }
        return new Took(1000 * Double.parseDouble(times.get(0)),
                1000 * (Double.parseDouble(times.get(1)) + Double.parseDouble(times.get(2))));
    }
}
