package dev.longshore.platform;

import dev.longshore.model.fact.Fact;
import dev.longshore.model.fact.FactException;
import dev.longshore.model.fact.StartFact;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that one program at a time works in a data folder, that a second start raises the window of the first, and
 * that a window takes over from a watch without one. The folder's lock decides who is first; it goes when the program
 * does, however it ends.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** How long a watch may take to end; it waits a few seconds for calls under way. */
    private static final Duration UNTIL_HANDED_OVER = Duration.ofSeconds(15);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);

    private final FileChannel lockFile;
    private final Optional<InstanceSocket> socket;
    private final Optional<String> handedOver;

    private SingleInstance(FileChannel lockFile, Optional<InstanceSocket> instanceSocket,
            Optional<String> handedOver) {
        this.lockFile = lockFile;
        this.socket = instanceSocket;
        this.handedOver = handedOver;
    }

    /** Where a watch lives. */
    public enum Home {
        /** In a window. */
        WINDOW(""),
        /** Alone, without a display. */
        CONSOLE("There is no window.");

        private final String greeting;

        Home(String greeting) {
            this.greeting = greeting;
        }
    }

    /**
     * Has a program that already works in that data folder raise its window. Blocks for a few seconds at most.
     *
     * @return whether there is one with a window, and it did
     */
    public static boolean raiseRunning(Path dataFolder) {
        return InstanceSocket.request(dataFolder, "", PATIENCE).filter(SingleInstance::isOfWindow).isPresent();
    }

    private static boolean isOfWindow(String answer) {
        return !answer.equals(Home.CONSOLE.greeting);
    }

    /**
     * Has a program that already works in that data folder raise its window and do what is asked. Blocks for a few
     * seconds at most.
     *
     * @return what it says to that in a sentence, or nothing when there is none with a window
     */
    public static Optional<String> requestSecondStart(Path dataFolder, SecondStartRequest request) {
        return InstanceSocket.request(dataFolder, request.text(), PATIENCE).filter(SingleInstance::isOfWindow);
    }

    /** As {@link #claim(Path, Home)}, for a window. */
    public static SingleInstance claim(Path dataFolder) throws IOException {
        return claim(dataFolder, Home.WINDOW);
    }

    /**
     * Takes the data folder for this program, until it is closed. The folder has to be there. A window takes it from a
     * watch without one, which is asked to hand over, or from a window that is just closing; that takes some seconds at
     * most.
     *
     * @throws FactException when another program has it
     */
    public static SingleInstance claim(Path dataFolder, Home home) throws IOException {
        return claim(dataFolder, home, switch (home) {
            case WINDOW -> new HandOverRequest(dataFolder);
            case CONSOLE -> new ClaimQueue(dataFolder, () -> false, () -> {}, Optional.empty());
        });
    }

    /**
     * Takes the data folder as soon as the program that has it gives it back, before any other that comes later, and
     * counts as continuing that one. Blocks.
     *
     * @param goesOn asked each moment whether to go on waiting
     * @param isNext run when nobody else waits any more
     * @throws FactException when it was not given back
     */
    public static SingleInstance awaitAndClaim(Path dataFolder, Home home, BooleanSupplier goesOn, Runnable isNext)
            throws IOException {
        return claim(dataFolder, home, new ClaimQueue(dataFolder, goesOn, isNext, Optional.of("")));
    }

    /** What is done while another program has the folder. */
    private interface Waiting {
        /** Called each moment; throws when the folder will not be given back. */
        void moment();

        /** Called when no other program waits for the folder any more. */
        void isNext();

        /** What the other one has handed over; empty where this one continues none. */
        Optional<String> handedOver();
    }

    /** Waits without asking for anything. */
    private record ClaimQueue(Path dataFolder, BooleanSupplier goesOn, Runnable whenNext, Optional<String> handedOver)
            implements
                Waiting {
        @Override
        public void moment() {
            if (!goesOn.getAsBoolean()) {
                throw inUse(dataFolder, StartFact.FOLDER_WATCHED);
            }
        }

        @Override
        public void isNext() {
            whenNext.run();
        }
    }

    /** Asks whoever has the folder to hand over, until somebody does; one that has a window does not. */
    private static final class HandOverRequest implements Waiting {
        private final Path dataFolder;
        private final long end = System.nanoTime() + UNTIL_HANDED_OVER.toNanos();
        private Optional<String> handedOver = Optional.empty();

        HandOverRequest(Path dataFolder) {
            this.dataFolder = dataFolder;
        }

        @Override
        public void moment() {
            if (handedOver.isEmpty()) {
                handedOver = InstanceSocket.requestHandOver(dataFolder, UNTIL_HANDED_OVER);
            }
            if (handedOver.filter(InstanceSocket.REFUSED::equals).isPresent() || System.nanoTime() - end > 0) {
                throw inUse(dataFolder, StartFact.FOLDER_IN_USE);
            }
        }

        @Override
        public void isNext() {
            // Nobody is told.
        }

        @Override
        public Optional<String> handedOver() {
            return handedOver;
        }
    }

    private static SingleInstance claim(Path dataFolder, Home home, Waiting waiting) throws IOException {
        // Whoever waits for the folder is the next one, however fast others are.
        try (var next = open(dataFolder.resolve("instance.next"))) {
            await(next, waiting);
            waiting.isNext();
            var channel = open(dataFolder.resolve("instance.lock"));
            try {
                await(channel, waiting);
                return new SingleInstance(channel, listen(dataFolder, home), waiting.handedOver());
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // Whoever opens a pipe may wait for ever.
            throw new FileSystemException(file.toString(), null, "not a file");
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void await(FileChannel channel, Waiting waiting) throws IOException {
        while (lock(channel) == null) {
            waiting.moment();
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    private static FactException inUse(Path dataFolder, StartFact kind) {
        return new FactException(Fact.of(kind, dataFolder.toString()));
    }

    /** Without it a second start cannot raise the window, which is no reason not to start. */
    private static Optional<InstanceSocket> listen(Path dataFolder, Home home) {
        try {
            return Optional.of(InstanceSocket.listen(dataFolder, home.greeting));
        } catch (IOException e) {
            LOG.warn("A second start will not be able to raise the window: {}", e.toString());
            return Optional.empty();
        }
    }

    /** True when another watch had the folder until just now. */
    public boolean continuesAnother() {
        return handedOver.isPresent();
    }

    /** Lets no second start in any more: the window closes. */
    public void stopListening() {
        socket.ifPresent(InstanceSocket::close);
    }

    /** What the watch handed over that had the folder before; empty where none did. Only for the one who uses it. */
    public Optional<String> handedOver() {
        return handedOver;
    }

    /**
     * From now on a window that starts is handed {@code tokens}, those up to now included; for a watch without a window,
     * which has to close this soon once that is {@code done}. Both are called on a thread of their own.
     */
    public void onHandOver(Supplier<String> tokens, Runnable done) {
        socket.ifPresent(each -> each.onHandOver(new InstanceSocket.HandOver(tokens, done)));
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
