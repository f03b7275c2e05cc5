package dev.longshore.platform;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one program at a time works in a data folder, and that a second start raises the window of the first.
 * The folder's lock decides who is first; it goes when the program does, however it ends.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FileChannel lockFile;
    private final Optional<InstanceSocket> socket;

    private SingleInstance(FileChannel lockFile, Optional<InstanceSocket> instanceSocket) {
        this.lockFile = lockFile;
        this.socket = instanceSocket;
    }

    /**
     * Has a program that already works in that data folder raise its window. Blocks for a few seconds at most.
     *
     * @return whether there is one, and it did
     */
    public static boolean raiseRunning(Path dataFolder) {
        return InstanceSocket.request(dataFolder, "", PATIENCE).isPresent();
    }

    /**
     * Has a program that already works in that data folder raise its window and do what is asked. Blocks for a few
     * seconds at most.
     *
     * @return what it says to that in a sentence, or nothing when there is none
     */
    public static Optional<String> requestSecondStart(Path dataFolder, SecondStartRequest request) {
        return InstanceSocket.request(dataFolder, request.text(), PATIENCE);
    }

    /**
     * Takes the data folder for this program, until it is closed. The folder has to be there.
     *
     * @throws FactException when another program has it
     */
    public static SingleInstance claim(Path dataFolder) throws IOException {
        var channel = FileChannel.open(
                dataFolder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new FactException(Fact.of(StartFact.FOLDER_IN_USE, dataFolder.toString()));
            }
            return new SingleInstance(channel, listen(dataFolder));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Without it a second start cannot raise the window, which is no reason not to start. */
    private static Optional<InstanceSocket> listen(Path dataFolder) {
        try {
            return Optional.of(InstanceSocket.listen(dataFolder));
        } catch (IOException e) {
            LOG.warn("A second start will not be able to raise the window: {}", e.toString());
            return Optional.empty();
        }
    }

    /**
     * From now on calls {@code raise} on a thread of its own for every second start, those up to now included, and
     * {@code takeOver} with what one asks for, empty where that is not understood; it says in a sentence what becomes of
     * it.
     */
    public void onSecondStart(Runnable raise, Function<Optional<SecondStartRequest>, String> takeOver) {
        socket.ifPresent(each -> each.onRequest(words -> {
            raise.run();
            return words.isEmpty() ? "" : takeOver.apply(read(words));
        }));
    }

    private static Optional<SecondStartRequest> read(String words) {
        try {
            return Optional.of(SecondStartRequest.of(words));
        } catch (IllegalArgumentException e) {
            LOG.info("A second start asked for something that is not understood: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Gives the data folder back. Does not throw. */
    @Override
    public void close() {
        socket.ifPresent(InstanceSocket::close);
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("The lock of the data folder cannot be given back: {}", e.toString());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
