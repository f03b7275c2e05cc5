package dev.longshore.platform;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the file system over which a second start asks the first to raise its window, and may say what for.
 * A file in the data folder says where it is, because the path of a socket has to be short.
 */
final class InstanceSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceSocket.class);
    // The shortest limit of all systems is 104 bytes, the last of which is a zero.
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final byte RAISE = '!';

    private final ServerSocketChannel server;
    private final List<Path> toRemove;
    private final CompletableFuture<UnaryOperator<String>> answerer = new CompletableFuture<>();

    private InstanceSocket(ServerSocketChannel server, List<Path> toRemove) {
        this.server = server;
        this.toRemove = toRemove;
    }

    /** For the one who has the data folder; what an earlier program left behind is replaced. */
    static InstanceSocket listen(Path dataFolder) throws IOException {
        var beside = dataFolder.resolve("instance.sock").toAbsolutePath();
        var paths = isShort(beside) ? List.of(beside) : inATemporaryFolder();
        var socket = paths.getFirst();
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        AtomicFile.write(address(dataFolder), socket.toString().getBytes(StandardCharsets.UTF_8));
        var instanceSocket = new InstanceSocket(server, paths);
        Thread.ofPlatform().daemon().name("second-start listener").start(instanceSocket::acceptCalls);
        return instanceSocket;
    }

    /**
     * The answer of the program that works in the folder, or nothing when none answers in time.
     *
     * @param words what is asked for; without any, the window is raised and the answer is empty
     */
    static Optional<String> request(Path dataFolder, String words, Duration patience) {
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofPlatform().daemon().name("second-start request").start(() -> answer.complete(send(dataFolder, words)));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** From now on {@code answers} answers every request, those up to now included. */
    void onRequest(UnaryOperator<String> answers) {
        answerer.complete(answers);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var path : toRemove) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("The socket of the data folder cannot be removed: {}", e.toString());
        }
    }

    private void acceptCalls() {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                Thread.ofVirtual().name("second-start reply").start(() -> receive(caller));
            } catch (IOException e) {
                LOG.debug("The socket of the data folder was closed: {}", e.toString());
            }
        }
    }

    private void receive(SocketChannel caller) {
        try (caller) {
            var in = new DataInputStream(Channels.newInputStream(caller));
            if (in.readByte() == RAISE) {
                reply(in.readUTF(), new DataOutputStream(Channels.newOutputStream(caller)));
            }
        } catch (IOException e) {
            LOG.debug("A second start went away: {}", e.toString());
        }
    }

    private void reply(String words, DataOutputStream out) throws IOException {
        var answer = answerer.thenApplyAsync(each -> each.apply(words), Thread::startVirtualThread);
        out.writeUTF(words.isEmpty() ? "" : answer.join());
    }

    private static Optional<String> send(Path dataFolder, String words) {
        try {
            var socket = Path.of(Files.readString(address(dataFolder)));
            try (var server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                var out = new DataOutputStream(Channels.newOutputStream(server));
                out.writeByte(RAISE);
                out.writeUTF(words);
                return Optional.of(new DataInputStream(Channels.newInputStream(server)).readUTF());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("No program answers: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Path address(Path dataFolder) {
        return dataFolder.resolve("instance.address");
    }

    private static boolean isShort(Path socket) {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_PATH;
    }

    private static List<Path> inATemporaryFolder() throws IOException {
        var folder = Files.createTempDirectory("longshore");
        return List.of(folder.resolve("instance.sock"), folder);
    }
}
