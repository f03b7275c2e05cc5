package dev.longshore.bench;

import dev.longshore.journal.AppendBenchmark;
import dev.longshore.journal.HistoryBenchmark;
import dev.longshore.support.TemporaryFolder;
import dev.longshore.ui.shell.FirstOpeningBenchmark;
import dev.longshore.ui.shell.WindowBenchmark;
import dev.longshore.upload.LedgerBenchmark;
import dev.longshore.watch.engine.MonthBenchmark;
import dev.longshore.watch.engine.RequestsBenchmark;
import dev.longshore.watch.engine.RoundBenchmark;
import dev.longshore.watch.engine.SnapshotBenchmark;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
     * Runs them and writes what was measured, each in a process of its own: JavaFX starts once in a process, what one
     * leaves behind slows no other, and one that fails ends no other.
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
        var minutes = Double.parseDouble(System.getProperty("bench.minutes", Double.toString(USUAL_MINUTES)));
        // What some of them start may have threads that go on.
        System.exit(names.size() == 1 ? run(names.getFirst(), minutes) : runEach(names, minutes, arguments));
    }

    private static int run(String name, double minutes) throws Exception {
        Files.createDirectories(REPORTS);
        var rows = REPORTS.resolve(name + ".md");
        Files.deleteIfExists(rows);
        try (var folder = TemporaryFolder.create()) {
            var measured = Objects.requireNonNull(all(minutes).get(name), () -> "There is no benchmark " + name + ".")
                    .run(folder.path());
            Files.writeString(REPORTS.resolve(name + ".json"), measured.stream().map(Measurement::json)
                    .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
            Files.write(rows, measured.stream().map(Measurement::row).toList());
            measured.stream().map(Measurement::row).forEach(System.out::println);
            return 0;
        } catch (NotMeasuredException e) {
            System.out.println(name + " was not measured: " + e.getMessage());
            return 1;
        }
    }

    private static int runEach(List<String> names, double minutes, String... arguments) throws Exception {
        var failed = new ArrayList<String>();
        var table = new ArrayList<>(List.of(Measurement.head()));
        for (var name : all(minutes).keySet()) {
            if (names.isEmpty() || names.contains(name)) {
                if (process(name, arguments).waitFor() == 0) {
                    table.addAll(Files.readAllLines(REPORTS.resolve(name + ".md")));
                } else {
                    failed.add(name);
                }
            }
        }
        Files.write(REPORTS.resolve("table.md"), table);
        System.out.println(String.join("\n", table));
        failed.forEach(each -> System.out.println(each + " failed; its reason stands above."));
        return failed.isEmpty() ? 0 : 1;
    }

    private static Process process(String name, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(ServiceProcess.java()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), Benchmarks.class.getName(), name));
        Stream.of(arguments).filter(each -> each.contains("=")).forEach(command::add);
        return new ProcessBuilder(command).inheritIO().start();
    }

    /** Something that is needed is not there. */
    static final class NotMeasuredException extends IOException {
        private static final long serialVersionUID = 1L;

        NotMeasuredException(String why) {
            super(why);
        }
    }
}
