package dev.longshore.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.longshore.support.TestWait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A session bus and a GNOME Keyring of the test's own, so that it touches nobody's passwords. */
public final class DesktopSession implements AutoCloseable {
    private static final String BUS = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=SOCKET</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path folder;
    private final Map<String, String> environment;
    private final List<Process> daemons = new ArrayList<>();

    /** Starts the bus. No other program can be started by it. */
    public DesktopSession(Path folder) throws IOException {
        this.folder = folder;
        var socket = folder.resolve("bus");
        environment = Map.of(
                "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket,
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_DATA_HOME", folder.toString());
        var configuration = Files.writeString(folder.resolve("bus.conf"), BUS.replace("SOCKET", socket.toString()));
        start("dbus-daemon", "--nofork", "--config-file=" + configuration);
        await().until(() -> Files.exists(socket));
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** Starts the keyring and unlocks it; makes it when there is none yet. */
    public Process startKeyring() throws IOException {
        var keyring = start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock");
        try (var password = keyring.getOutputStream()) {
            password.write("test".getBytes(StandardCharsets.UTF_8));
        }
        return running(keyring);
    }

    /** Starts the keyring that was made before, as it is after a login without a password. */
    public Process startLockedKeyring() throws IOException {
        stop(startKeyring());
        return running(start("gnome-keyring-daemon", "--foreground", "--components=secrets"));
    }

    /** What a program of the session prints. */
    public String run(String... command) throws IOException {
        var process = builder(command).redirectErrorStream(true).start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A program of the session that goes on running until it ends by itself or the session is closed. */
    Process start(String... command) throws IOException {
        var process = builder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(Path.of(command[0]).getFileName() + ".log").toFile())
                .start();
        daemons.add(process);
        return process;
    }

    public static void signal(Process process, String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor()).isZero();
    }

    public static void stop(Process process) {
        TestWait.untilEnded(process.destroyForcibly());
    }

    /** The bus, which comes first. */
    Process bus() {
        return daemons.getFirst();
    }

    @Override
    public void close() {
        daemons.reversed().forEach(Process::destroyForcibly);
    }

    private Process running(Process keyring) {
        await().until(() -> {
            try (var bus = SessionBus.connect(environment)) {
                return bus.has("org.freedesktop.secrets");
            }
        });
        return keyring;
    }

    private ProcessBuilder builder(String... command) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder;
    }
}
