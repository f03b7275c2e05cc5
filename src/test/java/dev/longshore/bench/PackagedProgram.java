package dev.longshore.bench;

import dev.longshore.cli.Arguments;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The app-image in {@code target/package}, its launcher, and copies of that launcher which start something else on the
 * same runtime: a launcher reads the options that lie under its own name.
 */
final class PackagedProgram {
    private static final String NAME = "longshore";
    private static final Pattern DRAWN = Pattern.compile("Window drawn at (\\d+)");

    private final Path image;

    private PackagedProgram(Path image) {
        this.image = image;
    }

    /** Finds it. */
    static PackagedProgram find() throws IOException {
        var image = Path.of(System.getProperty("bench.image", "target/package/app-image/longshore"));
        if (!Files.isExecutable(image.resolve("bin").resolve(NAME))) {
            throw new Benchmarks.NotMeasuredException(
                    "there is no package; `./mvnw -Ppackage verify` makes one in " + image + ".");
        }
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            throw new Benchmarks.NotMeasuredException("there is no display; `xvfb-run -a` makes one.");
        }
        return new PackagedProgram(image.toAbsolutePath());
    }

    Path image() {
        return image;
    }

    /** As it is installed. */
    Path launcher() {
        return image.resolve("bin").resolve(NAME);
    }

    /** Without the cache. */
    Path untrained() throws IOException {
        return copy("untrained", options().stream().filter(each -> !each.contains("AOTCache")).toList());
    }

    /**
     * {@link BareWindow} on the same runtime, with the collector that suits a small program, and else with what Java
     * does by itself.
     */
    Path bareWindow() throws IOException {
        return bare("bare", BareWindow.Start.class);
    }

    /** Another program of the benchmarks, started in the same way. */
    Path bare(String name, Class<?> main) throws IOException {
        var options = new ArrayList<String>();
        options.add("[Application]");
        options.add("app.mainclass=" + main.getName());
        for (var each : List.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            if (Files.exists(Path.of(each, "dev/longshore/bench/BareWindow.class"))) {
                options.add("app.classpath=" + Path.of(each).toAbsolutePath());
            }
        }
        options.add("[JavaOptions]");
        options.add("java-options=--enable-native-access=javafx.graphics");
        options.add("java-options=-XX:+UseSerialGC");
        return copy(name, options);
    }

    private List<String> options() throws IOException {
        return Files.readAllLines(image.resolve("lib/app").resolve(NAME + ".cfg"));
    }

    private Path copy(String name, List<String> options) throws IOException {
        Files.write(image.resolve("lib/app").resolve(name + ".cfg"), options);
        return Files.copy(launcher(), image.resolve("bin").resolve(name), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    /**
     * Starts it.
     *
     * @param rehearsal how far it goes by itself, or empty for a user's start
     */
    static Process start(Path launcher, Path data, ServiceProcess service, String rehearsal, List<String> arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        command.addAll(List.of("--data-dir", data.toString()));
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(Arguments.TOKEN_VARIABLE, service.token());
        if (!rehearsal.isEmpty()) {
            builder.environment().put("JAVA_TOOL_OPTIONS", "-Dlongshore.rehearsal=" + rehearsal);
        }
        return builder.start();
    }

    /** The log of the program that works in {@code data}. */
    static String log(Path data) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(data.resolve("logs"))) {
            for (var each : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(each));
            }
        }
        return all.toString();
    }

    /** When a window was drawn last according to {@code said}, in milliseconds of the system's clock. */
    static long drawnAt(String said) {
        return DRAWN.matcher(said).results().mapToLong(each -> Long.parseLong(each.group(1))).max()
                .orElseThrow(() -> new IllegalStateException("No window was drawn: " + said));
    }
}
