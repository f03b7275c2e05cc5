package dev.longshore;

import static org.awaitility.Awaitility.await;

import dev.longshore.cli.Arguments;
import dev.longshore.support.TestWait;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** The program in a process of its own, with no library of a window on its class path, as on a server. */
final class ConsoleProgram implements AutoCloseable {
    private static final Pattern OF_A_WINDOW = Pattern.compile("javafx|controlsfx|atlantafx|ikonli|testfx");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private ConsoleProgram(Process process) {
        this.process = process;
        this.readers = List.of(collect(process.inputReader(), output), collect(process.errorReader(), errors));
    }

    /** Starts {@code longshore ARGUMENTS…} with a token in the environment, or without one where it is empty. */
    static ConsoleProgram start(String token, String... arguments) throws IOException {
        return start(Map.of(Arguments.TOKEN_VARIABLE, token), "", arguments);
    }

    /** The same in another environment; {@code input} is what it reads on its standard input. */
    static ConsoleProgram start(Map<String, String> environment, String input, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath(), Launcher.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(
                List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", Arguments.TOKEN_VARIABLE));
        environment.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.environment().put(name, value);
            }
        });
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new ConsoleProgram(process);
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !OF_A_WINDOW.matcher(new File(each).getName()).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Thread collect(BufferedReader reader, List<String> lines) {
        return Thread.startVirtualThread(() -> {
            try (reader) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException endedWithTheProcess) {
                // What it printed before is there.
            }
        });
    }

    /** What it has printed so far. */
    List<String> output() {
        return List.copyOf(output);
    }

    /** What it has printed on standard error so far. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    /** Waits for a line on standard output. */
    String awaitLine(String part) {
        return awaitLine(part, line -> line.contains(part));
    }

    String awaitLine(String what, Predicate<String> which) {
        try {
            await().until(() -> output.stream().anyMatch(which) || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("No line: " + what + " in " + output + errors, e);
        }
        return output.stream().filter(which).findFirst()
                .orElseThrow(() -> new AssertionError("No line: " + what + " in " + output + errors));
    }

    Process process() {
        return process;
    }

    /** Waits until it ends by itself, with all that it prints; returns its exit code. */
    int awaitEnd() throws InterruptedException {
        TestWait.untilEnded(process);
        for (var each : readers) {
            each.join();
        }
        return process.exitValue();
    }

    /** Tells it to stop, as systemd does; returns its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    @Override
    public void close() {
        TestWait.untilEnded(process.destroyForcibly());
    }
}
