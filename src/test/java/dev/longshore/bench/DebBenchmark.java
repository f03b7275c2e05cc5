package dev.longshore.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The size of the package beside one of the same runtime alone, packed in the same way. */
final class DebBenchmark {
    private static final double MEGABYTE = 1e6;

    private DebBenchmark() {}

    static List<Measurement> run(Path folder) throws Exception {
        var deb = deb();
        var runtime = folder.resolve("root/opt/runtime");
        Files.createDirectories(runtime.getParent());
        Files.createDirectories(folder.resolve("root/DEBIAN"));
        Files.writeString(folder.resolve("root/DEBIAN/control"), """
                Package: runtime
                Version: 1
                Architecture: all
                Maintainer: nobody
                Description: a Java runtime
                """);
        execute("cp", "-r", "target/package/app-image/longshore/lib/runtime", runtime.toString());
        var alone = folder.resolve("runtime.deb");
        execute("dpkg-deb", "--root-owner-group", "-Zxz", "--build", folder.resolve("root").toString(),
                alone.toString());
        return List.of(new Measurement("deb: the package / its Java runtime alone", Files.size(deb) / MEGABYTE,
                Files.size(alone) / MEGABYTE, "MB", 1.6));
    }

    private static Path deb() throws IOException {
        var folder = Path.of("target/package/deb");
        if (!Files.isDirectory(folder)) {
            throw new Benchmarks.NotMeasuredException("there is no package; `./mvnw -Ppackage verify` makes one.");
        }
        try (var files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".deb")).findFirst().orElseThrow();
        }
    }

    private static void execute(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).inheritIO().start()
                .waitFor() != 0) {
            throw new IOException(command[0] + " failed.");
        }
    }
}
