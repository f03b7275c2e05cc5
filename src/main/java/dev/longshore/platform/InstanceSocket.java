package dev.longshore.platform;

import dev.longshore.atomicfile.AtomicFile;
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
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in the file system over which a second start asks the first to raise its window, and may say what for; and a
 * window asks a watch without one to hand over. A file in the data folder says where it is, because the path of a socket
 * has to be short. Only the user who runs the program can open it.
 */
final class InstanceSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceSocket.class);
    // The shortest limit of all systems is 104 bytes, the last of which is a zero.
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final long LONGEST_ADDRESS = 4_096;
    private static final byte RAISE = '!';
    private static final byte HAND_OVER = '>';
    /** What a window answers that is asked to hand over. */
    static final String REFUSED = "no";

    private final ServerSocketChannel server;
    private final List<Path> toRemove;
    private final String greeting;
    private final CompletableFuture<UnaryOperator<String>> answerer = new CompletableFuture<>();
    private final CompletableFuture<HandOver> handOver = new CompletableFuture<>();

    private InstanceSocket(ServerSocketChannel server, List<Path> toRemove, String greeting) {
        this.server = server;
        this.toRemove = toRemove;
        this.greeting = greeting;
    }

    /**
     * For the one who has the data folder; what an earlier program left behind is replaced.
     *
     * @param greeting what everybody is told at once who asks for a window; empty where there is one, or will be
     */
    static InstanceSocket listen(Path dataFolder, String greeting) throws IOException {
        var beside = dataFolder.resolve("instance.sock").toAbsolutePath();
        var paths = isShort(beside) ? List.of(beside) : inATemporaryFolder();
        var socket = paths.getFirst();
        Files.deleteIfExists(socket);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        AtomicFile.writePrivate(address(dataFolder), socket.toString().getBytes(StandardCharsets.UTF_8));
        var instanceSocket = new InstanceSocket(server, paths, greeting);
        Thread.ofPlatform().daemon().name("second-start listener").start(instanceSocket::acceptCalls);
        return instanceSocket;
    }

    /**
     * The answer of the program that works in the folder, or nothing when none answers in time.
     *
     * @param words what is asked for; without any, the window is raised and the answer is empty
     */
    static Optional<String> request(Path dataFolder, String words, Duration patience) {
        return send(dataFolder, RAISE, words, patience);
    }

    /**
     * What a watch without a window hands over, which then ends; {@link #REFUSED} where there is a window; nothing when
     * nobody answers in time.
     */
    static Optional<String> requestHandOver(Path dataFolder, Duration patience) {
        return send(dataFolder, HAND_OVER, "", patience);
    }

    private static Optional<String> send(Path dataFolder, byte kind, String words, Duration patience) {
        var answer = new CompletableFuture<Optional<String>>();
        Thread.ofPlatform().daemon().name("second-start request")
                .start(() -> answer.complete(send(dataFolder, kind, words)));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * What a window that asks for it is handed.
     *
     * @param tokens says what
     * @param done is run once that is on its way
     */
    record HandOver(Supplier<String> tokens, Runnable done) {}

    /** From now on windows are handed what they ask for, those up to now included. */
    void onHandOver(HandOver handing) {
        handOver.complete(handing);
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
            var kind = in.readByte();
            var out = new DataOutputStream(Channels.newOutputStream(caller));
            if (kind == RAISE) {
                reply(in.readUTF(), out);
            } else if (kind == HAND_OVER && greeting.isEmpty()) {
                out.writeUTF(REFUSED);
            } else if (kind == HAND_OVER && isOfUser(caller)) {
                var handing = handOver.join();
                out.writeUTF(handing.tokens().get());
                handing.done().run();
            }
        } catch (IOException e) {
            LOG.debug("A second start went away: {}", e.toString());
        }
    }

    private void reply(String words, DataOutputStream out) throws IOException {
        var answer = answerer.thenApplyAsync(each -> each.apply(words), Thread::startVirtualThread);
        out.writeUTF(words.isEmpty() || !greeting.isEmpty() ? greeting : answer.join());
    }

    /** By the rights of the socket nobody else gets here; where the system tells who calls, it is asked all the same. */
    private static boolean isOfUser(SocketChannel caller) throws IOException {
        return !caller.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                || caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName()
                        .equals(System.getProperty("user.name"));
    }

    private static Optional<String> send(Path dataFolder, byte kind, String words) {
        try {
            if (!Files.isRegularFile(address(dataFolder)) || Files.size(address(dataFolder)) > LONGEST_ADDRESS) {
                return Optional.empty();
            }
            var socket = Path.of(Files.readString(address(dataFolder)));
            try (var server = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                var out = new DataOutputStream(Channels.newOutputStream(server));
                out.writeByte(kind);
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
