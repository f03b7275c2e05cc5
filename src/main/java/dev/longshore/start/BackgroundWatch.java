package dev.longshore.start;

import dev.longshore.cli.Arguments;
import dev.longshore.model.Redaction;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts {@code longshore watch} in the background for a window that closes. It waits until the window has given the data
 * folder back, and outlives it. Tokens that lie in memory only go to it by its standard input.
 */
public final class BackgroundWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWatch.class);
    /** So that it does not end with the terminal from which the window was started. */
    private static final Path SET_SESSION = Path.of("/usr/bin/setsid");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(25);

    private BackgroundWatch() {}

    /**
     * Starts it, and returns when it waits for the data folder, so that there is no moment in which neither of both is
     * there. What it prints goes into a file beside the log. Blocks for some seconds; a failure is logged.
     */
    public static void start(ProgramStart.ProgramStorage storage, HandedTokens tokens) {
        var folders = storage.folders();
        try {
            var output = folders.logs().resolve("watch.txt");
            Files.deleteIfExists(output);
            var builder = new ProcessBuilder(command(storage)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(output.toFile()));
            // Others of the same user could read it there for as long as it runs.
            builder.environment().remove(Arguments.TOKEN_VARIABLE);
            var process = builder.start();
            try (var input = process.getOutputStream()) {
                input.write(tokens.text().getBytes(StandardCharsets.UTF_8));
            }
            awaitFirstLine(process, output);
        } catch (IOException e) {
            LOG.error("The watch cannot go on in the background", e);
        }
    }

    private static void awaitFirstLine(Process process, Path output) throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.size(output) == 0 && process.isAlive() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        if (!process.isAlive()) {
            LOG.error("The watch does not go on in the background: {}", Redaction.of(Files.readString(output)));
        }
    }

    private static List<String> command(ProgramStart.ProgramStorage storage) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SET_SESSION)) {
            command.add(SET_SESSION.toString());
        }
        command.addAll(program());
        command.addAll(List.of("watch", "--data-dir", storage.folders().data().toString(), "--tokens-on-input"));
        storage.journal().ifPresent(each -> command.addAll(List.of("--journal", each.url())));
        return command;
    }

    /** The launcher of a package knows where it is; else it is this Java with the same classes. */
    private static List<String> program() {
        return Optional.ofNullable(System.getProperty("jpackage.app-path")).map(List::of).orElseGet(() -> List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-cp", classPath(),
                "dev.longshore.Launcher"));
    }

    private static String classPath() {
        return System.getProperty("java.class.path") + Optional.ofNullable(System.getProperty("jdk.module.path"))
                .map(each -> File.pathSeparator + each).orElse("");
    }
}
