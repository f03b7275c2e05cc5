package dev.longshore.bench;

import dev.longshore.journal.HistoryBenchmark;
import dev.longshore.ui.shell.FirstOpeningBenchmark;
import dev.longshore.ui.shell.WindowBenchmark;
import dev.longshore.upload.LedgerBenchmark;
import dev.longshore.watch.engine.MonthBenchmark;
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

    private Benchmarks() {}

    /** One benchmark. */
    @FunctionalInterface
    private interface Benchmark {
        List<Measurement> run(Path folder) throws Exception;
    }

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("history", HistoryBenchmark::run);
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
     * @param names which to run; none means all
     */
    public static void main(String... names) throws Exception {
        var figures = new ArrayList<Measurement>();
        Files.createDirectories(REPORTS);
        for (var each : all().entrySet()) {
            if (names.length == 0 || List.of(names).contains(each.getKey())) {
                var measured = each.getValue().run(Files.createTempDirectory("longshore-bench"));
                write(REPORTS.resolve(each.getKey() + ".json"), measured);
                figures.addAll(measured);
            }
        }
        System.out.printf("%n%-72s %12s %12s %-6s %8s %8s%n", "", "ours", "baseline", "unit", "ratio", "limit");
        figures.forEach(measurement -> System.out.println(measurement.line()));
    }

    private static void write(Path file, List<Measurement> figures) throws IOException {
        var objects = figures.stream().map(Measurement::json).collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
        Files.writeString(file, objects);
    }
}
