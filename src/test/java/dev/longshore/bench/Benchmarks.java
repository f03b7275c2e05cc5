package dev.longshore.bench;

import dev.longshore.journal.AppendBenchmark;
import dev.longshore.journal.HistoryBenchmark;
import dev.longshore.ui.shell.FirstOpeningBenchmark;
import dev.longshore.ui.shell.WindowBenchmark;
import dev.longshore.upload.LedgerBenchmark;
import dev.longshore.watch.engine.MonthBenchmark;
import dev.longshore.watch.engine.RequestsBenchmark;
import dev.longshore.watch.engine.RoundBenchmark;
import dev.longshore.watch.engine.SnapshotBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs the benchmarks named by its arguments, or all of them, and writes what they measured. */
public final class Benchmarks {
    private static final Path REPORTS = Path.of("target", "bench");
    private static final double USUAL_MINUTES = 3;

    private Benchmarks() {}

    /** One benchmark. */
    @FunctionalInterface
    private interface Benchmark {
        List<Measurement> run(Path folder) throws Exception;
    }

    private static Map<String, Benchmark> all(double minutes) {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("start", StartBenchmark::run);
        all.put("second-screen", ScreensBenchmark::run);
        all.put("idle", folder -> IdleBenchmark.run(folder, minutes));
        all.put("memory-watch", folder -> IdleBenchmark.runWatch(folder, minutes));
        all.put("round", RoundBenchmark::run);
        all.put("requests", RequestsBenchmark::run);
        all.put("journal-append", AppendBenchmark::run);
        all.put("history", HistoryBenchmark::run);
        all.put("deb", DebBenchmark::run);
        all.put("snapshot", _ -> SnapshotBenchmark.run());
        all.put("month", MonthBenchmark::run);
        all.put("ledger", _ -> LedgerBenchmark.run());
        all.put("opening", _ -> FirstOpeningBenchmark.run());
        all.put("window", _ -> WindowBenchmark.run());
        return all;
    }

    /**
     * Runs them and writes what was measured.
     *
     * @param arguments which to run, none means all; {@code minutes=N} is how long the program is watched doing nothing,
     *     {@code warmup=N} for how many seconds before, {@code pairs=N} how often the others are repeated
     */
    public static void main(String... arguments) throws Exception {
        var names = new ArrayList<String>();
        for (var each : arguments) {
            var place = each.indexOf('=');
            if (place < 0) {
                names.add(each);
            } else {
                System.setProperty("bench." + each.substring(0, place), each.substring(place + 1));
            }
        }
        run(names, Double.parseDouble(System.getProperty("bench.minutes", Double.toString(USUAL_MINUTES))));
    }

    private static void run(List<String> names, double minutes) throws Exception {
        var figures = new ArrayList<Measurement>();
        var failed = new ArrayList<String>();
        Files.createDirectories(REPORTS);
        for (var each : all(minutes).entrySet()) {
            if (names.isEmpty() || names.contains(each.getKey())) {
                try {
                    var measured = each.getValue().run(Files.createTempDirectory("longshore-bench"));
                    write(REPORTS.resolve(each.getKey() + ".json"), measured);
                    figures.addAll(measured);
                } catch (NotMeasuredException e) {
                    failed.add(each.getKey() + " was not measured: " + e.getMessage());
                }
            }
        }
        print(figures);
        failed.forEach(System.out::println);
        // What some of them start may have threads that go on.
        System.exit(failed.isEmpty() ? 0 : 1);
    }

    /** Something that is needed is not there. */
    static final class NotMeasuredException extends IOException {
        private static final long serialVersionUID = 1L;

        NotMeasuredException(String why) {
            super(why);
        }
    }

    private static void print(List<Measurement> figures) throws IOException {
        var table = figures.stream().map(Measurement::row)
                .collect(Collectors.joining("\n", Measurement.head() + "\n", "\n"));
        System.out.printf("%n%s%n", table);
        Files.writeString(REPORTS.resolve("table.md"), table);
    }

    private static void write(Path file, List<Measurement> figures) throws IOException {
        var objects = figures.stream().map(Measurement::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
        Files.writeString(file, objects);
    }
}
