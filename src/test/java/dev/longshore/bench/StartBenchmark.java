package dev.longshore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the call of the packaged launcher to the table filled from a journal of 200 migrations, with the cache and without,
 * beside a bare window without one.
 */
final class StartBenchmark {
    private static final int MIGRATIONS = 200;
    private static final int PAIRS = Integer.getInteger("bench.pairs", 7);
    private static final int FILLING = 20;

    private StartBenchmark() {}

    static List<Measurement> run(Path folder) throws Exception {
        var program = PackagedProgram.find();
        try (var service = ServiceProcess.start(MIGRATIONS, 0)) {
            fill(program, folder, service);
            var trained = new double[PAIRS];
            var untrained = new double[PAIRS];
            var bare = new double[PAIRS];
            for (var pair = -1; pair < PAIRS; pair++) {
                var place = Math.max(pair, 0);
                trained[place] = start(program.launcher(), folder, service);
                untrained[place] = start(program.untrained(), folder, service);
                bare[place] = bare(program.bareWindow());
            }
            return List.of(
                    Measurement.ofPairs("start-aot: 200 migrations in sight / a bare window", trained, bare, "ms", 1),
                    Measurement.ofPairs("start-cold: the same without the cache", untrained, bare, "ms", 2));
        }
    }

    /** A first start puts the migrations on the list and asks about all of them. */
    private static void fill(PackagedProgram program, Path folder, ServiceProcess service) throws Exception {
        var process = PackagedProgram.start(program.launcher(), folder, service, "", service.arguments());
        TimeUnit.SECONDS.sleep(FILLING);
        end(process);
    }

    private static double start(Path launcher, Path folder, ServiceProcess service) throws Exception {
        var begin = System.currentTimeMillis();
        var process = PackagedProgram.start(launcher, folder, service, "window",
                List.of("--connect", service.address()));
        if (process.waitFor() != 0) {
            throw new IOException("The program ended with code " + process.exitValue() + ".");
        }
        return PackagedProgram.drawnAt(PackagedProgram.log(folder)) - begin;
    }

    private static double bare(Path launcher) throws Exception {
        var said = Files.createTempFile("longshore-bench", ".txt");
        try {
            var begin = System.currentTimeMillis();
            new ProcessBuilder(launcher.toString(), "window").redirectOutput(said.toFile()).start().waitFor();
            return PackagedProgram.drawnAt(Files.readString(said, StandardCharsets.UTF_8)) - begin;
        } finally {
            Files.delete(said);
        }
    }

    /** Ends a program that was started, and waits for it. */
    static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
    }
}
