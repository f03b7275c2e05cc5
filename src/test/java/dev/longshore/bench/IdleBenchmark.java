package dev.longshore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * 100 migrations that import, asked about as often as in life: the processor time and the memory of the window in sight,
 * of the window minimised, and of a bare window beside them. Each waits a minute first, in which Java compiles.
 */
final class IdleBenchmark {
    private static final int MIGRATIONS = 100;
    private static final int MANY_MIGRATIONS = 1_000;
    /** How many migrations one start puts on the list, and for how many seconds it runs. */
    private static final int A_START = 500;
    private static final int FILLING = 20;
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 60);
    private static final double MEGABYTE = 1024;

    /** What one process needed, in milliseconds of processor time, and what it holds, in megabytes. */
    private record Needs(double processor, double resident) {}

    private IdleBenchmark() {}

    static List<Measurement> run(Path folder, double minutes) throws Exception {
        var program = PackagedProgram.find();
        try (var service = ServiceProcess.start(MIGRATIONS, 0)) {
            var processes = List.of(
                    PackagedProgram.start(
                            program.launcher(), folder.resolve("seen"), service, "", service.arguments()),
                    PackagedProgram.start(
                            program.launcher(), folder.resolve("hidden"), service, "minimised",
                            service.arguments()),
                    new ProcessBuilder(program.bareWindow().toString()).start(),
                    PackagedProgram.start(
                            program.launcher(), folder.resolve("watch"), service, "",
                            service.argumentsWithoutWindow()));
            try {
                return measured(needs(processes, minutes), minutes, callsAlone(service, minutes));
            } finally {
                for (var each : processes) {
                    StartBenchmark.end(each);
                }
            }
        }
    }

    /** {@code longshore watch} over a thousand, beside a Java that does nothing. */
    static List<Measurement> runWatch(Path folder, double minutes) throws Exception {
        var program = PackagedProgram.find();
        try (var service = ServiceProcess.start(MANY_MIGRATIONS, 0)) {
            for (var from = 0; from < MANY_MIGRATIONS; from += A_START) {
                var filling = PackagedProgram.start(
                        program.launcher(), folder, service, "",
                        service.argumentsWithoutWindow(from, from + A_START));
                TimeUnit.SECONDS.sleep(FILLING);
                StartBenchmark.end(filling);
            }
            var processes = List.of(
                    PackagedProgram.start(
                            program.launcher(), folder, service, "", service.argumentsWithoutWindow(0, 0)),
                    new ProcessBuilder(program.bare("sleeper", Sleeper.class).toString()).start());
            try {
                var needs = needs(processes, minutes);
                return List.of(new Measurement(
                        "memory-watch: resident, `longshore watch`, 1,000 migrations / a Java that sleeps",
                        needs.getFirst().resident(), needs.getLast().resident(), "MB", 2.5));
            } finally {
                for (var each : processes) {
                    StartBenchmark.end(each);
                }
            }
        }
    }

    /** A program that says hello and sleeps. */
    public static final class Sleeper {
        private Sleeper() {}

        /** Sleeps for a day. */
        public static void main(String... arguments) throws InterruptedException {
            System.out.println("hello");
            TimeUnit.DAYS.sleep(1);
        }
    }

    private static List<Measurement> measured(List<Needs> needs, double minutes, double calls) {
        var seen = needs.get(0);
        var hidden = needs.get(1);
        var bare = needs.get(2);
        var watch = needs.get(3);
        var length = "%.0f min".formatted(minutes);
        return List.of(
                new Measurement("idle-cpu: 100 importing, " + length + " / a bare window",
                        seen.processor(), bare.processor(), "ms", 1.5),
                new Measurement("idle-cpu-hidden: the same, minimised / the calls alone",
                        hidden.processor(), calls, "ms", 2.0),
                new Measurement("idle-cpu-hidden: `longshore watch` / the calls alone",
                        watch.processor(), calls, "ms", 2.0),
                new Measurement("memory: resident, 100 importing, after " + length + " / a bare window",
                        seen.resident(), bare.resident(), "MB", 1.35));
    }

    private static List<Needs> needs(List<Process> processes, double minutes) throws Exception {
        TimeUnit.SECONDS.sleep(WARM_UP);
        var before = new ArrayList<Double>();
        for (var each : processes) {
            before.add(processor(each));
        }
        TimeUnit.MILLISECONDS.sleep((long) (minutes * 60_000));
        var needs = new ArrayList<Needs>();
        for (int i = 0; i < processes.size(); i++) {
            needs.add(new Needs(processor(processes.get(i)) - before.get(i), resident(processes.get(i))));
        }
        return needs;
    }

    /** A launcher may start the program as a process of its own. */
    private static ProcessHandle program(Process launcher) {
        return launcher.descendants().findFirst().orElse(launcher.toHandle());
    }

    private static double processor(Process process) {
        return program(process).info().totalCpuDuration().map(Duration::toMillis).orElseThrow();
    }

    private static double resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(program(process).pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / MEGABYTE)
                .findFirst().orElseThrow();
    }

    /** The processor time of as many calls as the program makes in that time, by our own client and nothing else. */
    private static double callsAlone(ServiceProcess service, double minutes) {
        return ClientCalls.processorTime(service, (int) (MIGRATIONS * minutes));
    }
}
