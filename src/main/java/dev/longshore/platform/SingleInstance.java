package dev.longshore.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
    private final DoorBell bell;

    private SingleInstance(FileChannel lockFile, DoorBell bell) {
        this.lockFile = lockFile;
        this.bell = bell;
    }

    /**
     * Has a program that already works in that data folder raise its window. Blocks for a few seconds at most.
     *
     * @return whether there is one, and it did
     */
    public static boolean raiseOther(Path dataFolder) {
        return DoorBell.ring(dataFolder, PATIENCE);
    }

    /**
     * Takes the data folder for this program, until it is closed. The folder has to be there.
     *
     * @throws IOException with a sentence for the person when another program has it
     */
    public static SingleInstance claim(Path dataFolder) throws IOException {
        var channel = FileChannel.open(
                dataFolder.resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw new IOException("Longshore already works in " + dataFolder
                        + " and did not answer: close it, or start this one with another --data-dir.");
            }
            return new SingleInstance(channel, DoorBell.hang(dataFolder));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** From now on calls {@code raise} on a thread of its own for every second start, those up to now included. */
    public void onSecondStart(Runnable raise) {
        bell.answer(raise);
    }

    /** Gives the data folder back. Does not throw. */
    @Override
    public void close() {
        bell.close();
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
