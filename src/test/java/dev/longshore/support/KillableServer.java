package dev.longshore.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/**
 * A PostgreSQL of its own, which writes to disk only when a session wants that, and that can be killed and started again on
 * the same data and the same port.
 */
public final class KillableServer implements AutoCloseable {
    private static final int FIRST_PORT = 20_000;
    /** From here on Linux gives ports to whoever wants any; other systems begin later. */
    private static final int FIRST_GIVEN_PORT = 32_768;
    private static final int TRIES = 100;

    private final Path data;
    private final int port;
    private final EmbeddedPostgres first;
    private final List<String> command;

    private KillableServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.first = EmbeddedPostgres.builder().setDataDirectory(data).setPort(port)
                .setPGStartupWait(TestWait.LIMIT).start();
        this.command = command();
    }

    /** One with its data in that folder. */
    public static KillableServer start(Path folder) throws IOException {
        return new KillableServer(folder.resolve("server"), freePort());
    }

    /**
     * A port that is free, and that the system gives to nobody by itself: a server takes it some seconds later only, and
     * again after it was killed.
     */
    static int freePort() throws IOException {
        for (var tries = 0; tries < TRIES; tries++) {
            try (var free = new ServerSocket(ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_GIVEN_PORT))) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // Another will be free.
            }
        }
        throw new BindException("No port is free");
    }

    /** As it was started; it refuses to run as root, which it seems to be to itself only in a namespace of its own. */
    private List<String> command() throws IOException {
        var info = main().info();
        var words = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(info.command().orElseThrow());
        words.addAll(Arrays.asList(info.arguments().orElseThrow()));
        return words;
    }

    private ProcessHandle main() throws IOException {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** As kill -9 would; its processes end without a word. */
    public void kill() throws IOException {
        var main = main();
        var all = main.descendants().toList();
        main.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(TestWait.LIMIT).until(
                () -> !main.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
        Files.delete(data.resolve("postmaster.pid"));
    }

    /** Returns when it can be reached again. */
    public void startAgain() throws IOException {
        var process = new AtomicReference<>(startProcess());
        Awaitility.await().atMost(TestWait.LIMIT).until(() -> {
            // It refuses to start while a process of the killed one, begun as it was killed, has not noticed yet.
            if (!process.get().isAlive()) {
                process.set(startProcess());
            }
            return answers();
        });
    }

    private Process startProcess() throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        kill();
        first.close();
    }
}
